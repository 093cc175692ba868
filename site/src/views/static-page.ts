import { isLanguage, languages } from '@newsroom/shared/languages';
import { staticPagePath } from '@newsroom/shared/permalink';
import type { Snapshot } from '../content/snapshot.ts';
import type { Text } from '../content/text.ts';
import { languageName } from '../languages/language-names.ts';
import { fill } from '../languages/phrases.ts';
import { wordsIn } from '../languages/words.ts';
import { alternatesOfDocument } from './alternates.ts';
import { type Frame, frameOf } from './frame.ts';
import { type MarkdownText, renderMarkdown } from './markdown.ts';
import { documentPage, type Page, type PageParams } from './page.ts';
import { linksAt } from './site-links.ts';

/** A page that stands still: about the office, how to be accredited, privacy. */
export interface StaticPage {
  frame: Frame;
  title: Text;
  /** That the text is in another language than the page, and in which. */
  notTranslated: string | undefined;
  body: MarkdownText;
}

/** The pages of an editors' page, one in each language that shows it. */
export function staticPages(snapshot: Snapshot, id: string): Page[] {
  return languages.flatMap((language) =>
    snapshot
      .staticPages(language)
      .filter((page) => page.id === id)
      .map((page) => documentPage('static-page', page, alternatesOfDocument(snapshot, page), page.at)),
  );
}

export function staticPage(snapshot: Snapshot, { locale, slug }: PageParams): StaticPage | undefined {
  if (!isLanguage(locale)) return undefined;
  const page = snapshot.staticPageAt(staticPagePath(locale, `${slug}`));
  if (page === undefined) return undefined;
  const { path, original, lang } = page;
  const { title, body, embedded } = page.data;
  return {
    frame: frameOf(snapshot, locale, {
      path,
      canonical: original,
      title,
      alternates: alternatesOfDocument(snapshot, page),
    }),
    title: { text: title, lang },
    notTranslated: lang && fill(wordsIn(locale).notTranslated, { language: languageName(locale, lang) }),
    body: {
      html: renderMarkdown(body, { language: locale, topHeading: 2, links: linksAt(snapshot, original ?? path) }, embedded),
      lang,
    },
  };
}
