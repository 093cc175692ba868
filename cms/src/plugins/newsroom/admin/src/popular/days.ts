import type { DeskList, PopularDesk } from '@newsroom/shared/popular-desk';
import type { Say } from '../publishing/say';
import type { Times } from '../publishing/times';

/** A local day in words. @example '2026-11-27' // => '27 November' */
export function dayWords(times: Times, day: string): string {
  return times.day(`${day}T07:00:00.000Z`);
}

/** On which days a list was read, in sentences, and whether the last of them is not over yet. */
export function daysWords(
  say: Say,
  times: Times,
  { firstDay, day }: Pick<DeskList, 'firstDay' | 'day'>,
  { rankedFor, today }: Pick<PopularDesk, 'rankedFor' | 'today'>,
): string {
  const [first, last] = [dayWords(times, firstDay), dayWords(times, day)];
  const words =
    firstDay === day ? say('newsroom.popular.list.daysOne', { last }) : say('newsroom.popular.list.days', { first, last });
  return rankedFor === today ? `${words} ${say('newsroom.popular.list.notOver')}` : words;
}
