import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import type { Site } from './snapshot.ts';
import { openSnapshot, SnapshotMissing } from './snapshot-file.ts';

const usual = fileURLToPath(new URL('../../../var/site/snapshot.sqlite', import.meta.url));

/** Gives a page in `astro dev` the content as it is at this moment, or says kindly that there is none. */
export async function withDevelopmentSnapshot(locals: App.Locals, site: Site, draw: () => Promise<Response>): Promise<Response> {
  try {
    locals.snapshot = openSnapshot(process.env.NEWSROOM_SNAPSHOT ?? usual, Sqlite, site);
  } catch (error) {
    if (!(error instanceof SnapshotMissing)) throw error;
    return new Response(error.message, { status: 503, headers: { 'content-type': 'text/plain; charset=utf-8' } });
  }
  try {
    const response = await draw();
    // The body may still be read from the content while it is sent.
    return new Response(await response.arrayBuffer(), response);
  } finally {
    locals.snapshot.close(); // while it is open, no feed can be taken in
  }
}
