import type { Language } from '@newsroom/shared/languages';
import { addressesPath, countedDayPath } from '@newsroom/shared/permalink';
import type { Rankable } from '@newsroom/shared/ranking';
import type { AddressesOfMonth } from '@newsroom/shared/readership';
import { fewAtOnce } from '../published-site/few-at-once.ts';
import type { PublishedSite } from '../published-site/published-site.ts';
import { type CountedRow, readCountedDay } from '../published-site/read-published.ts';
import { readReadership } from '../published-site/read-readership.ts';

/** A release that may be ranked, and the paths of its pages in the languages in which readers find it. */
export interface PublishedRelease extends Rankable {
  addresses: ReadonlyMap<Language, string>;
}

type AddressedRelease = AddressesOfMonth['releases'][number];

/** What a site publishes of its readers. */
export interface PublishedReadership {
  releases: PublishedRelease[];
  /** By day, the first first; a day without a file is none. */
  counts: ReadonlyMap<string, readonly CountedRow[]>;
  /** What contradicts itself in it, one sentence each. */
  faults: string[];
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
        addresses: new Map(addresses.map(({ language, path }) => [language, path])),
      })),
    counts: new Map(counted.toSorted(([a], [b]) => (a < b ? -1 : 1))),
    faults: contradictions(tables),
  };
}

/** What the tables of two months say differently of one release. */
function contradictions(tables: readonly AddressesOfMonth[]): string[] {
  const first = new Map<string, { month: string; release: AddressedRelease }>();
  return tables.flatMap(({ month, releases }) =>
    releases.flatMap((release) => {
      const before = first.get(release.id) ?? { month, release };
      first.set(release.id, before);
      return (['isWithdrawn', 'publicSince', 'addresses'] as const)
        .map((field) => ({ field, here: JSON.stringify(release[field]), there: JSON.stringify(before.release[field]) }))
        .filter(({ here, there }) => here !== there)
        .map(
          ({ field, here, there }) =>
            `${field} of ${release.id} is ${there} in ${addressesPath(before.month)}, and ${here} in ${addressesPath(month)}`,
        );
    }),
  );
}
