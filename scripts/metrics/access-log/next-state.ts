import type { CountedDays } from './counted-days.ts';
import type { DayCount } from './day-count.ts';
import type { DaySalts } from './day-salts.ts';
import { sumOfTotals, totalsOf } from './day-totals.ts';
import { officeDayAt } from './office-calendar.ts';
import type { PageIndex } from './page-index.ts';
import { type ClosedDay, nothingClosed, type State } from './state.ts';

/** How long after its end a day stays open, and after something was added to it last, in milliseconds. */
const graceTime = 24 * 3600 * 1000;

/** What each day has at the end of a run, by day: what was counted before, and what its readers come to. */
export function totalsAfter(before: State, days: CountedDays, pages: PageIndex): Map<string, ClosedDay> {
  const totals = new Map(Object.entries(before.days).map(([day, { closed }]) => [day, closed]));
  for (const day of days.all()) totals.set(day.day, sumOfTotals(totals.get(day.day) ?? nothingClosed, totalsOf(day, pages)));
  return totals;
}

/**
 * What is to be kept after a run.
 *
 * A day closes 24 hours after its end, and its readers' hashes go with their salt. The newest day of all stays open for
 * 24 hours after something came to it, since the rest of it may still be read.
 */
export function stateAfter(
  before: State,
  totals: ReadonlyMap<string, ClosedDay>,
  { days, logs, salts, now }: { days: CountedDays; logs: State['logs']; salts: DaySalts; now: Date },
): State {
  const kept: State['days'] = { ...before.days };
  const all = days.all();
  const newest = [...Object.keys(before.days), ...all.filter((day) => day.isOfReaders).map(({ day }) => day)].sort().at(-1);
  for (const day of all) {
    const { closed = nothingClosed, open = null, told = null } = before.days[day.day] ?? {};
    const addedAt = day.isTouched ? now.toISOString() : (open?.addedAt ?? now.toISOString());
    const isDue = isOver(day.day, now) && (day.day !== newest || now.getTime() - Date.parse(addedAt) >= graceTime);
    kept[day.day] = isDue
      ? { closed: totals.get(day.day) ?? closed, open: null, told }
      : { closed, open: opened(day, salts, addedAt), told };
  }
  return { ...before, logs, days: kept };
}

function opened(day: DayCount, salts: DaySalts, addedAt: string): State['days'][string]['open'] {
  const { requests, leftOut } = day;
  return { salt: Buffer.from(salts.of(day.day)).toString('base64'), readers: day.shelve(), requests, leftOut, addedAt };
}

/** Whether a day ended long ago. */
function isOver(day: string, now: Date): boolean {
  const noon = Date.parse(`${day}T12:00:00Z`) / 1000;
  return now.getTime() >= officeDayAt(noon).end * 1000 + graceTime;
}
