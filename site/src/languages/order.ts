import { describeLanguage, type Language } from '@newsroom/shared/languages';

/** The rows in the language's alphabetical order of a text of theirs; equal texts keep their order. */
export function inAlphabeticalOrder<T>(language: Language, rows: readonly T[], text: (row: T) => string): T[] {
  const collator = new Intl.Collator(describeLanguage(language).intl);
  return rows.toSorted((a, b) => collator.compare(text(a), text(b)));
}
