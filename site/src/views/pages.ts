import type { Site, Snapshot } from '../content/snapshot.ts';
import { contentPages } from './content-pages.ts';
import type { Page } from './page.ts';
import { redirectPages } from './redirect-page.ts';
import { redirectsOf } from './redirects.ts';

const listed = new WeakMap<Snapshot, Page[]>();

/** Every file that the site draws from a snapshot: its pages, then what is answered where pages were. Listed once. */
export function listPages(snapshot: Snapshot): readonly Page[] {
  const known = listed.get(snapshot);
  if (known !== undefined) return known;
  const content = contentPages(snapshot);
  const pages = [...content, ...redirectPages(snapshot, content)];
  listed.set(snapshot, pages);
  return pages;
}

/** What of the content cannot be drawn as it was meant, one sentence each; links are told by `deadLinks`. */
export function listWarnings(snapshot: Snapshot): readonly string[] {
  return redirectsOf(snapshot).warnings;
}

/** What is laid beside the drawn pages, whatever the content is. */
const otherFiles = ['/favicon.svg', '/sitemap-index.xml', '/sitemap-0.xml'];

/** The site as snapshots are opened for it. @param address its own address */
export function siteAt(address: string): Site {
  return { address, listPaths: (snapshot) => [...listPages(snapshot).map(({ path }) => path), ...otherFiles] };
}
