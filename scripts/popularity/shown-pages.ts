import { type Language, languages } from '@newsroom/shared/languages';
import { homePath, newsPath, popularPath } from '@newsroom/shared/permalink';
import type { PopularList } from '@newsroom/shared/popular-list';
import { fewAtOnce } from '../published-site/few-at-once.ts';
import type { PublishedSite } from '../published-site/published-site.ts';
import type { PublishedReadership, PublishedRelease } from './published-readership.ts';
import { readShown, type ShownPage } from './read-shown.ts';

/** The pages of a site that show popular lists, and those of the releases in them, by path; one that is missing is none. */
export type ShownPages = ReadonlyMap<string, ShownPage>;

/** Reads the pages that show some lists, and those of all releases that stand in them. */
export async function readShownPages(
  site: PublishedSite,
  { releases }: PublishedReadership,
  lists: readonly PopularList[],
): Promise<ShownPages> {
  const byId = new Map(releases.map((release) => [release.id, release]));
  const paths = new Set(
    lists.flatMap(({ language, period, together, inLanguage }) => [
      popularPath(language, period),
      ...(period === 'now' ? teaserPaths(language) : []),
      ...[...together.entries, ...inLanguage.entries].flatMap(({ id }) => pageOf(byId.get(id), language) ?? []),
    ]),
  );
  const read = await fewAtOnce([...paths], async (path) => {
    const html = await site.find(path);
    return html === undefined ? [] : [[path, readShown(html)] as const];
  });
  return new Map(read.flat());
}

/** The pages beside whose content the beginning of the office's own list stands. */
export function teaserPaths(language: Language): string[] {
  return [homePath(language), newsPath(language)];
}

/** The path of the page that lists in a language lead to: a release that has none in it is shown in the first that it has. */
export function pageOf(release: PublishedRelease | undefined, language: Language): string | undefined {
  return [language, ...languages].flatMap((each) => release?.addresses.get(each) ?? [])[0];
}
