/** Programs that ask for a page to show a link to it: nobody has read it yet. */
const previews =
  /WhatsApp\/|TelegramBot|facebookexternalhit|Facebot|Twitterbot|Slackbot|Slack-ImgProxy|Discordbot|vkShare|SkypeUriPreview|LinkedInBot|ViberBot|Viber\/[\d.]+$|Iframely|Embedly|redditbot|Pinterestbot|Mastodon\/|Snapchat|Google-PageRenderer|BingPreview|MicrosoftPreview|TeamsBot|Bluesky Cardyb|quora link preview/i;

/** Whether a program's name for itself is that of one that makes previews of links. */
export function makesPreviews(agent: string): boolean {
  return previews.test(agent);
}
