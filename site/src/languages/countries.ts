import type { Language } from '@newsroom/shared/languages';
import { madeOnce } from './made-once.ts';

/**
 * Names that differ from those of CLDR, which `Intl` follows: the short names under which the United Nations list the
 * states (https://unterm.un.org), where CLDR has a colloquial, an older or an abbreviated one. Add a line to change one.
 */
const official: Partial<Record<Language, Record<string, string>>> = {
  kk: {
    CD: 'Конго Демократиялық Республикасы',
    CG: 'Конго',
    KP: 'Корея Халық Демократиялық Республикасы',
    KR: 'Корея Республикасы',
    MM: 'Мьянма',
    PS: 'Палестина мемлекеті',
  },
  ru: {
    AE: 'Объединённые Арабские Эмираты',
    CD: 'Демократическая Республика Конго',
    CG: 'Конго',
    KG: 'Кыргызстан',
    KP: 'Корейская Народно-Демократическая Республика',
    MM: 'Мьянма',
    PS: 'Государство Палестина',
    TL: 'Тимор-Лешти',
    US: 'Соединённые Штаты Америки',
  },
  en: {
    BA: 'Bosnia and Herzegovina',
    CD: 'Democratic Republic of the Congo',
    CG: 'Congo',
    CV: 'Cabo Verde',
    KP: 'Democratic People’s Republic of Korea',
    KR: 'Republic of Korea',
    MM: 'Myanmar',
    PS: 'State of Palestine',
    US: 'United States of America',
  },
};

/** A country's name in a language, or its code where it has none. @example countryName('kk', 'TR') // => 'Түркия' */
export function countryName(language: Language, code: string): string {
  return official[language]?.[code] ?? namesOfRegions(language).of(code) ?? code;
}

const namesOfRegions = madeOnce((tag) => new Intl.DisplayNames(tag, { type: 'region' }));
