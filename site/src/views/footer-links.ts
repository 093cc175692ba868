import { type Language, languages } from '@newsroom/shared/languages';
import type { FooterLink } from '@newsroom/shared/site-settings';
import type { Snapshot } from '../content/snapshot.ts';

/** The footer's links from the settings, without those that lead to a document of the site that is not there. */
export function footerLinks(snapshot: Snapshot, language: Language): FooterLink[] {
  return snapshot.settings(language).footerLinks.filter(({ href }) => !leadsNowhere(snapshot, href));
}

/** What is left out of footers, one sentence each. */
export function footerWarnings(snapshot: Snapshot): string[] {
  return languages.flatMap((language) =>
    snapshot
      .settings(language)
      .footerLinks.filter(({ href }) => leadsNowhere(snapshot, href))
      .map(({ label, href }) => `The footer's link “${label}” (${language}) is left out: there is no page at ${href}.`),
  );
}

/** The addresses that documents have: a page, a dossier, a release. */
const documentPath =
  /^\/[a-z]+\/(?:(?:pages|delegations|organisations|events)\/[^/]+|news\/\d{4}\/\d{2}\/(?!page-\d+\/)[^/]+)\/$/;

function leadsNowhere(snapshot: Snapshot, href: string): boolean {
  if (!documentPath.test(href)) return false;
  return !snapshot.hasPageAt(href) && !snapshot.redirects().some(({ from }) => from === href);
}
