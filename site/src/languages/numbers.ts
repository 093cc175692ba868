import type { Language } from '@newsroom/shared/languages';
import { madeOnce } from './made-once.ts';
import { fill } from './phrases.ts';
import type { Plural } from './words.ts';

/** A whole number as the language writes it. @example formatNumber('ru', 12415) // => '12 415' (no-break space) */
export function formatNumber(language: Language, number: number): string {
  return numberFormat(language).format(number);
}

/** A number with its noun in the plural category that the language's rules (CLDR) ask for. */
export function formatCount(language: Language, plural: Plural, number: number): string {
  const category = pluralRules(language).select(number);
  return fill(plural[category] ?? plural.other, { n: formatNumber(language, number) });
}

const numberFormat = madeOnce((tag) => new Intl.NumberFormat(tag));
const pluralRules = madeOnce((tag) => new Intl.PluralRules(tag));
