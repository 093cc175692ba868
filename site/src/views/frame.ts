import { describeLanguage, type Language, languages } from '@newsroom/shared/languages';
import { homePath } from '@newsroom/shared/permalink';
import type { Snapshot } from '../content/snapshot.ts';
import { wordsIn } from '../languages/words.ts';
import type { Alternates } from './alternates.ts';
import type { Crumb, Head, HeadImage, Subject } from './head.ts';
import { renderMarkdown } from './markdown.ts';
import { footerNavigation, headerNavigation, type NavigationLink } from './navigation.ts';
import { feedLink } from './news-feed.ts';
import { type ShownPicture, sharedImage, shownPicture } from './picture.ts';
import { linksAt } from './site-links.ts';
import { themePath } from './theme.ts';

/** What stands around the content of every page in a language. */
export interface Frame extends Head {
  direction: 'ltr' | 'rtl';
  notice: string | undefined;
  /** The office's emblem, which says no more than its name beside it. */
  logo: ShownPicture | undefined;
  navigation: readonly NavigationLink[];
  footer: readonly NavigationLink[];
  switch: LanguageLink[];
  contact: string | undefined;
}

export interface LanguageLink {
  language: Language;
  endonym: string;
  href: string;
  current: boolean;
  /** What to say where the link leads to the home page because this page has no counterpart; in that language. */
  remark: string | undefined;
}

/** The frame of a page. @param page.trail the pages between the home page and this one, from the top */
export function frameOf(
  snapshot: Snapshot,
  language: Language,
  page: {
    path?: string;
    /** The page whose text it repeats, if it does. */
    canonical?: string | undefined;
    title?: string;
    description?: string | null;
    alternates: Alternates;
    trail?: Crumb[];
    subject?: Subject;
    image?: HeadImage | undefined;
    refresh?: string | undefined;
  },
): Frame {
  const settings = snapshot.settings(language);
  const home = { label: wordsIn(language).home, href: homePath(language) };
  return {
    language,
    direction: describeLanguage(language).direction,
    siteName: settings.name,
    title: page.title ?? settings.name,
    documentTitle: page.title === undefined ? settings.name : `${page.title} – ${settings.name}`,
    description: page.description ?? settings.description ?? undefined,
    path: page.path,
    canonical: page.canonical ?? page.path,
    alternates: page.alternates,
    feeds: [feedLink(snapshot, language)],
    theme: themePath(snapshot),
    refresh: page.refresh,
    trail: page.path === home.href ? [] : [home, ...(page.trail ?? [])],
    subject: page.subject ?? { kind: 'page' },
    image: page.image ?? (settings.logo === null ? undefined : sharedImage(settings.logo, settings.name)),
    notice: settings.siteNotice ?? undefined,
    logo: settings.logo === null ? undefined : shownPicture(settings.logo, '', '5rem'),
    navigation: headerNavigation(snapshot, language, page.path),
    footer: footerNavigation(snapshot, language, page.path),
    switch: languages.map((other) => languageLink(other, language, page.alternates)),
    publisher: settings.publisher,
    contact: settings.contact === null ? undefined : contactOf(snapshot, language, settings.contact),
  };
}

/** It stands on every page, so that it is made once. */
function contactOf(snapshot: Snapshot, language: Language, markdown: string): string {
  return snapshot.once(`contact ${language}`, () =>
    renderMarkdown(markdown, { language, topHeading: 3, links: linksAt(snapshot, undefined) }),
  );
}

function languageLink(other: Language, language: Language, alternates: Alternates): LanguageLink {
  const counterpart = alternates.shown[other];
  return {
    language: other,
    endonym: describeLanguage(other).endonym,
    href: counterpart ?? homePath(other),
    current: other === language,
    remark: counterpart === undefined && other !== language ? wordsIn(other).homeInsteadOfPage : undefined,
  };
}
