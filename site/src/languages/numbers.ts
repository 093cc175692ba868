import { describeLanguage, type Language } from '@newsroom/shared/languages';
import { fill } from './phrases.ts';
import type { Plural } from './words.ts';

/** A whole number as the language writes it. @example formatNumber('ru', 12415) // => '12 415' (no-break space) */
export function formatNumber(language: Language, number: number): string {
  return new Intl.NumberFormat(describeLanguage(language).intl).format(number);
}

/** A number with its noun in the plural category that the language's rules (CLDR) ask for. */
export function formatCount(language: Language, plural: Plural, number: number): string {
  const category = new Intl.PluralRules(describeLanguage(language).intl).select(number);
  return fill(plural[category] ?? plural.other, { n: formatNumber(language, number) });
}
