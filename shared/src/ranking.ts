import { addDays, daysBetween } from './local-time.ts';
import { lastRankedDay, noChoices, type PopularChoices } from './popular-choices.ts';
import type { PopularRule } from './popular-rule.ts';

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
  /** Its place in the list, from 1. */
  rank: number;
  id: string;
  /** Sums over the window, not weighted. */
  views: number;
  comments: number;
  reactions: number;
  score: bigint;
  /** Whether it stands where it does because the office put it there. */
  isPinned: boolean;
  /** Its place in the list of the day before; null: it was not in it. */
  rankBefore: number | null;
}

export interface Ranking {
  /** The local day for which it was computed: asOf, or the newest day of the metrics if that is older. */
  day: string;
  /** The first day of the window; of a list over all days, the first day that was counted. */
  firstDay: string;
  /** The weight of every age in the window, in units of 2^-32; of a list over all days, that of every age alike, once. */
  weights: { age: number; weight: bigint }[];
  entries: RankedRelease[];
}

/** What one day adds to a score. */
export interface ScoreTerm extends Omit<CountedDay, 'release'> {
  /** Whole local days between it and the day of the ranking. */
  age: number;
  /** Views, with comments and reactions counted as views. */
  worth: number;
  /** In units of 2^-32. */
  weight: bigint;
  /** worth · weight */
  product: bigint;
}

/** What is ranked, and how. */
export interface RankingInput {
  releases: readonly Rankable[];
  /** For the places of the day before, the window's days and the one before them; others may be left out. */
  counts: readonly CountedDay[];
  /** The local day for which the site is made. */
  asOf: string;
  rule: PopularRule;
  choices?: Partial<PopularChoices>;
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
 * Pinned releases come first, in the order of the pins, with or without a score; then those with a score, the highest
 * first. Equal scores: later `publicSince` first, then smaller id. Excluded releases are not listed. While the lists
 * stand still, no day after that on which this began is looked at.
 */
export function rankReleases(input: RankingInput): Ranking {
  const { rule } = input;
  const asOf = lastRankedDay(input.asOf, input.choices ?? noChoices);
  const days = [...new Set(input.counts.map((row) => row.day))].filter((one) => one <= asOf).sort();
  const day = days.at(-1) ?? asOf;
  const firstDay = rule.windowDays === null ? (days[0] ?? day) : addDays(day, 1 - rule.windowDays);
  const before = new Map(listOf(input, addDays(day, -1)).map(({ id }, index) => [id, index + 1]));
  const entries = listOf(input, day).map((entry, index) => ({
    rank: index + 1,
    ...entry,
    rankBefore: before.get(entry.id) ?? null,
  }));
  return { day, firstDay, weights: weightsOf(rule), entries };
}

/** What the days of the window add to a release's score, the newest first. @param counts those of the release */
export function scoreTerms(counts: readonly CountedDay[], rule: PopularRule, day: string): ScoreTerm[] {
  return counts
    .flatMap(({ release: _, ...row }) => {
      const weight = weightOfDay(row.day, rule, day);
      if (weight === undefined) return [];
      const worth = worthOf(row, rule);
      return [{ ...row, age: daysBetween(row.day, day), worth, weight, product: BigInt(worth) * weight }];
    })
    .toSorted((a, b) => a.age - b.age);
}

/** The weights of all ages in a window. */
function weightsOf({ windowDays, halfLifeDays }: PopularRule): Ranking['weights'] {
  return Array.from({ length: windowDays ?? 1 }, (_, age) => ({ age, weight: weightOfAge(age, halfLifeDays) }));
}

type Listed = Omit<RankedRelease, 'rank' | 'rankBefore'>;

/** The list of a day, in its order. */
function listOf({ releases, counts, rule, choices }: RankingInput, day: string): Listed[] {
  const sums = sumUp(counts, rule, day);
  const excluded = new Set(choices?.exclusions);
  const pinned = new Map(choices?.pins?.map((id, place) => [id, place]));
  const placed = releases
    .filter(({ id }) => !excluded.has(id) && (pinned.has(id) || (sums.get(id)?.score ?? 0n) > 0n))
    .map((release) => ({ ...release, ...(sums.get(release.id) ?? nothing), place: pinned.get(release.id) }));
  return placed
    .sort(byPinThenScoreThenYouth)
    .slice(0, rule.size)
    .map(({ id, views, comments, reactions, score, place }) => {
      return { id, views, comments, reactions, score, isPinned: place !== undefined };
    });
}

type Sums = Pick<RankedRelease, 'views' | 'comments' | 'reactions' | 'score'>;

const nothing: Sums = { views: 0, comments: 0, reactions: 0, score: 0n };

function sumUp(counts: readonly CountedDay[], rule: PopularRule, day: string): Map<string, Sums> {
  const weights = new Map(
    [...new Set(counts.map((row) => row.day))].map((counted) => [counted, weightOfDay(counted, rule, day)]),
  );
  const sums = new Map<string, Sums>();
  for (const row of counts) {
    const weight = weights.get(row.day);
    if (weight === undefined) continue;
    const sum = sums.get(row.release) ?? { ...nothing };
    sum.views += row.views;
    sum.comments += row.comments;
    sum.reactions += row.reactions;
    sum.score += BigInt(worthOf(row, rule)) * weight;
    sums.set(row.release, sum);
  }
  return sums;
}

/** The weight of a day in the ranking for another, in units of 2^-32; undefined: it is outside the window. */
export function weightOfDay(counted: string, { windowDays, halfLifeDays }: PopularRule, day: string): bigint | undefined {
  const age = daysBetween(counted, day);
  return age < 0 || (windowDays !== null && age >= windowDays) ? undefined : weightOfAge(age, halfLifeDays);
}

/** What readers did, as views: comments and reactions are worth as many as the rule says. */
export function worthOf({ views, comments, reactions }: Omit<CountedDay, 'release' | 'day'>, rule: PopularRule): number {
  return views + rule.commentWeight * comments + rule.reactionWeight * reactions;
}

type Placed = Rankable & { score: bigint; place: number | undefined };

function byPinThenScoreThenYouth(a: Placed, b: Placed): number {
  if (a.place !== b.place) return (a.place ?? Number.POSITIVE_INFINITY) - (b.place ?? Number.POSITIVE_INFINITY);
  if (a.score !== b.score) return a.score > b.score ? -1 : 1;
  if (a.publicSince !== b.publicSince) return a.publicSince > b.publicSince ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
