import { type Language, languages } from '@newsroom/shared/languages';
import { addDays } from '@newsroom/shared/local-time';
import type { DeskEntry, DeskList } from '@newsroom/shared/popular-desk';
import { isSameRule, type PopularRule } from '@newsroom/shared/popular-rule';
import { type CountedDay, type Ranking, rankReleases, type ScoreTerm, scoreTerms } from '@newsroom/shared/ranking';
import type { PopularSettings } from '@newsroom/shared/site-settings';
import { byReleaseAndDay, type CountedRow } from './counted-days';
import type { RankableRelease } from './rankable-releases';

/** How many days the chart of a release shows. */
export const chartDays = 30;

interface Ranked {
  language: Language | null;
  /** What was ranked. */
  counts: readonly CountedRow[];
  ranking: Ranking;
  /** Places by the settings in force. */
  inForce: Map<string, number>;
}

interface Input {
  counts: readonly CountedRow[];
  releases: readonly RankableRelease[];
  today: string;
  /** The newest day on which anything was counted, in whatever language: all lists are ranked for it. */
  day: string;
  inForce: PopularSettings;
  asked: PopularSettings;
  choices: { pins: string[]; exclusions: string[] };
}

/** The lists as the site makes them: over all languages together, and over what was read in each. */
export function rankLists({ counts, releases, inForce, asked, ...more }: Input): Ranked[] {
  const byLanguage = Map.groupBy(counts, ({ language }) => language);
  return [null, ...languages].map((language) => {
    const has = (release: RankableRelease) => language === null || release.languages.has(language);
    const spoken = language === null ? counts : (byLanguage.get(language) ?? []);
    const input = { ...more, releases: releases.filter(has), counts: spoken };
    const ranking = rank(input, asked);
    const places = isSameRule(asked, inForce) ? ranking : rank(input, inForce);
    return { language, counts: spoken, ranking, inForce: new Map(places.entries.map(({ id, rank: place }) => [id, place])) };
  });
}

type Rankable = Pick<Input, 'counts' | 'releases' | 'today' | 'day' | 'choices'>;

function rank({ counts, releases, today, day, choices }: Rankable, rule: PopularRule): Ranking {
  // A row of no release says which day was counted last.
  const last = { release: '', day, views: 0, comments: 0, reactions: 0 };
  return rankReleases({ releases, counts: [last, ...counts], asOf: today, rule, choices });
}

/**
 * A list with how each score came about.
 *
 * @param recent what its releases got on the days of the chart, in all languages
 * @param lastDay the last of these days
 */
export function explainList(ranked: Ranked, rule: PopularRule, recent: readonly CountedRow[], lastDay: string): DeskList {
  const { language, ranking, counts, inForce } = ranked;
  const isListed = new Set(ranking.entries.map(({ id }) => id));
  const termsOf = daysByRelease(counts.filter(({ release }) => isListed.has(release)));
  const viewsOf = daysByRelease(language === null ? recent : recent.filter((row) => row.language === language));
  const entries = ranking.entries.map(
    ({ score, ...entry }): DeskEntry => ({
      ...entry,
      rankInForce: inForce.get(entry.id) ?? null,
      score: String(score),
      terms: scoreTerms(termsOf.get(entry.id) ?? [], rule, ranking.day).map(told),
      last30: chartOf(viewsOf.get(entry.id) ?? [], lastDay),
    }),
  );
  const dropped = [...inForce].flatMap(([id, rankInForce]) => (isListed.has(id) ? [] : [{ id, rankInForce }]));
  return { language, day: ranking.day, firstDay: ranking.firstDay, entries, dropped };
}

function daysByRelease(rows: readonly CountedRow[]): Map<string, CountedDay[]> {
  return Map.groupBy(byReleaseAndDay(rows), ({ release }) => release);
}

function chartOf(days: CountedDay[], lastDay: string): DeskEntry['last30'] {
  const views = new Map(days.map((row) => [row.day, row.views]));
  return Array.from({ length: chartDays }, (_, index) => {
    const day = addDays(lastDay, index + 1 - chartDays);
    return { day, views: views.get(day) ?? 0 };
  });
}

function told({ weight, product, ...term }: ScoreTerm): DeskEntry['terms'][number] {
  return { ...term, weight: String(weight), product: String(product) };
}
