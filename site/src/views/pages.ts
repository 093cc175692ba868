import type { Paths, Site, Snapshot } from '../content/snapshot.ts';
import { contentPages } from './content-pages.ts';
import type { Page } from './page.ts';
import { redirectPages } from './redirect-page.ts';
import { redirectsOf } from './redirects.ts';

/** Every file that the site draws from a snapshot: its pages, then what is answered where pages were. */
export function listPages(snapshot: Snapshot): readonly Page[] {
  return [...contentPages(snapshot), ...redirectPages(snapshot)];
}

/** What of the content cannot be drawn as it was meant, one sentence each; links are told by `deadLinks`. */
export function listWarnings(snapshot: Snapshot): readonly string[] {
  return redirectsOf(snapshot).warnings;
}

/** What is laid beside the drawn pages, whatever the content is. */
export const otherFiles: readonly string[] = ['/favicon.svg', '/sitemap-index.xml', '/sitemap-0.xml'];

/**
 * The site as snapshots are opened for it.
 *
 * @param address its own address
 * @param paths what stands where, for whoever has listed it already
 */
export function siteAt(address: string, paths?: Paths): Site {
  return { address, paths: (snapshot) => paths ?? pathsListed(snapshot) };
}

function pathsListed(snapshot: Snapshot): Paths {
  const pages = new Set(contentPages(snapshot).map(({ path }) => path));
  const others = new Set(otherFiles);
  return {
    hasPage: (path) => pages.has(path),
    has: (path) => pages.has(path) || others.has(path) || redirectsOf(snapshot).byPath.has(path),
  };
}
