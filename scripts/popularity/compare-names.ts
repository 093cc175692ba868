import type { Language } from '@newsroom/shared/languages';
import type { PopularList } from '@newsroom/shared/popular-list';
import type { PublishedRelease } from './published-readership.ts';
import { inOneLine } from './read-shown.ts';
import { pageOf, type ShownPages } from './shown-pages.ts';

/** Where releases are found, and what they are called there. */
export interface Names {
  /** The site's own; undefined where nobody says it. */
  origin: string | undefined;
  releases: ReadonlyMap<string, PublishedRelease>;
  pages: ShownPages;
}

/** What is wrong with the addresses and titles of a list's entries, one sentence each. */
export function compareNames(
  { origin, releases, pages }: Names,
  language: Language,
  entries: PopularList['together']['entries'],
): string[] {
  return entries.flatMap(({ id, title, titleLanguage, url }, index) => {
    const path = pageOf(releases.get(id), language);
    // That no such release may be ranked is told where the list is computed again.
    if (path === undefined) return [];
    const there = `${origin ?? new URL(url).origin}${path}`;
    const heading = pages.get(path)?.heading;
    const wrong = [
      ...(url === there ? [] : [`url is ${url} on the site, and ${there} is where the release stands`]),
      ...(heading === undefined
        ? [`there is no page with a heading at ${path}`]
        : [
            ...(inOneLine(title) === heading.text ? [] : [`title is "${title}" in the list, and "${heading.text}" on ${path}`]),
            ...(titleLanguage === heading.language
              ? []
              : [`titleLanguage is ${titleLanguage} in the list, and ${heading.language} on ${path}`]),
          ]),
    ];
    return wrong.map((sentence) => `entry ${index + 1}: ${sentence}`);
  });
}
