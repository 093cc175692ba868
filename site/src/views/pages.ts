import type { Snapshot } from '../content/snapshot.ts';
import { contentPages } from './content-pages.ts';
import { footerWarnings } from './footer-links.ts';
import type { Page } from './page.ts';
import { redirectPages } from './redirect-page.ts';
import { redirectsOf } from './redirects.ts';

/** Every file that the site draws from a snapshot: its pages, then what is answered where pages were. */
export function listPages(snapshot: Snapshot): Page[] {
  return [...contentPages(snapshot), ...redirectPages(snapshot)];
}

/** What of the content cannot be drawn as it was meant, one sentence each. */
export function listWarnings(snapshot: Snapshot): readonly string[] {
  return [...redirectsOf(snapshot).warnings, ...footerWarnings(snapshot)];
}
