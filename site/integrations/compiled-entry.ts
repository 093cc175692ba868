import { createApp } from 'astro/app/entrypoint';
import type { Snapshot } from '../src/content/snapshot.ts';
import { openSnapshot } from '../src/content/snapshot-file.ts';
import { deadLinks } from '../src/views/dead-links.ts';
import type { Page } from '../src/views/page.ts';
import { listPages, listWarnings, siteAt } from '../src/views/pages.ts';

/** What became of one page. */
export type Drawn = { kind: 'drawn'; body: string } | { kind: 'failed'; status: number; cause: unknown };

const app = createApp({ streaming: false });

/** The site's own address, as it was compiled in. */
const site: string = import.meta.env.SITE;

/** Draws one page. Never throws: a page that cannot be drawn comes back with its cause. */
async function drawPage(snapshot: Snapshot, page: Page): Promise<Drawn> {
  const locals: App.Locals = { snapshot };
  const response = await app.render(new Request(new URL(page.drawnAt, site)), { locals });
  const body = await response.text();
  // Astro gives its own 404 page this status, and only to that page is it due.
  const expected = page.kind === 'not-found' ? [200, 404] : [200];
  if (expected.includes(response.status) && body !== '' && locals.fault === undefined) return { kind: 'drawn', body };
  return { kind: 'failed', status: response.status, cause: locals.fault };
}

/** Opens a snapshot to draw from it. @param driver `better-sqlite3` */
function openToDraw(file: string, driver: Parameters<typeof openSnapshot>[1]): Snapshot {
  return openSnapshot(file, driver, siteAt(site));
}

/** All that a compiled site offers to those who draw with it. Views and pages are of one version by construction. */
const compiledSite = { site, openSnapshot: openToDraw, listPages, listWarnings, deadLinks, drawPage };

export type CompiledSite = typeof compiledSite;

export default compiledSite;
