import { defaultLanguage, isLanguage, type Language } from '@newsroom/shared/languages';
import { homePath } from '@newsroom/shared/permalink';
import type { Snapshot } from '../content/snapshot.ts';
import { fill } from '../languages/phrases.ts';
import { wordsIn } from '../languages/words.ts';
import { alternatesOfHome } from './alternates.ts';
import { type Frame, frameOf } from './frame.ts';
import { type Page, plainFile } from './page.ts';
import { redirectsOf } from './redirects.ts';

/** What is shown at an address that a page has left. */
export interface RedirectPage {
  frame: Frame;
  title: string;
  text: string | undefined;
  /** The way on, in words. */
  link: { label: string; href: string };
}

/** The rules by which web servers answer as they should: the format of Netlify and Cloudflare Pages. */
const rulesFile = '_redirects';

/** Pages for servers that know no rules, and the rules for those that do. */
export function redirectPages(snapshot: Snapshot): Page[] {
  const { byPath } = redirectsOf(snapshot);
  if (byPath.size === 0) return [];
  return [
    ...[...byPath.values()].map(({ from, to }) => ({
      ...plainFile('redirect', from, `/redirects${from}`, `${from.slice(1)}index.html`),
      leadsTo: to,
    })),
    plainFile('redirects', `/${rulesFile}`, '/redirects.txt'),
  ];
}

/** @param path the address that was left */
export function redirectPage(snapshot: Snapshot, path: string): RedirectPage | undefined {
  const redirect = redirectsOf(snapshot).byPath.get(path);
  if (redirect === undefined) return undefined;
  const language = languageOf(path);
  const { movedTitle, movedTo, goneTitle, goneText, notFoundHome } = wordsIn(language);
  const { to } = redirect;
  const title = to === null ? goneTitle : movedTitle;
  const place = { title, alternates: alternatesOfHome(), ...(to === null ? {} : { canonical: to, refresh: to }) };
  return {
    frame: frameOf(snapshot, language, place),
    title,
    text: to === null ? goneText : undefined,
    link: to === null ? { label: notFoundHome, href: homePath(language) } : { label: fill(movedTo, { address: to }), href: to },
  };
}

/** The rules, one a line: from, to, status. What is gone is answered with its own page. */
export function redirectRules(snapshot: Snapshot): string {
  const redirects = [...redirectsOf(snapshot).byPath.values()].toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return redirects.map(({ from, to }) => (to === null ? `${from} ${from} 410\n` : `${from} ${to} 301\n`)).join('');
}

function languageOf(path: string): Language {
  const first = path.split('/')[1];
  return isLanguage(first) ? first : defaultLanguage;
}
