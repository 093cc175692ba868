import { isLanguage } from '@newsroom/shared/languages';
import type { CollectedDay, CountedRow } from '../collector.ts';
import { digestOf } from './log-file.ts';
import type { ClosedDay, State } from './state.ts';

/** The days of which the CMS does not know what they have, with the digest by which it is known again. */
export function untoldDays(state: State, totals: ReadonlyMap<string, ClosedDay>): { collected: CollectedDay; digest: string }[] {
  return [...totals]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, { views, leftOut, spikes }]) => {
      const collected = { day, rows: rowsOf(views), leftOut, spikes };
      return { collected, digest: digestOf(Buffer.from(JSON.stringify(collected))) };
    })
    .filter(({ collected, digest }) => !isEmpty(collected) && state.days[collected.day]?.told !== digest);
}

function rowsOf(views: ClosedDay['views']): CountedRow[] {
  return Object.entries(views)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, count]) => {
      const [document = '', language] = name.split(' ');
      return isLanguage(language) ? [{ document, language, views: count, comments: 0, reactions: 0 }] : [];
    });
}

function isEmpty({ rows, leftOut }: CollectedDay): boolean {
  return rows.length === 0 && Object.keys(leftOut).length === 0;
}
