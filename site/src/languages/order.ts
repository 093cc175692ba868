import { describeLanguage, type Language } from '@newsroom/shared/languages';

const collators = new Map<Language, Intl.Collator>();

/** The rows in the language's alphabetical order of a text of theirs; equal texts keep their order. */
export function inAlphabeticalOrder<T>(language: Language, rows: readonly T[], text: (row: T) => string): T[] {
  const collator = collators.get(language) ?? new Intl.Collator(describeLanguage(language).intl);
  collators.set(language, collator); // to make one takes longer than to sort a short list
  return rows.toSorted((a, b) => collator.compare(text(a), text(b)));
}
