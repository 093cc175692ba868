import type { Times } from '../publishing/times';

/** A local day in words. @example '2026-11-27' // => '27 November' */
export function dayWords(times: Times, day: string): string {
  return times.day(`${day}T07:00:00.000Z`);
}
