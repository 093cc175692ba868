import { useMemo } from 'react';
import { type IntlShape, useIntl } from 'react-intl';
import type { en } from '../words/en';

type Paths<T, Path extends string> = {
  [Part in keyof T & string]: T[Part] extends string ? `${Path}.${Part}` : Paths<T[Part], `${Path}.${Part}`>;
}[keyof T & string];

/** The name of one of our words on publishing. @example 'newsroom.status.live' */
export type Word = Paths<typeof en.publishing, 'newsroom'>;

/** Gives a word in the language of the admin, with values put into it. */
export type Say = (word: Word, values?: Record<string, string | number>) => string;

export function sayIn(intl: Pick<IntlShape, 'formatMessage'>): Say {
  return (id, values) => intl.formatMessage({ id }, values);
}

export function useSay(): Say {
  const intl = useIntl();
  return useMemo(() => sayIn(intl), [intl]);
}

/** A sentence begins with a capital, also where it begins with words that stand inside others as well. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
