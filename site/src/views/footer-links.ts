import { type Language, languages } from '@newsroom/shared/languages';
import {
  correctionsPath,
  delegationsPath,
  eventsPath,
  homePath,
  newsFeedPath,
  newsPath,
  organisationsPath,
  popularJsonPath,
  popularPath,
  rootPath,
} from '@newsroom/shared/permalink';
import type { FooterLink } from '@newsroom/shared/site-settings';
import type { Snapshot } from '../content/snapshot.ts';
import { webAddress } from './web-address.ts';

/** The footer's links from the settings, without those that lead to a page of the site that is not there. */
export function footerLinks(snapshot: Snapshot, language: Language): FooterLink[] {
  return snapshot.settings(language).footerLinks.flatMap(({ label, href }) => {
    const address = addressOf(snapshot, href);
    return address === undefined ? [] : [{ label, href: address }];
  });
}

/** What is left out of footers, one sentence each. */
export function footerWarnings(snapshot: Snapshot): string[] {
  return languages.flatMap((language) =>
    snapshot
      .settings(language)
      .footerLinks.filter(({ href }) => addressOf(snapshot, href) === undefined)
      .map(({ label, href }) => `The footer's link “${label}” (${language}) is left out: there is no page at ${href}.`),
  );
}

/** The address as browsers write it, on the site with the slash at its end; undefined where no page is there. */
function addressOf(snapshot: Snapshot, href: string): string | undefined {
  if (!href.startsWith('/')) return webAddress(href);
  const { pathname, search, hash } = new URL(href, 'https://site.example');
  const path = [pathname, `${pathname}/`].find((each) => isThere(snapshot, each));
  return path && `${path}${search}${hash}`;
}

/** The pages that are there whatever was published. */
const always = new Set([
  rootPath,
  ...[homePath, newsPath, newsFeedPath, eventsPath, delegationsPath, organisationsPath].flatMap((path) => languages.map(path)),
  ...[popularPath, popularJsonPath, correctionsPath].flatMap((path) => languages.map(path)),
]);

/** The archives of a month and of a year, which come and go with the releases in them. */
const archive = /^\/[a-z]+\/(?:news\/\d{4}\/\d{2}|(?:delegations|organisations|events)\/[^/]+\/\d{4})\/$/;

function isThere(snapshot: Snapshot, path: string): boolean {
  if (always.has(path) || archive.test(path) || snapshot.hasPageAt(path)) return true;
  return leftAddresses(snapshot).has(path);
}

const left = new WeakMap<Snapshot, ReadonlySet<string>>();

/** The addresses that pages have left; read once, for every page has a footer. */
function leftAddresses(snapshot: Snapshot): ReadonlySet<string> {
  const known = left.get(snapshot) ?? new Set(snapshot.redirects().map(({ from }) => from));
  left.set(snapshot, known);
  return known;
}
