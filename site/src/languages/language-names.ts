import type { Language } from '@newsroom/shared/languages';
import { madeOnce } from './made-once.ts';

/** What a language is called in another. @example languageName('en', 'kk') // => 'Kazakh' */
export function languageName(language: Language, named: Language): string {
  return namesOfLanguages(language).of(named) ?? named;
}

const namesOfLanguages = madeOnce((tag) => new Intl.DisplayNames(tag, { type: 'language' }));
