import { addDays, daysBetween } from './local-time.ts';
import type { PopularSettings } from './site-settings.ts';

/** The counts of one release on one local day, all languages together or one of them. */
export interface CountedDay {
  release: string;
  day: string;
  views: number;
  comments: number;
  reactions: number;
}

/** What is needed of a release to rank it. */
export interface Rankable {
  id: string;
  /** An instant in UTC: of two equal scores, the younger release comes first. */
  publicSince: string;
}

export interface RankedRelease {
  rank: number;
  id: string;
  /** Sums over the window, not weighted. */
  views: number;
  comments: number;
  reactions: number;
  score: bigint;
}

export interface Ranking {
  /** The local day for which it was computed: asOf, or the newest day of the metrics if that is older. */
  day: string;
  /** The first day of the window. */
  firstDay: string;
  /** The weight of every age in the window, in units of 2^-32. */
  weights: { age: number; weight: bigint }[];
  entries: RankedRelease[];
}

/** The weight of a fresh view: weights are integers in units of 2^-32, so that sums are exact. */
const unit = 2 ** 32;

/**
 * The weight of a day that lies `age` whole days back: floor(2^32 · 2^(−age / halfLifeDays)); exponential decay
 * with a half-life (https://en.wikipedia.org/wiki/Exponential_decay). Without a half-life every day weighs 2^32.
 */
export function weightOfAge(age: number, halfLifeDays: number | null): bigint {
  return BigInt(halfLifeDays === null ? unit : Math.floor(unit * 2 ** (-age / halfLifeDays)));
}

/**
 * Ranks releases by what readers did in the last days.
 *
 * score = Σ over the window's days of (views + commentWeight·comments + reactionWeight·reactions) · weight(age).
 * Equal scores: later `publicSince` first, then smaller id. Releases without a count are not listed.
 *
 * @param asOf the local day for which the site is made
 */
export function rankReleases(input: {
  releases: Rankable[];
  counts: CountedDay[];
  asOf: string;
  settings: PopularSettings;
}): Ranking {
  const { releases, settings } = input;
  const counts = input.counts.filter((row) => row.day <= input.asOf);
  const day = newestDay(counts) ?? input.asOf;
  const firstDay = addDays(day, 1 - settings.windowDays);
  const weights = Array.from({ length: settings.windowDays }, (_, age) => ({
    age,
    weight: weightOfAge(age, settings.halfLifeDays),
  }));

  const sums = new Map<string, Omit<RankedRelease, 'rank'>>();
  for (const row of counts) {
    const weight = weights[daysBetween(row.day, day)]?.weight;
    if (weight === undefined) continue;
    const sum = sums.get(row.release) ?? { id: row.release, views: 0, comments: 0, reactions: 0, score: 0n };
    const worth = row.views + settings.commentWeight * row.comments + settings.reactionWeight * row.reactions;
    sums.set(row.release, {
      id: row.release,
      views: sum.views + row.views,
      comments: sum.comments + row.comments,
      reactions: sum.reactions + row.reactions,
      score: sum.score + BigInt(worth) * weight,
    });
  }

  const entries = releases
    .flatMap((release) => {
      const sum = sums.get(release.id);
      return sum !== undefined && sum.score > 0n ? [{ ...sum, publicSince: release.publicSince }] : [];
    })
    .sort(byScoreThenYouth)
    .slice(0, settings.size)
    .map(({ publicSince: _, ...entry }, index) => ({ rank: index + 1, ...entry }));
  return { day, firstDay, weights, entries };
}

function newestDay(counts: CountedDay[]): string | undefined {
  let newest: string | undefined;
  for (const { day } of counts) if (newest === undefined || day > newest) newest = day;
  return newest;
}

type Scored = Rankable & { score: bigint };

function byScoreThenYouth(a: Scored, b: Scored): number {
  if (a.score !== b.score) return a.score > b.score ? -1 : 1;
  if (a.publicSince !== b.publicSince) return a.publicSince > b.publicSince ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
