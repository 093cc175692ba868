import anyAscii from 'any-ascii';
import { z } from 'zod';

/** The longest slug that `slugify` makes, in characters. */
const longest = 80;

/** A slug: lower-case Latin letters and digits in groups joined by single hyphens. */
export const slugSchema = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/**
 * Latin spelling of the Kazakh and Russian letters on which systems differ, pinned here so that an update of the
 * library behind it moves no address. Kazakh letters follow the 2021 draft of the Latin alphabet without its
 * diacritics; Russian ones the spelling of road signs and passports.
 */
const letters: Record<string, string> = {
  ә: 'a',
  ғ: 'g',
  қ: 'q',
  ң: 'n',
  ө: 'o',
  ұ: 'u',
  ү: 'u',
  һ: 'h',
  і: 'i',
  ё: 'yo',
  ж: 'zh',
  й: 'i',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};

/**
 * The slug of a title: every letter of every script is spelt in Latin letters, everything else parts words.
 * Cut at a word's end to at most 80 characters. A text without a letter or digit gives the empty string.
 *
 * @example slugify('Қазақстан Республикасының Орталық сайлау комиссиясы')
 *   // => 'qazaqstan-respublikasynyn-ortalyq-sailau-komissiyasy'
 */
export function slugify(text: string): string {
  // any-ascii writes some scripts with capitals (names of syllables), and emoji as :names:
  const latin = anyAscii(spellKnownLetters(text.normalize('NFC').replace(pictographs, ' '))).toLowerCase();
  const words = latin.replace(/['’`]/g, '').match(/[a-z0-9]+/g) ?? [];
  return cutAtWord(words);
}

/** The given slug with a number that tells it from the ones that are taken. @example 'news', 2 => 'news-2' */
export function numberSlug(slug: string, number: number): string {
  const suffix = `-${number}`;
  return `${slug.slice(0, longest - suffix.length).replace(/-+$/, '')}${suffix}`;
}

const pictographs = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u200d|\ufe0f|\u20e3/gu;

function spellKnownLetters(text: string): string {
  return [...text.toLowerCase()].map((letter) => letters[letter] ?? letter).join('');
}

function cutAtWord(words: string[]): string {
  const [first = '', ...rest] = words;
  return rest.reduce(
    (slug, word) => (slug.length + 1 + word.length <= longest ? `${slug}-${word}` : slug),
    first.slice(0, longest),
  );
}
