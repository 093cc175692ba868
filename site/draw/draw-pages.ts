import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import type { CompiledSite, Drawn } from '../integrations/compiled-entry.ts';
import type { Page } from '../src/views/page.ts';
import { MediaOfPages } from './copy-media.ts';
import { DrawFault } from './draw-fault.ts';

/** After how many pages progress is told. */
const stride = 500;

/** After how many pages news from outside is heard, such as that whoever started this was stopped. */
const breath = 10;

/**
 * Draws every page of a snapshot into a folder, and lays the pictures and files beside them that they name.
 *
 * @returns the pages, in the order in which they were drawn
 * @throws DrawFault at the first page that cannot be drawn, naming its path and the cause.
 */
export async function drawPages(order: {
  compiled: CompiledSite;
  snapshot: string;
  out: string;
  progress: (done: number, all: number) => void;
  warn: (warning: string) => void;
}): Promise<Page[]> {
  const { compiled, out } = order;
  const snapshot = openSnapshot(compiled, order.snapshot);
  try {
    const media = new MediaOfPages();
    const pages = compiled.listPages(snapshot);
    for (const warning of compiled.listWarnings(snapshot)) order.warn(warning);
    for (const [index, page] of pages.entries()) {
      if (index > 0 && index % stride === 0) order.progress(index, pages.length);
      if (index % breath === 0) await setImmediate();
      const body = bodyOf(page, await compiled.drawPage(snapshot, page));
      media.add(page.path, body);
      const file = join(out, page.file);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, body);
    }
    media.copy(order.snapshot, out, (sha256) => snapshot.namesMedia(sha256));
    order.progress(pages.length, pages.length);
    return pages;
  } finally {
    snapshot.close();
  }
}

function openSnapshot(compiled: CompiledSite, file: string): ReturnType<CompiledSite['openSnapshot']> {
  try {
    return compiled.openSnapshot(file, Sqlite);
  } catch (error) {
    // The class is the compiled site's own copy, so that only its name can be compared.
    if (error instanceof Error && error.name === 'SnapshotMissing') {
      throw new DrawFault(error.message, 'Then draw again.', { cause: error });
    }
    throw error;
  }
}

function bodyOf(page: Page, drawn: Drawn): string {
  if (drawn.kind === 'drawn') return drawn.body;
  const cause =
    drawn.cause instanceof Error ? `${drawn.cause.name}: ${drawn.cause.message}` : `it answered with status ${drawn.status}`;
  throw new DrawFault(
    `The page ${page.path} cannot be drawn. ${cause}`,
    'Nothing was published. Mend the cause: the content of that page, or the code that draws it.',
    { cause: drawn.cause },
  );
}
