import { describeLanguage, type Language, languages } from '@newsroom/shared/languages';
import { delegationsPath, eventsPath, homePath, newsPath, organisationsPath, popularPath } from '@newsroom/shared/permalink';
import type { Snapshot } from '../content/snapshot.ts';
import { wordsIn } from '../languages/words.ts';
import type { Alternates } from './alternates.ts';
import { renderMarkdown } from './markdown.ts';
import { type FeedLink, feedLink } from './news-feed.ts';

/** What stands around the content of every page in a language. */
export interface Frame {
  language: Language;
  direction: 'ltr' | 'rtl';
  siteName: string;
  /** What the browser's tab and search engines show. */
  documentTitle: string;
  description: string | undefined;
  /** The page's own path; undefined for a page that stands at no address of its own. */
  path: string | undefined;
  alternates: Alternates;
  feed: FeedLink;
  notice: string | undefined;
  navigation: NavigationLink[];
  switch: LanguageLink[];
  publisher: string;
  contact: string | undefined;
}

export interface NavigationLink {
  label: string;
  href: string;
  /** `page`: this very page; `true`: a page of this section. */
  current: 'page' | 'true' | undefined;
}

export interface LanguageLink {
  language: Language;
  endonym: string;
  href: string;
  current: boolean;
  /** What to say where the link leads to the home page because this page has no counterpart; in that language. */
  remark: string | undefined;
}

/** The frame of a page. */
export function frameOf(
  snapshot: Snapshot,
  language: Language,
  page: { path?: string; title?: string; description?: string | null; alternates: Alternates },
): Frame {
  const settings = snapshot.settings(language);
  return {
    language,
    direction: describeLanguage(language).direction,
    siteName: settings.name,
    documentTitle: page.title === undefined ? settings.name : `${page.title} – ${settings.name}`,
    description: page.description ?? settings.description ?? undefined,
    path: page.path,
    alternates: page.alternates,
    feed: feedLink(snapshot, language),
    notice: settings.siteNotice ?? undefined,
    navigation: navigation(language, page.path),
    switch: languages.map((other) => languageLink(other, language, page.alternates)),
    publisher: settings.publisher,
    contact: settings.contact === null ? undefined : renderMarkdown(settings.contact, { language, topHeading: 3 }),
  };
}

function navigation(language: Language, path: string | undefined): NavigationLink[] {
  const words = wordsIn(language);
  const home = homePath(language);
  const links = [
    { label: words.home, href: home },
    { label: words.news, href: newsPath(language) },
    { label: words.events, href: eventsPath(language) },
    { label: words.delegations, href: delegationsPath(language) },
    { label: words.organisations, href: organisationsPath(language) },
    { label: words.popular, href: popularPath(language) },
  ];
  return links.map((link) => ({
    ...link,
    current: link.href === path ? 'page' : link.href !== home && path?.startsWith(link.href) ? 'true' : undefined,
  }));
}

function languageLink(other: Language, language: Language, alternates: Alternates): LanguageLink {
  const counterpart = alternates.paths[other];
  return {
    language: other,
    endonym: describeLanguage(other).endonym,
    href: counterpart ?? homePath(other),
    current: other === language,
    remark: counterpart === undefined && other !== language ? wordsIn(other).homeInsteadOfPage : undefined,
  };
}
