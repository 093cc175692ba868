import { isLanguage } from '@newsroom/shared/languages';
import type { CollectedDay, CountedRow } from '../collector.ts';
import { digestOf } from './log-file.ts';
import type { ClosedDay, State } from './state.ts';

interface UntoldDay {
  collected: CollectedDay;
  /** What is to be kept when the CMS knows it. */
  told: NonNullable<State['days'][string]['told']>;
}

/**
 * The days of which the CMS does not know what they have. A page that it was told of, and that has no view any more, is
 * told with none.
 */
export function untoldDays(state: State, totals: ReadonlyMap<string, ClosedDay>): UntoldDay[] {
  return [...totals]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, { views, leftOut, spikes }]) => {
      const gone = state.days[day]?.told?.pages.map((page) => [page, 0] as const) ?? [];
      const collected = { day, rows: rowsOf({ ...Object.fromEntries(gone), ...views }), leftOut, spikes };
      const digest = digestOf(Buffer.from(JSON.stringify(collected)));
      return { collected, told: { digest, pages: collected.rows.map(({ document, language }) => `${document} ${language}`) } };
    })
    .filter(({ collected, told }) => !isEmpty(collected) && state.days[collected.day]?.told?.digest !== told.digest);
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
