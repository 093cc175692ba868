import { defaultLanguage, describeLanguage, type Language, languages } from '@newsroom/shared/languages';
import { homePath, rootPath } from '@newsroom/shared/permalink';
import type { Snapshot } from '../content/snapshot.ts';
import { type Alternates, alternatesOfHome } from './alternates.ts';
import { type FeedLink, feedLink } from './news-feed.ts';
import { type Page, readersPage } from './page.ts';

/** The page of no language in particular: `/`, where a reader chooses one. */
export interface LanguagesPage {
  /** The language of what is not in several: the page's title. */
  language: Language;
  documentTitle: string;
  path: string;
  alternates: Alternates;
  feeds: FeedLink[];
  choices: LanguageChoice[];
}

/** What a page of no language in particular says in one of them. */
export interface LanguageChoice {
  language: Language;
  endonym: string;
  siteName: string;
  notice: string | undefined;
  description: string | undefined;
  href: string;
}

export function languagesPages(): Page[] {
  return [readersPage('languages', rootPath, alternatesOfHome())];
}

export function languagesPage(snapshot: Snapshot): LanguagesPage {
  return {
    language: defaultLanguage,
    documentTitle: snapshot.settings(defaultLanguage).name,
    path: rootPath,
    alternates: alternatesOfHome(),
    feeds: languages.map((language) => feedLink(snapshot, language)),
    choices: languages.map((language) => languageChoice(snapshot, language)),
  };
}

export function languageChoice(snapshot: Snapshot, language: Language): LanguageChoice {
  const { name, siteNotice, description } = snapshot.settings(language);
  return {
    language,
    endonym: describeLanguage(language).endonym,
    siteName: name,
    notice: siteNotice ?? undefined,
    description: description ?? undefined,
    href: homePath(language),
  };
}
