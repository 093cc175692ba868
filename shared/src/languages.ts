import { z } from 'zod';

/** What the product must know of a language besides its texts. */
interface LanguageDefinition {
  /** The language's name in itself, as the language switch shows it. */
  endonym: string;
  direction: 'ltr' | 'rtl';
  /** BCP 47 tag for `Intl`: how dates, numbers and names are written. */
  intl: string;
}

/** The site's languages in the order in which they are offered; adding one begins here. */
const definitions = {
  kk: { endonym: 'Қазақша', direction: 'ltr', intl: 'kk-KZ' },
  ru: { endonym: 'Русский', direction: 'ltr', intl: 'ru-KZ' },
  en: { endonym: 'English', direction: 'ltr', intl: 'en-GB' },
} as const satisfies Record<string, LanguageDefinition>;

/** A language code as it stands in addresses, in `lang` and in `hreflang`. */
export type Language = keyof typeof definitions;

export const languages = Object.keys(definitions) as readonly Language[];

/** The language that `/` points to first, and that Strapi starts with. */
export const defaultLanguage: Language = 'kk';

export const languageSchema = z.enum(Object.keys(definitions) as [Language, ...Language[]]);

/** The definition of a language. */
export function describeLanguage(language: Language): LanguageDefinition {
  return definitions[language];
}

/** Whether a text, from an address for example, names one of the site's languages. */
export function isLanguage(text: string | undefined): text is Language {
  return text !== undefined && Object.hasOwn(definitions, text);
}
