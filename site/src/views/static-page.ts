import { isLanguage, languages } from '@newsroom/shared/languages';
import { staticPagePath } from '@newsroom/shared/permalink';
import type { Snapshot } from '../content/snapshot.ts';
import { alternatesAt } from './alternates.ts';
import { type Frame, frameOf } from './frame.ts';
import { renderMarkdown } from './markdown.ts';
import { type Page, type PageParams, readersPage } from './page.ts';

/** A page that stands still: about the office, how to be accredited, privacy. */
export interface StaticPage {
  frame: Frame;
  title: string;
  body: string;
}

export function staticPages(snapshot: Snapshot): Page[] {
  return languages.flatMap((language) =>
    snapshot
      .staticPages(language)
      .map(({ id, path, at }) => readersPage('static-page', path, alternatesAt(snapshot.paths('page', id)), at)),
  );
}

export function staticPage(snapshot: Snapshot, { locale, slug }: PageParams): StaticPage | undefined {
  if (!isLanguage(locale)) return undefined;
  const page = snapshot.staticPageAt(staticPagePath(locale, `${slug}`));
  if (page === undefined) return undefined;
  const { title, body, embedded } = page.data;
  return {
    frame: frameOf(snapshot, locale, { path: page.path, title, alternates: alternatesAt(snapshot.paths('page', page.id)) }),
    title,
    body: renderMarkdown(body, { language: locale, topHeading: 2 }, embedded),
  };
}
