import type { Language } from '@newsroom/shared/languages';
import type { PopularPeriod } from '@newsroom/shared/popular-rule';
import type { Snapshot } from '../content/snapshot.ts';
import { formatDay, formatDayOfInstant } from '../languages/dates.ts';
import { formatCount } from '../languages/numbers.ts';
import { fill } from '../languages/phrases.ts';
import { wordsIn } from '../languages/words.ts';
import { rankingOf } from './popular-ranking.ts';

/** What else has to be said of a list, one sentence each. */
export function popularNotes(snapshot: Snapshot, language: Language, period: PopularPeriod): string[] {
  return [silence(snapshot, language), newestFigures(snapshot, language, period), leftOut(snapshot, language)].filter(
    (note) => note !== undefined,
  );
}

/** That the lists stand still, as the law may ask before a vote; undefined where they do not. */
export function silence(snapshot: Snapshot, language: Language): string | undefined {
  const { silentSince } = snapshot.popularChoices();
  if (silentSince === null) return undefined;
  return fill(wordsIn(language).popularSilent, { date: formatDayOfInstant(language, silentSince).text });
}

/** Of which day the newest figures are, and that there will be more of the day of the site; undefined without any. */
function newestFigures(snapshot: Snapshot, language: Language, period: PopularPeriod): string | undefined {
  const { day } = rankingOf(snapshot, period);
  if (!snapshot.daysCounted().includes(day)) return undefined;
  const { newestFigures, figuresSoFar } = wordsIn(language);
  return fill(day === snapshot.asOf ? figuresSoFar : newestFigures, { day: formatDay(language, day).text });
}

/** How many releases the office keeps out of the lists that could stand there. */
function leftOut(snapshot: Snapshot, language: Language): string | undefined {
  const { length } = snapshot.rankable(snapshot.popularChoices().exclusions);
  return length === 0 ? undefined : formatCount(language, wordsIn(language).leftOutOfPopular, length);
}
