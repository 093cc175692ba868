import { defaultLanguage, describeLanguage, type Language, languages } from '@newsroom/shared/languages';
import { homePath, rootPath } from '@newsroom/shared/permalink';
import type { Snapshot } from '../content/snapshot.ts';
import { alternatesOfHome } from './alternates.ts';
import type { Head } from './head.ts';
import { feedLink } from './news-feed.ts';
import { type Page, readersPage } from './page.ts';
import { themePath } from './theme.ts';

/** The page of no language in particular: `/`, where a reader chooses one. */
export interface LanguagesPage {
  /** In the language of what is not in several: the page's title. */
  head: Head;
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
    head: headOfNoLanguage(snapshot, { path: rootPath }),
    choices: languages.map((language) => languageChoice(snapshot, language)),
  };
}

/** The head of a page of no language in particular, in the default language. */
export function headOfNoLanguage(snapshot: Snapshot, page: { path?: string; title?: string }): Head {
  const { name, publisher } = snapshot.settings(defaultLanguage);
  return {
    language: defaultLanguage,
    siteName: name,
    publisher,
    title: page.title ?? name,
    documentTitle: page.title === undefined ? name : `${page.title} – ${name}`,
    description: undefined,
    path: page.path,
    canonical: page.path,
    alternates: alternatesOfHome(),
    feeds: languages.map((language) => feedLink(snapshot, language)),
    theme: themePath(snapshot),
    trail: [],
    image: undefined,
    refresh: undefined,
    subject: page.path === undefined ? { kind: 'page' } : { kind: 'publisher' },
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
