import type { Language } from '@newsroom/shared/languages';
import { type RankedRelease, type Ranking, rankReleases } from '@newsroom/shared/ranking';
import type { ListedRelease, Snapshot } from '../content/snapshot.ts';
import type { Text } from '../content/text.ts';
import { formatDays } from '../languages/dates.ts';
import { formatCount, formatNumber } from '../languages/numbers.ts';
import { fill } from '../languages/phrases.ts';
import { wordsIn } from '../languages/words.ts';

/** The popular list, or its beginning, as a page shows it. */
export interface PopularList {
  /** Which days were counted, in a sentence. */
  lead: string;
  entries: PopularItem[];
}

export interface PopularItem {
  rank: string;
  title: Text;
  href: string;
  /** In words, so that eyes and ears get the same: `2,415 views, 3 comments, 16 reactions`. */
  counts: string;
}

/** A ranked release with what stands for it on a page in a language. */
export interface RankedVersion {
  ranked: RankedRelease;
  version: ListedRelease;
}

/** All releases ranked for the snapshot's day, over all languages together or by what was read in one of them. */
export function rankAll(snapshot: Snapshot, language?: Language): Ranking {
  return snapshot.once(`ranking ${language}`, () => {
    const settings = snapshot.popularSettings();
    const counts = snapshot.countedDays(settings.windowDays, language);
    return rankReleases({
      releases: snapshot.rankable(new Set(counts.map(({ release }) => release)), language),
      counts,
      asOf: snapshot.asOf,
      settings,
    });
  });
}

/** The ranked releases, each in the page's language or else in the first that it has. */
export function rankedVersions(snapshot: Snapshot, ranking: Ranking, language: Language): RankedVersion[] {
  return ranking.entries.flatMap((ranked) => {
    const version = snapshot.release(ranked.id, language);
    return version === undefined ? [] : [{ ranked, version }];
  });
}

/** What was read most in all languages together. @param limit how many entries to show at most */
export function popularList(snapshot: Snapshot, language: Language, limit = Number.POSITIVE_INFINITY): PopularList {
  return listOf(snapshot, rankAll(snapshot), language, wordsIn(language).popularLead, limit);
}

/** What was read most in the page's language. */
export function popularInLanguage(snapshot: Snapshot, language: Language): PopularList {
  return listOf(snapshot, rankAll(snapshot, language), language, wordsIn(language).popularInLanguageLead);
}

function listOf(
  snapshot: Snapshot,
  ranking: Ranking,
  language: Language,
  lead: string,
  limit = Number.POSITIVE_INFINITY,
): PopularList {
  const days = formatDays(language, ranking.firstDay, ranking.day);
  return {
    lead: ranking.entries.length === 0 ? wordsIn(language).popularNone : fill(lead, { days }),
    entries: rankedVersions(snapshot, ranking, language)
      .slice(0, limit)
      .map((row) => popularItem(row, language)),
  };
}

/** How many entries stand beside other content. */
export const shortPopularList = 5;

function popularItem({ ranked, version }: RankedVersion, language: Language): PopularItem {
  return {
    rank: formatNumber(language, ranked.rank),
    title: { text: version.title, lang: version.lang },
    href: version.path,
    counts: countsInWords(language, ranked),
  };
}

/** What readers did, in a language's words and numbers. @example 'en' // => '2,415 views, 3 comments, 16 reactions' */
export function countsInWords(language: Language, counts: { views: number; comments: number; reactions: number }): string {
  const words = wordsIn(language);
  return [
    formatCount(language, words.views, counts.views),
    formatCount(language, words.comments, counts.comments),
    formatCount(language, words.reactions, counts.reactions),
  ].join(', ');
}
