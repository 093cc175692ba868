import { addDays } from '@newsroom/shared/local-time';
import type { PopularChoices } from '@newsroom/shared/popular-choices';
import type { PopularRule } from '@newsroom/shared/popular-rule';
import { type CountedDay, type Rankable, scoreTerms } from '@newsroom/shared/ranking';

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
  const days = counts.map(({ day }) => day);
  const [first, last] = [least(days), greatest(days)];
  const excluded = new Set(exclusions);
  const found = new Map(rankable(pins).map((release) => [release.id, release]));
  const byRelease = Map.groupBy(counts, ({ release }) => release);
  for (const day of last === undefined ? [] : [last, addDays(last, -1)]) {
    let [places, lowest] = [rule.size, 0n];
    for (const { id, score } of byScore(byRelease, rule, day)) {
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
function byScore(byRelease: ReadonlyMap<string, CountedDay[]>, rule: PopularRule, day: string): { id: string; score: bigint }[] {
  return [...byRelease]
    .map(([id, rows]) => ({ id, score: scoreTerms(rows, rule, day).reduce((sum, { product }) => sum + product, 0n) }))
    .filter(({ score }) => score > 0n)
    .sort((a, b) => (a.score === b.score ? 0 : a.score > b.score ? -1 : 1));
}

function least(days: readonly string[]): string | undefined {
  return days.reduce<string | undefined>((least, day) => (least === undefined || day < least ? day : least), undefined);
}

function greatest(days: readonly string[]): string | undefined {
  return days.reduce<string | undefined>(
    (greatest, day) => (greatest === undefined || day > greatest ? day : greatest),
    undefined,
  );
}
