import { addDays } from '@newsroom/shared/local-time';
import type { PopularRule } from '@newsroom/shared/popular-rule';
import { type CountedDay, weightOfAge } from '@newsroom/shared/ranking';

/** Sums of floating-point numbers differ from exact ones by much less than this share. */
const doubt = 1e-9;

/**
 * The releases that can be in the list of a day or of the day before. Ranking is exact, which is slow for all that an
 * archive has; so the scores of all are estimated first, and those that come near the end of a list are ranked.
 *
 * @param isEligible whether a release can be in the list at all
 */
export function contenders(
  counts: readonly CountedDay[],
  isEligible: (release: string) => boolean,
  rule: PopularRule,
  day: string,
): Set<string> {
  const lists = [day, addDays(day, -1)].map((one) => weightsByDay(rule, one));
  const estimates = lists.map(() => new Map<string, number>());
  for (const { release, day: counted, views, comments, reactions } of counts) {
    const worth = views + rule.commentWeight * comments + rule.reactionWeight * reactions;
    for (const [index, weights] of lists.entries()) {
      const score = worth * (weights.get(counted) ?? 0);
      const sums = estimates[index];
      if (score > 0 && sums !== undefined) sums.set(release, (sums.get(release) ?? 0) + score);
    }
  }
  return new Set(estimates.flatMap((sums) => near(sums, isEligible, rule.size)));
}

function weightsByDay({ windowDays, halfLifeDays }: PopularRule, day: string): Map<string, number> {
  const ages = Array.from({ length: windowDays ?? 0 }, (_, age) => age);
  return new Map(ages.map((age) => [addDays(day, -age), Number(weightOfAge(age, halfLifeDays))]));
}

/** Those that are no further back than the last that a list has room for. */
function near(sums: Map<string, number>, isEligible: (release: string) => boolean, size: number): string[] {
  const eligible = [...sums].filter(([release]) => isEligible(release)).sort(([, a], [, b]) => b - a);
  const last = eligible[size - 1]?.[1] ?? 0;
  return eligible.filter(([, score]) => score >= last * (1 - doubt)).map(([release]) => release);
}
