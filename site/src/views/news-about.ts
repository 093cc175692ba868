import { yearPath } from '@newsroom/shared/permalink';
import type { Snapshot, Subject } from '../content/snapshot.ts';
import { formatCount } from '../languages/numbers.ts';
import { wordsIn } from '../languages/words.ts';
import { newest } from './newest.ts';
import { type ReleaseItem, releaseItem } from './release-item.ts';

/** What was published about a document: the latest, and the way to all of it. */
export interface NewsAbout {
  latest: ReleaseItem[];
  years: { year: string; href: string; count: string }[];
}

/** How many releases the document's own page shows; its archives by year have all. */
const shown = 20;

export function newsAbout(snapshot: Snapshot, subject: Subject & { path: string }): NewsAbout {
  const { language, path } = subject;
  return {
    latest: snapshot.latestAbout(subject, shown).map(releaseItem),
    years: snapshot.yearsAbout(subject).map(({ year, count }) => ({
      year,
      href: yearPath(path, year),
      count: formatCount(language, wordsIn(language).releases, count),
    })),
  };
}

/** When a document, its accreditations, or the newest of what was published about it, was changed last. */
export function lastChangeAbout(snapshot: Snapshot, subject: Subject & { at: string }): string {
  const accreditations = snapshot.accreditationsOf(subject.type, subject.id).map(({ at }) => at);
  const releases = snapshot.lastChangesAbout(subject).values();
  return newest([subject.at, ...accreditations, ...releases]) ?? subject.at;
}
