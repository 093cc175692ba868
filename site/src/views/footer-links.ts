import type { Language } from '@newsroom/shared/languages';
import type { FooterLink } from '@newsroom/shared/site-settings';
import type { Snapshot } from '../content/snapshot.ts';
import { linksAt } from './site-links.ts';

/**
 * The footer's links from the settings as browsers write them, without those that lead nowhere on the site: `deadLinks`
 * tells of them.
 */
export function footerLinks(snapshot: Snapshot, language: Language): FooterLink[] {
  return snapshot.once(`footer links ${language}`, () => {
    const read = linksAt(snapshot, undefined);
    return snapshot.settings(language).footerLinks.flatMap(({ label, href }) => {
      const target = read(href);
      return target.kind === 'dead' || target.href === undefined ? [] : [{ label, href: target.href }];
    });
  });
}
