import type { PopularList } from '@newsroom/shared/popular-list';
import type { Ranking } from '@newsroom/shared/ranking';

type Published = PopularList['together'];

/** What differs between a published ranking, but for titles and addresses, and the one that was computed again, one sentence each; none where they are equal. */
export function compareRankings(published: Published, { day, firstDay, weights, entries }: Ranking): string[] {
  const again = {
    rankedFor: day,
    firstDay,
    weights: weights.map(({ age, weight }) => `${age}: ${weight}`).join(', '),
    entries: entries.length,
  };
  const here = {
    rankedFor: published.rankedFor,
    firstDay: published.firstDay,
    weights: published.weights.map(({ age, weight }) => `${age}: ${weight}`).join(', '),
    entries: published.entries.length,
  };
  const places = Array.from({ length: Math.min(entries.length, published.entries.length) }, (_, index) => index);
  return [
    ...differences('', here, again),
    ...places.flatMap((index) => {
      const { title: _, titleLanguage: __, url: ___, ...entry } = published.entries[index] as Published['entries'][number];
      const { score, ...computed } = entries[index] as Ranking['entries'][number];
      return differences(`entry ${index + 1}: `, entry, { ...computed, score: String(score) });
    }),
  ];
}

/** @example ('entry 1: ', { views: 2 }, { views: 3 }) // => ['entry 1: views is 2 on the site, and 3 comes out'] */
function differences<T extends Record<string, unknown>>(where: string, here: T, again: T): string[] {
  return Object.keys(again)
    .filter((field) => here[field] !== again[field])
    .map((field) => `${where}${field} is ${here[field]} on the site, and ${again[field]} comes out`);
}
