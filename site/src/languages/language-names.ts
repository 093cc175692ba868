import { describeLanguage, type Language } from '@newsroom/shared/languages';

/** What a language is called in another. @example languageName('en', 'kk') // => 'Kazakh' */
export function languageName(language: Language, named: Language): string {
  return new Intl.DisplayNames(describeLanguage(language).intl, { type: 'language' }).of(named) ?? named;
}
