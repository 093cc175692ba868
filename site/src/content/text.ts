import type { Language } from '@newsroom/shared/languages';

/** A text for a page, with its language where that is not the page's. */
export interface Text {
  text: string;
  lang: Language | undefined;
}

/** The same value with each of its texts marked by its language; what is missing is undefined. */
export type AsTexts<V> = V extends string
  ? Text
  : V extends null
    ? undefined
    : V extends readonly (infer I)[]
      ? AsTexts<I>[]
      : V extends object
        ? { [K in keyof V]: AsTexts<V[K]> }
        : never;

/** Marks every text of a value. @example (['A'], 'ru') // => [{ text: 'A', lang: 'ru' }] */
export function asTexts<V>(value: V, lang: Language | undefined): AsTexts<V> {
  // The type says for each kind of value what is done with it here, which the compiler cannot follow.
  return mark(value, lang) as AsTexts<V>;
}

function mark(value: unknown, lang: Language | undefined): unknown {
  if (typeof value === 'string') return { text: value, lang };
  if (Array.isArray(value)) return value.map((item) => mark(item, lang));
  if (value === null || typeof value !== 'object') return undefined;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, mark(member, lang)]));
}
