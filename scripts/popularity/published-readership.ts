import type { Language } from '@newsroom/shared/languages';
import { countedDayPath } from '@newsroom/shared/permalink';
import type { Rankable } from '@newsroom/shared/ranking';
import { fewAtOnce } from '../published-site/few-at-once.ts';
import type { PublishedSite } from '../published-site/published-site.ts';
import { type CountedRow, readCountedDay } from '../published-site/read-published.ts';
import { readReadership } from '../published-site/read-readership.ts';

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

/** Reads all that the lists are computed from. @throws Failure where a file is missing, or not as it should be */
export async function readPublishedReadership(site: PublishedSite): Promise<PublishedReadership> {
  const { index, tables } = await readReadership(site);
  // One whose languages have different months stands in the table of each, every time as a whole.
  const releases = new Map(tables.flatMap((table) => table.releases).map((release) => [release.id, release]));
  const counted = await fewAtOnce(index.days, async (day) => [day, await readCountedDay(site, countedDayPath(day))] as const);
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
