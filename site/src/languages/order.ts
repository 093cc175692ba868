import type { Language } from '@newsroom/shared/languages';
import { madeOnce } from './made-once.ts';

/** The rows in the language's alphabetical order of a text of theirs; equal texts keep their order. */
export function inAlphabeticalOrder<T>(language: Language, rows: readonly T[], text: (row: T) => string): T[] {
  const { compare } = collator(language);
  return rows.toSorted((a, b) => compare(text(a), text(b)));
}

const collator = madeOnce((tag) => new Intl.Collator(tag));
