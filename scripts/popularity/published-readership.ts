import type { Language } from '@newsroom/shared/languages';
import { addressesPath, countedDayPath, readershipIndexPath } from '@newsroom/shared/permalink';
import type { Rankable } from '@newsroom/shared/ranking';
import { addressesOfMonthSchema, readershipIndexSchema } from '@newsroom/shared/readership';
import type { PublishedSite } from '../published-site/published-site.ts';
import { type CountedRow, readCountedDay, readJson } from '../published-site/read-published.ts';

/** A release that may be ranked, and the languages in which readers find it. */
export interface PublishedRelease extends Rankable {
  languages: ReadonlySet<Language>;
}

/** What a site publishes of its readers. */
export interface PublishedReadership {
  releases: PublishedRelease[];
  /** By day, the first first; a day without a file is none. */
  counts: ReadonlyMap<string, readonly CountedRow[]>;
}

/** So many files are asked for at once. */
const atOnce = 8;

/** Reads all that the lists are computed from. @throws Failure where a file is missing, or not as it should be */
export async function readPublishedReadership(site: PublishedSite): Promise<PublishedReadership> {
  const { months, days } = await readJson(site, readershipIndexPath, readershipIndexSchema);
  const tables = await ofEach(months, (month) => readJson(site, addressesPath(month), addressesOfMonthSchema));
  // One whose languages have different months stands in the table of each, every time as a whole.
  const releases = new Map(tables.flatMap((table) => table.releases).map((release) => [release.id, release]));
  const counted = await ofEach(days, async (day) => [day, await readCountedDay(site, countedDayPath(day))] as const);
  return {
    releases: [...releases.values()]
      .filter(({ isWithdrawn }) => !isWithdrawn)
      .map(({ id, publicSince, addresses }) => ({
        id,
        publicSince,
        languages: new Set(addresses.map(({ language }) => language)),
      })),
    counts: new Map(counted.toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}

async function ofEach<T, R>(all: readonly T[], read: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < all.length; at += atOnce) results.push(...(await Promise.all(all.slice(at, at + atOnce).map(read))));
  return results;
}
