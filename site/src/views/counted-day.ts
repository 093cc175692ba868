import { countedDayPath } from '@newsroom/shared/permalink';
import { countedDayColumns } from '@newsroom/shared/readership';
import type { Snapshot } from '../content/snapshot.ts';
import { type Page, type PageParams, plainFile } from './page.ts';

/** The file of a day's counts; none where nothing was counted on it. */
export function countedDayPages(snapshot: Snapshot, day: string): Page[] {
  return snapshot.isCounted(day) ? [plainFile('readership', countedDayPath(day))] : [];
}

/**
 * What was counted on a day, as CSV (RFC 4180, with its line ends): a head, then one line for each release and language.
 * Nothing in it has to stand in quotes: identifiers, languages and numbers.
 */
export function countedDay(snapshot: Snapshot, { day = '' }: PageParams): string | undefined {
  const rows = snapshot.countedOn(day);
  if (rows.length === 0) return undefined;
  const lines = [countedDayColumns, ...rows.map((row) => countedDayColumns.map((column) => row[column]))];
  return lines.map((line) => `${line.join(',')}\r\n`).join('');
}
