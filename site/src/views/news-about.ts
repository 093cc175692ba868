import { yearPath } from '@newsroom/shared/permalink';
import { documentPath } from '../content/document-path.ts';
import type { RelatedType, Snapshot, Version } from '../content/snapshot.ts';
import { formatCount } from '../languages/numbers.ts';
import { wordsIn } from '../languages/words.ts';
import { type ReleaseItem, releaseItem } from './release-item.ts';

/** What was published about a document: the latest, and the way to all of it. */
export interface NewsAbout {
  latest: ReleaseItem[];
  years: { year: string; href: string; count: string }[];
}

/** How many releases the document's own page shows; its archives by year have all. */
const shown = 20;

export function newsAbout(snapshot: Snapshot, document: Version<RelatedType>): NewsAbout {
  const { type, id, language } = document;
  return {
    latest: snapshot.latestAbout(document, shown).map(releaseItem),
    years: snapshot.yearsAbout(type, id, language).map(({ year, count }) => ({
      year,
      href: yearPath(documentPath(document), year),
      count: formatCount(language, wordsIn(language).releases, count),
    })),
  };
}
