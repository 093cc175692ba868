import { defaultLanguage, isLanguage, languages } from '@newsroom/shared/languages';
import { homePath, notFoundPath, rootNotFoundPath } from '@newsroom/shared/permalink';
import type { Snapshot } from '../content/snapshot.ts';
import { wordsIn } from '../languages/words.ts';
import { alternatesOfHome } from './alternates.ts';
import { type Frame, frameOf } from './frame.ts';
import type { Head } from './head.ts';
import { headOfNoLanguage, type LanguageChoice, languageChoice } from './languages-page.ts';
import { type Page, type PageParams, plainFile } from './page.ts';

/** What is shown where there is no page, below a language's addresses. */
export interface NotFoundPage {
  frame: Frame;
  home: string;
}

/** What is shown where there is no page, outside of all languages. */
export interface RootNotFoundPage {
  head: Head;
  choices: LanguageChoice[];
}

export function notFoundPages(): Page[] {
  return [
    plainFile('not-found', rootNotFoundPath, '/404/'),
    ...languages.map((language) => plainFile('not-found', notFoundPath(language), `/${language}/404/`)),
  ];
}

export function notFoundPage(snapshot: Snapshot, { locale }: PageParams): NotFoundPage | undefined {
  if (!isLanguage(locale)) return undefined;
  const title = wordsIn(locale).notFoundTitle;
  // It is shown at any address, so that its language links can lead nowhere but home.
  return { frame: frameOf(snapshot, locale, { title, alternates: alternatesOfHome() }), home: homePath(locale) };
}

export function rootNotFoundPage(snapshot: Snapshot): RootNotFoundPage {
  return {
    head: headOfNoLanguage(snapshot, { title: wordsIn(defaultLanguage).notFoundTitle }),
    choices: languages.map((language) => languageChoice(snapshot, language)),
  };
}
