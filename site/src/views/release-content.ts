import type { Release, Snapshot } from '../content/snapshot.ts';
import { asTexts, type Text } from '../content/text.ts';
import { type FormattedTime, formatDayOfInstant } from '../languages/dates.ts';
import { wordsIn } from '../languages/words.ts';
import { type AttachmentItem, attachmentItem } from './attachment.ts';
import { type MarkdownText, renderMarkdown } from './markdown.ts';
import { type CaptionedPicture, captionedPicture, textWidth } from './picture.ts';
import { linksAt } from './site-links.ts';

/** What a release says: its text, its pictures, its files, and what was set right in it. */
export interface ReleaseContent {
  /** The language of all of it, where that is not the page's. */
  lang: MarkdownText['lang'];
  summary: Text | undefined;
  cover: CaptionedPicture | undefined;
  body: MarkdownText;
  gallery: CaptionedPicture[];
  attachments: AttachmentItem[];
  corrections: CorrectionItem[];
}

export interface CorrectionItem {
  at: FormattedTime;
  kind: string;
  text: Text;
}

/** How wide a picture of the gallery stands. */
const galleryWidth = '(min-width: 48rem) 14rem, 50vw';

export function releaseContent(snapshot: Snapshot, { language, lang, path, original, data }: Release): ReleaseContent {
  const place = { language: lang ?? language, topHeading: 2, links: linksAt(snapshot, original ?? path) };
  return {
    lang,
    summary: data.summary === null ? undefined : asTexts(data.summary, lang),
    cover: data.cover === null ? undefined : captionedPicture(data.cover, textWidth),
    body: { html: renderMarkdown(data.body, place, data.embedded), lang },
    gallery: data.gallery.map((picture) => captionedPicture(picture, galleryWidth)),
    attachments: data.attachments.map((attachment) => attachmentItem(attachment, language)),
    corrections: data.corrections
      .toSorted((a, b) => (a.at < b.at ? 1 : -1))
      .map(({ at, kind, text }) => ({
        at: formatDayOfInstant(language, at),
        kind: wordsIn(language).correctionKinds[kind],
        text: asTexts(text, lang),
      })),
  };
}
