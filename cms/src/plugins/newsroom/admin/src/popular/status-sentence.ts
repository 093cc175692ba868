import { addDays } from '@newsroom/shared/local-time';
import type { PopularDesk } from '@newsroom/shared/popular-desk';
import type { Say } from '../publishing/say';
import type { Times } from '../publishing/times';
import { dayWords } from './days';

/** For which day the lists are ranked, and whether they stand still for readers, in sentences. */
export function statusSentences(say: Say, times: Times, { today, rankedFor, silence }: PopularDesk): string {
  const still = silence === null ? [] : [say('newsroom.popular.status.silent', { since: times.since(silence.since) })];
  return [ranked(say, times, today, rankedFor), ...still].join(' ');
}

function ranked(say: Say, times: Times, today: string, rankedFor: string | null): string {
  if (rankedFor === null) return say('newsroom.popular.status.nothing');
  // Counters that work once a day have counted up to yesterday; the others tell of today as well.
  const isBehind = rankedFor < addDays(today, -1);
  return say(`newsroom.popular.status.${isBehind ? 'behind' : 'ranked'}`, { day: dayWords(times, rankedFor) });
}
