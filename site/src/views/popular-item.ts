import type { Language } from '@newsroom/shared/languages';
import type { RankedRelease } from '@newsroom/shared/ranking';
import type { Text } from '../content/text.ts';
import { formatCount, formatNumber } from '../languages/numbers.ts';
import { wordsIn } from '../languages/words.ts';
import type { RankedVersion } from './popular-ranking.ts';

/** A release in a popular list. */
export interface PopularItem {
  rank: string;
  title: Text;
  href: string;
  /** In words, so that eyes and ears get the same: `2,415 views, 3 comments, 16 reactions`. */
  counts: string;
  /** That the office put it there; undefined: readers did. */
  pinned: string | undefined;
  /** How it moved since the day before; undefined where readers did not place it. */
  movement: Movement | undefined;
}

/** How a release moved in a list. */
export interface Movement {
  /** For the eye: `▲ 2`; undefined where the words are short. */
  sign: string | undefined;
  words: string;
}

export function popularItem({ ranked, version }: RankedVersion, language: Language): PopularItem {
  return {
    rank: formatNumber(language, ranked.rank),
    title: { text: version.title, lang: version.lang },
    href: version.path,
    counts: countsInWords(language, ranked),
    pinned: ranked.isPinned ? wordsIn(language).pinned : undefined,
    movement: ranked.isPinned ? undefined : movementOf(ranked, language),
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

/** @example ({ rank: 1, rankBefore: 3 }, 'en') // => { sign: '▲ 2', words: '2 places up since the day before' } */
export function movementOf({ rank, rankBefore }: Pick<RankedRelease, 'rank' | 'rankBefore'>, language: Language): Movement {
  const { placesUp, placesDown, samePlace, newInList } = wordsIn(language);
  if (rankBefore === null) return { sign: undefined, words: newInList };
  const places = Math.abs(rankBefore - rank);
  if (places === 0) return { sign: '=', words: samePlace };
  const [arrow, plural] = rankBefore > rank ? ['▲', placesUp] : ['▼', placesDown];
  return { sign: `${arrow} ${formatNumber(language, places)}`, words: formatCount(language, plural, places) };
}
