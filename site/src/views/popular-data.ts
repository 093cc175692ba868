import { isLanguage, type Language, languages } from '@newsroom/shared/languages';
import { popularJsonPath } from '@newsroom/shared/permalink';
import type { PopularList } from '@newsroom/shared/popular-list';
import type { Ranking } from '@newsroom/shared/ranking';
import type { Snapshot } from '../content/snapshot.ts';
import { type Page, type PageParams, plainFile } from './page.ts';
import { rankAll, rankedVersions } from './popular-list.ts';

export function popularDataPages(): Page[] {
  return languages.map((language) => plainFile('popular-data', popularJsonPath(language)));
}

/** `popular.json`: the list and all that it was computed from. @param site the site's own address */
export function popularData(snapshot: Snapshot, { locale }: PageParams, site: URL): PopularList | undefined {
  if (!isLanguage(locale)) return undefined;
  const { size: _, ...settings } = snapshot.popularSettings();
  return {
    language: locale,
    asOf: snapshot.asOf,
    settings,
    ...rankingData(snapshot, rankAll(snapshot), locale, site),
    inLanguage: rankingData(snapshot, rankAll(snapshot, locale), locale, site),
    outside: snapshot.outsideLists(),
  };
}

function rankingData(snapshot: Snapshot, ranking: Ranking, language: Language, site: URL): PopularList['inLanguage'] {
  return {
    rankedFor: ranking.day,
    firstDay: ranking.firstDay,
    weights: ranking.weights.map(({ age, weight }) => ({ age, weight: String(weight) })),
    entries: rankedVersions(snapshot, ranking, language).map(({ ranked, version }) => ({
      rank: ranked.rank,
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
