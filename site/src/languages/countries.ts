import { describeLanguage, type Language } from '@newsroom/shared/languages';

/** Where the country's own usage in a language differs from the one in CLDR, which `Intl` follows. */
const preferred: Partial<Record<Language, Record<string, string>>> = {
  ru: { KG: 'Кыргызстан' },
};

/** A country's name in a language, or its code where it has none. @example countryName('kk', 'TR') // => 'Түркия' */
export function countryName(language: Language, code: string): string {
  const names = new Intl.DisplayNames(describeLanguage(language).intl, { type: 'region' });
  return preferred[language]?.[code] ?? names.of(code) ?? code;
}
