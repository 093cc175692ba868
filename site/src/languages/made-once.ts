import { describeLanguage, type Language } from '@newsroom/shared/languages';

/**
 * Gives what writes in a language, such as a formatter of `Intl`, made when it is asked first: that takes a hundred times
 * as long as using it, and each is used for thousands of pages.
 *
 * @param make takes the language's tag, as `Intl` wants it
 */
export function madeOnce<T>(make: (tag: string) => T): (language: Language) => T {
  const made = new Map<Language, T>();
  return (language) => {
    const known = made.get(language) ?? make(describeLanguage(language).intl);
    made.set(language, known);
    return known;
  };
}
