import type { Language } from '@newsroom/shared/languages';
import { lastRankedDay } from '@newsroom/shared/popular-choices';
import { type PopularPeriod, ruleOfPeriod } from '@newsroom/shared/popular-rule';
import { type RankedRelease, type Ranking, rankReleases } from '@newsroom/shared/ranking';
import type { ListedRelease, Snapshot } from '../content/snapshot.ts';
import { contenders } from './contenders.ts';

/** A ranked release with what stands for it on a page in a language. */
export interface RankedVersion {
  ranked: RankedRelease;
  version: ListedRelease;
}

/** The list of a period for the snapshot's day, over all languages together or by what was read in one of them. */
export function rankingOf(snapshot: Snapshot, period: PopularPeriod, language?: Language): Ranking {
  return snapshot.once(`ranking ${period} ${language}`, () => {
    const rule = ruleOfPeriod(period, snapshot.popularSettings());
    const choices = snapshot.popularChoices();
    const counts = snapshot.countedDays(rule, lastRankedDay(snapshot.asOf, choices), language);
    const contending = contenders(counts, rule, choices, (ids) => snapshot.rankable(ids, language));
    return rankReleases({ ...contending, asOf: snapshot.asOf, rule, choices });
  });
}

/** The ranked releases, each in the page's language or else in the first that it has. */
export function rankedVersions(snapshot: Snapshot, ranking: Ranking, language: Language): RankedVersion[] {
  return ranking.entries.flatMap((ranked) => {
    const version = snapshot.release(ranked.id, language);
    return version === undefined ? [] : [{ ranked, version }];
  });
}
