import { isLanguage, type Language, languages } from '@newsroom/shared/languages';
import { popularJsonPath } from '@newsroom/shared/permalink';
import type { PopularList } from '@newsroom/shared/popular-list';
import { popularPeriods, ruleOfPeriod } from '@newsroom/shared/popular-rule';
import type { Ranking } from '@newsroom/shared/ranking';
import type { Snapshot } from '../content/snapshot.ts';
import { type Page, type PageParams, plainFile } from './page.ts';
import { periodOf } from './period-of.ts';
import { rankedVersions, rankingOf } from './popular-ranking.ts';

export function popularDataPages(): Page[] {
  return popularPeriods.flatMap((period) =>
    languages.map((language) => plainFile('popular-data', popularJsonPath(language, period))),
  );
}

/** `popular.json`: a list and all that it was computed from. @param site the site's own address */
export function popularData(snapshot: Snapshot, params: PageParams, site: URL): PopularList | undefined {
  const { locale } = params;
  const period = periodOf(params);
  if (!isLanguage(locale) || period === undefined) return undefined;
  return {
    language: locale,
    period,
    asOf: snapshot.asOf,
    rule: ruleOfPeriod(period, snapshot.popularSettings()),
    choices: snapshot.popularChoices(),
    together: rankingData(snapshot, rankingOf(snapshot, period), locale, site),
    inLanguage: rankingData(snapshot, rankingOf(snapshot, period, locale), locale, site),
    outside: period === 'now' ? snapshot.outsideLists() : [],
  };
}

function rankingData(snapshot: Snapshot, ranking: Ranking, language: Language, site: URL): PopularList['inLanguage'] {
  return {
    rankedFor: ranking.day,
    firstDay: ranking.firstDay,
    weights: ranking.weights.map(({ age, weight }) => ({ age, weight: String(weight) })),
    entries: rankedVersions(snapshot, ranking, language).map(({ ranked, version }) => ({
      rank: ranked.rank,
      rankBefore: ranked.rankBefore,
      isPinned: ranked.isPinned,
      id: ranked.id,
      title: version.title,
      titleLanguage: version.lang ?? language,
      url: new URL(version.path, site).href,
      views: ranked.views,
      comments: ranked.comments,
      reactions: ranked.reactions,
      score: String(ranked.score),
    })),
  };
}
