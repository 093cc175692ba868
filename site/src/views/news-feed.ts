import type { RSSFeedItem, RSSOptions } from '@astrojs/rss';
import { isLanguage, type Language, languages } from '@newsroom/shared/languages';
import { newsFeedPath, newsPath } from '@newsroom/shared/permalink';
import type { ListedRelease, Snapshot } from '../content/snapshot.ts';
import { wordsIn } from '../languages/words.ts';
import { type Page, type PageParams, plainFile } from './page.ts';

/** A language's feed, as a page tells of it. */
export interface FeedLink {
  title: string;
  href: string;
}

/** How many releases the feed has, whatever their month. */
const shown = 20;

export function newsFeedPages(): Page[] {
  return languages.map((language) => plainFile('news-feed', newsFeedPath(language)));
}

export function feedLink(snapshot: Snapshot, language: Language): FeedLink {
  return { title: feedTitle(snapshot, language), href: newsFeedPath(language) };
}

/**
 * The latest news of a language as RSS 2.0 (https://www.rssboard.org/rss-specification). It says when releases
 * were released and not when it was made, so that it changes with them alone.
 *
 * @param site the site's own address
 */
export function newsFeed(snapshot: Snapshot, { locale }: PageParams, site: URL): RSSOptions | undefined {
  if (!isLanguage(locale)) return undefined;
  const { name, description } = snapshot.settings(locale);
  const self = new URL(newsFeedPath(locale), site).href;
  return {
    title: xmlText(feedTitle(snapshot, locale)),
    description: xmlText(description ?? name),
    site: new URL(newsPath(locale), site),
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>${locale}</language><atom:link href="${self}" rel="self" type="application/rss+xml"/>`,
    items: snapshot.latestTexts(locale, shown).map((release) => feedItem(release, site)),
  };
}

function feedItem({ language, path, kind, title, summary, releasedAt }: ListedRelease, site: URL): RSSFeedItem {
  return {
    title: xmlText(title),
    link: new URL(path, site).href,
    pubDate: new Date(releasedAt),
    categories: [wordsIn(language).releaseKinds[kind]],
    ...(summary === null ? {} : { description: xmlText(summary) }),
  };
}

function feedTitle(snapshot: Snapshot, language: Language): string {
  return `${wordsIn(language).news} – ${snapshot.settings(language).name}`;
}

/** A text without the characters that XML 1.0 cannot hold, not even escaped (https://www.w3.org/TR/xml/#charsets). */
function xmlText(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
}
