import { createApp } from 'astro/app/entrypoint';
import type { Paths, Snapshot } from '../src/content/snapshot.ts';
import { openSnapshot } from '../src/content/snapshot-file.ts';
import type { Shaped } from '../src/shape.ts';
import { ownerTouchedBy, pageOwners, pagesOf, siteItself } from '../src/views/content-pages.ts';
import { deadLinks, deadLinksIn } from '../src/views/dead-links.ts';
import type { Page } from '../src/views/page.ts';
import { listPages, listWarnings, otherFiles, siteAt } from '../src/views/pages.ts';
import { redirectPages } from '../src/views/redirect-page.ts';
import { RouteRenderers } from './route-renderer.ts';

/** What became of one page. */
export type Drawn =
  | { kind: 'drawn'; body: Uint8Array<ArrayBuffer>; shaped: Shaped }
  /** Its view model is the known one. */
  | { kind: 'same'; shaped: Shaped }
  | { kind: 'failed'; status: number; cause: unknown };

const app = createApp({ streaming: false });

/** The site's own address, as it was compiled in. */
const site: string = import.meta.env.SITE;

const renderers = new RouteRenderers(app.manifest, site);

/**
 * Draws one page. Never throws: a page that cannot be drawn comes back with its cause.
 *
 * @param known the digest of the view model that it was drawn from last: where it is the same still, it is not drawn;
 *   null: nobody will ask from which it was drawn
 */
async function drawPage(snapshot: Snapshot, page: Page, known?: string | null): Promise<Drawn> {
  const locals: App.Locals = { snapshot, known };
  const { status, body } = await answerOf(page, locals);
  const { shaped, fault } = locals;
  if (shaped?.isKnown && fault === undefined) return { kind: 'same', shaped };
  // Astro gives its own 404 page this status, and only to that page is it due.
  const expected = page.kind === 'not-found' ? [200, 404] : [200];
  const isDrawn = expected.includes(status) && body.length > 0 && fault === undefined;
  if (isDrawn && shaped !== undefined) return { kind: 'drawn', body, shaped };
  return { kind: 'failed', status, cause: fault };
}

async function answerOf(page: Page, locals: App.Locals): Promise<{ status: number; body: Uint8Array<ArrayBuffer> }> {
  try {
    const drawn = await renderers.draw(page.drawnAt, locals);
    if (typeof drawn === 'string') return { status: 200, body: Buffer.from(drawn) };
    const response = drawn ?? (await servePage(page, locals));
    return { status: response.status, body: await response.bytes() };
  } catch (error) {
    locals.fault = error;
    return { status: 500, body: nothing };
  }
}

const nothing = new Uint8Array();

/** What Astro's server answers for a page: drawing takes a shorter way to the same bytes, where there is one. */
async function servePage(page: Page, locals: App.Locals): Promise<Response> {
  return app.render(new Request(new URL(page.drawnAt, site)), { locals });
}

/**
 * Opens a snapshot to draw from it.
 *
 * @param driver `better-sqlite3`
 * @param paths what stands where on the site, for whoever has listed it already
 */
function openToDraw(file: string, driver: Parameters<typeof openSnapshot>[1], paths?: Paths): Snapshot {
  return openSnapshot(file, driver, siteAt(site, paths));
}

/** All that a compiled site offers to those who draw with it. Views and pages are of one version by construction. */
const compiledSite = {
  site,
  openSnapshot: openToDraw,
  ...{ listPages, pageOwners, pagesOf, ownerTouchedBy, redirectPages, siteItself, otherFiles },
  ...{ listWarnings, deadLinks, deadLinksIn, drawPage, servePage },
};

export type CompiledSite = typeof compiledSite;

export default compiledSite;
