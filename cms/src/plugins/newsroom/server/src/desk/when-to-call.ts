import type { Edition, Pause } from '@newsroom/shared/edition';
import type { Wanted } from './call';

/** How long a call that failed waits for the next try, in milliseconds: each time twice as long, up to five minutes. */
const [firstPause, longestPause] = [1000, 5 * 60_000];

/** How long after a call the site must be live, in milliseconds, before it is called for again; then twice as long, up to an hour. */
const [firstPatience, longestPatience] = [10 * 60_000, 60 * 60_000];

/** The last call, whether it reached anybody or not. */
export interface LastCall {
  wanted: Wanted;
  /** When it ended, in milliseconds of the clock that `now` is of. */
  at: number;
  failed: boolean;
  /** How many calls in a row had the same end, this one included. */
  times: number;
}

/** When the oldest and the newest change was noticed for which nobody was called. */
export interface Unrest {
  first: number;
  last: number;
}

export interface Situation {
  wanted: Wanted;
  /** What the site is known to be. */
  seen: (Pick<Edition, 'epoch' | 'seq' | 'order'> & { paused: Pause | null }) | undefined;
  called: LastCall | undefined;
  unrest: Unrest;
}

/** When somebody has to be called, in milliseconds of a clock that only goes forward; undefined: there is no need. */
export function whenToCall(
  { wanted, seen, called, unrest }: Situation,
  { quiet, longest }: { quiet: number; longest: number },
): number | undefined {
  const ordered = wanted.order > (seen?.order ?? 0);
  if (seen !== undefined && !ordered) {
    if (seen.paused !== null) return undefined;
    if (seen.epoch === wanted.epoch && seen.seq >= wanted.seq) return undefined;
  }
  const moment = Math.min(unrest.last + quiet, unrest.first + longest);
  if (called === undefined) return ordered ? unrest.first : moment;
  if (wanted.order > called.wanted.order && ordered) return unrest.first;
  if (!isSame(wanted, called.wanted)) return moment;
  return (
    called.at +
    (called.failed ? doubled(firstPause, longestPause, called.times) : doubled(firstPatience, longestPatience, called.times))
  );
}

export function isSame(one: Wanted, other: Wanted): boolean {
  return one.epoch === other.epoch && one.seq === other.seq && one.order === other.order;
}

function doubled(first: number, longest: number, times: number): number {
  return Math.min(first * 2 ** Math.min(times - 1, 30), longest);
}
