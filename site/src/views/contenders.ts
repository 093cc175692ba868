import { addDays } from '@newsroom/shared/local-time';
import type { PopularChoices } from '@newsroom/shared/popular-choices';
import type { PopularRule } from '@newsroom/shared/popular-rule';
import { type CountedDay, type Rankable, weightOfDay, worthOf } from '@newsroom/shared/ranking';

/** Those releases, and those counts, from which a list comes out as it does from all. */
export interface Contenders {
  releases: Rankable[];
  counts: CountedDay[];
}

/**
 * Of all that was counted, what a list and the one of the day before hang on: the pinned releases, and of the others so
 * many, the highest scores first, that those below stand in neither. What is then read are few releases, however many
 * were counted, so that another one seldom concerns the list.
 *
 * @param rankable which of some releases may be ranked at all
 */
export function contenders(
  counts: readonly CountedDay[],
  rule: PopularRule,
  { pins, exclusions }: Pick<PopularChoices, 'pins' | 'exclusions'>,
  rankable: (ids: readonly string[]) => Rankable[],
): Contenders {
  const days = [...new Set(counts.map(({ day }) => day))].sort();
  const [first, last] = [days[0], days.at(-1)];
  const excluded = new Set(exclusions);
  const found = new Map(rankable(pins).map((release) => [release.id, release]));
  for (const day of last === undefined ? [] : [last, addDays(last, -1)]) {
    let [places, lowest] = [rule.size, 0n];
    for (const { id, score } of byScore(counts, rule, day)) {
      if (places === 0 && score < lowest) break;
      if (excluded.has(id)) continue;
      const known = found.get(id) ?? rankable([id])[0];
      if (known === undefined) continue;
      found.set(id, known);
      if (places > 0) [places, lowest] = [places - 1, score];
    }
  }
  // The days between which all was counted are told by rows of whatever release.
  const isKept = ({ release, day }: CountedDay) => found.has(release) || day === first || day === last;
  return { releases: [...found.values()], counts: counts.filter(isKept) };
}

/** The releases with a score on a day, the highest first. */
function byScore(counts: readonly CountedDay[], rule: PopularRule, day: string): { id: string; score: bigint }[] {
  const weights = new Map<string, bigint>();
  const scores = new Map<string, bigint>();
  for (const row of counts) {
    // All rows of a day have one weight, none where it is no day of the window.
    const weight = weights.get(row.day) ?? weightOfDay(row.day, rule, day) ?? 0n;
    weights.set(row.day, weight);
    const worth = worthOf(row, rule);
    if (weight > 0n && worth > 0) scores.set(row.release, (scores.get(row.release) ?? 0n) + BigInt(worth) * weight);
  }
  return [...scores].map(([id, score]) => ({ id, score })).sort((a, b) => (a.score === b.score ? 0 : a.score > b.score ? -1 : 1));
}
