import type { FeedData, FeedType } from '@newsroom/shared/feed';
import type { Language } from '@newsroom/shared/languages';
import type { Unnumbered } from '../../scale/document.ts';

/** An entry of one type, with the data of that type. */
export interface TypedRow<T extends FeedType> {
  id: string;
  language: Language | null;
  data: FeedData<T>;
}

/** The entries of a type, in their order. */
export function rowsOf<T extends FeedType>(entries: readonly Unnumbered[], type: T): TypedRow<T>[] {
  // TypeScript does not follow that type and data belong together.
  return entries.filter((entry) => entry.type === type) as unknown as TypedRow<T>[];
}
