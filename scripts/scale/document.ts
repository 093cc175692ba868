import type { FeedData, FeedEntry, FeedType, LanguageOf } from '@newsroom/shared/feed';
import { type Language, languages } from '@newsroom/shared/languages';
import type { Random } from './random.ts';

/** An entry before it is counted: all but its seq. */
export type Unnumbered = FeedEntry extends infer E ? (E extends FeedEntry ? Omit<E, 'seq'> : never) : never;

/** One entry of a type. */
export function entry<T extends FeedType>(
  type: T,
  id: string,
  language: LanguageOf<T>,
  at: string,
  data: FeedData<T>,
): Unnumbered {
  // TypeScript does not follow that type and data belong together; every entry is parsed before it is written.
  return { type, id, language, at, data } as unknown as Unnumbered;
}

/** The languages in which a document of the directory has texts: all, or for one in ten the one it was entered in. */
export function translatedInto(random: Random): { source: Language; translated: readonly Language[] } {
  const source = random.pick(languages);
  return { source, translated: random.chance(10) ? [source] : languages };
}
