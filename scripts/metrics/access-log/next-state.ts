import type { CountedDays } from './counted-days.ts';
import type { DayCount } from './day-count.ts';
import type { DaySalts } from './day-salts.ts';
import { sumOfTotals, totalsOf } from './day-totals.ts';
import { officeDayAt } from './office-calendar.ts';
import type { PageIndex } from './page-index.ts';
import type { ClosedDay, State } from './state.ts';
import { nothingClosed } from './state.ts';

/** How long after its end a day stays open, and after something was added to it last, in milliseconds. */
const graceTime = 24 * 3600 * 1000;

/** What is known at the end of a run. */
export interface Outcome {
  state: State;
  /** What each day has, by day. */
  totals: ReadonlyMap<string, ClosedDay>;
}

/**
 * What is to be kept after a run, and what each day has.
 *
 * A day closes 24 hours after its end, and its readers' hashes go with their salt. The newest day of all stays open for
 * 24 hours after something came to it, since the rest of it may still be read.
 */
export function outcomeOf(
  before: State,
  after: { days: CountedDays; logs: State['logs']; salts: DaySalts; pages: PageIndex; now: Date },
): Outcome {
  const { salts, pages, now } = after;
  const days: State['days'] = { ...before.days };
  const totals = new Map(Object.entries(before.days).map(([day, { closed }]) => [day, closed]));
  const counted = after.days.all().filter((day) => day.isTouched || before.days[day.day] !== undefined);
  const newest = [...Object.keys(before.days), ...counted.filter((day) => day.isOfReaders).map(({ day }) => day)].sort().at(-1);
  for (const day of counted) {
    const kept = before.days[day.day];
    const closed = sumOfTotals(kept?.closed ?? nothingClosed, totalsOf(day, pages));
    const addedAt = day.isTouched ? now.toISOString() : (kept?.open?.addedAt ?? now.toISOString());
    const isDue = isOver(day.day, now) && (day.day !== newest || now.getTime() - Date.parse(addedAt) >= graceTime);
    totals.set(day.day, closed);
    days[day.day] = isDue
      ? { closed, open: null, told: kept?.told ?? null }
      : { closed: kept?.closed ?? nothingClosed, open: opened(day, salts, addedAt), told: kept?.told ?? null };
  }
  return { state: { ...before, logs: after.logs, days }, totals };
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
