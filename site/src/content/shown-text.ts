import type { FeedData } from '@newsroom/shared/feed';
import type { Language } from '@newsroom/shared/languages';

/** A text that is shown as a whole, in a language that it may not be translated into. */
export interface ShownText<T extends 'press-release' | 'page'> {
  type: T;
  id: string;
  /** The language of the page. */
  language: Language;
  /** The language of the text, where it is not translated into the page's. */
  lang: Language | undefined;
  /** The language of the text, whatever that of the page. */
  version: Language;
  /** Its page in `language`, or, where it has none there, in the language of the text. */
  path: string;
  /** The page in the language of the text, where that is another one. */
  original: string | undefined;
  /** When it was changed last. */
  at: string;
  data: FeedData<T>;
}

/** What a query gives of a text. */
export interface TextRow {
  id: string;
  language: Language;
  textLanguage: Language;
  path: string;
  original: string;
  at: string;
  data: string;
}

/** The data kept its contract when it was taken in. */
export function readText<T extends 'press-release' | 'page'>(type: T, { textLanguage, original, ...row }: TextRow): ShownText<T> {
  const translated = textLanguage === row.language;
  return {
    type,
    ...row,
    lang: translated ? undefined : textLanguage,
    version: textLanguage,
    original: translated ? undefined : original,
    data: JSON.parse(row.data) as FeedData<T>,
  };
}
