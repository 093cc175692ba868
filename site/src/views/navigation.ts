import type { Language } from '@newsroom/shared/languages';
import {
  correctionsPath,
  delegationsPath,
  eventsPath,
  homePath,
  newsFeedPath,
  newsPath,
  organisationsPath,
  popularPath,
} from '@newsroom/shared/permalink';
import type { Snapshot } from '../content/snapshot.ts';
import { wordsIn } from '../languages/words.ts';
import { footerLinks } from './footer-links.ts';
import { staticPageLinks } from './static-page-links.ts';

/** A link of the header or the footer. */
export interface NavigationLink {
  label: string;
  /** The label's language, where that is not the page's. */
  lang: Language | undefined;
  href: string;
  /** `page`: this very page; `true`: a page of this section. */
  current: 'page' | 'true' | undefined;
}

/** The sections of the site, and the editors' pages that have a place beside them. */
export function headerNavigation(snapshot: Snapshot, language: Language, path: string | undefined): readonly NavigationLink[] {
  const links = snapshot.once(`header ${language}`, () => {
    const words = wordsIn(language);
    const sections = [
      { label: words.home, href: homePath(language) },
      { label: words.news, href: newsPath(language) },
      { label: words.events, href: eventsPath(language) },
      { label: words.delegations, href: delegationsPath(language) },
      { label: words.organisations, href: organisationsPath(language) },
      { label: words.popular, href: popularPath(language) },
    ];
    return [...sections.map(inPageLanguage), ...staticPageLinks(snapshot, language, 'header')];
  });
  return withCurrent(snapshot, `header ${language}`, links, (href) => currentBy(href, language, path));
}

/** The editors' pages at the foot, what the office answers for, and the links from the settings. */
export function footerNavigation(snapshot: Snapshot, language: Language, path: string | undefined): readonly NavigationLink[] {
  const links = snapshot.once(`footer ${language}`, () => {
    const words = wordsIn(language);
    const own = [
      { label: words.corrections, href: correctionsPath(language) },
      { label: words.newsFeed, href: newsFeedPath(language) },
    ];
    return [
      ...staticPageLinks(snapshot, language, 'footer'),
      ...own.map(inPageLanguage),
      ...footerLinks(snapshot, language).map(inPageLanguage),
    ];
  });
  return withCurrent(snapshot, `footer ${language}`, links, (href) => (href === path ? 'page' : undefined));
}

type Link = Omit<NavigationLink, 'current'>;

function inPageLanguage(link: { label: string; href: string }): Link {
  return { ...link, lang: undefined };
}

/** Pages on which the same links are current have one list, which is drawn once. */
function withCurrent(
  snapshot: Snapshot,
  name: string,
  links: readonly Link[],
  currentOf: (href: string) => NavigationLink['current'],
): readonly NavigationLink[] {
  const marks = links.map(({ href }) => currentOf(href));
  return snapshot.once(`${name}, current ${marks}`, () => links.map((link, index) => ({ ...link, current: marks[index] })));
}

function currentBy(href: string, language: Language, path: string | undefined): NavigationLink['current'] {
  if (href === path) return 'page';
  return href !== homePath(language) && path?.startsWith(href) ? 'true' : undefined;
}
