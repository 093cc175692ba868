import type { MetricsImport } from '@newsroom/shared/daily-metrics';
import type { Language } from '@newsroom/shared/languages';
import { addDays } from '@newsroom/shared/local-time';

/** What the releases of the demo are said to have got in the last week: views, comments, reactions. */
const totals = [
  [4327, 1, 3],
  [2792, 1, 33],
  [2387, 0, 32],
  [2415, 0, 11],
  [2489, 3, 16],
  [2432, 0, 13],
  [2492, 2, 19],
  [2511, 0, 6],
  [2556, 0, 6],
  [2447, 0, 3],
] as const;

/** How readers part among the languages, and readings among the days, the latest first. */
const languageShares: [Language, number][] = [
  ['kk', 0.48],
  ['ru', 0.41],
  ['en', 0.11],
];
const dayShares = [0.3, 0.22, 0.16, 0.12, 0.09, 0.06, 0.05];

/**
 * A week of metrics for the demo's releases, ending the day before `today`; their sums are exactly the totals above.
 *
 * @param releases the releases' identifiers in the CMS
 * @param today a local day
 */
export function demoMetrics(releases: string[], today: string): MetricsImport {
  const cells = languageShares.flatMap(([language, ofLanguage]) =>
    dayShares.map((ofDay, age) => ({ language, day: addDays(today, -1 - age), share: ofLanguage * ofDay })),
  );
  const rows = releases.flatMap((release, index) => {
    const [views, comments, reactions] = totals[index % totals.length] ?? totals[0];
    const shares = cells.map((cell) => cell.share);
    const [v, c, r] = [split(views, shares), split(comments, shares), split(reactions, shares)];
    return cells.map(({ language, day }, cell) => ({
      release,
      language,
      day,
      views: v[cell] ?? 0,
      comments: c[cell] ?? 0,
      reactions: r[cell] ?? 0,
    }));
  });
  return { source: 'demo', rows };
}

/** Parts a whole number by shares that add up to 1; the parts are whole and add up to it. @example 5, [0.5, 0.5] => [3, 2] */
function split(total: number, shares: number[]): number[] {
  let share = 0;
  let given = 0;
  return shares.map((one) => {
    share += one;
    const part = Math.round(total * share) - given;
    given += part;
    return part;
  });
}
