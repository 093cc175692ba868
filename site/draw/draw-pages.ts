import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { VersionKey } from '@newsroom/shared/document-fault';
import Sqlite from 'better-sqlite3';
import type { CompiledSite, Drawn } from '../integrations/compiled-entry.ts';
import type { DeadLink } from '../src/views/dead-links.ts';
import type { Page } from '../src/views/page.ts';
import { MediaOfPages } from './copy-media.ts';
import { DrawFault } from './draw-fault.ts';
import type { ManifestLine } from './manifest.ts';
import { NamedPaths } from './named-paths.ts';

/** After how many pages progress is told. */
const stride = 500;

/** After how many pages news from outside is heard, such as that whoever started this was stopped. */
const breath = 10;

export interface DrawOrder {
  compiled: CompiledSite;
  snapshot: string;
  out: string;
  progress: (done: number, all: number) => void;
  warn: (warning: string) => void;
  /** Gets a line for each page, and for what is wrong with the content. */
  record?: ((line: ManifestLine) => void) | undefined;
  /** Leave a page out that cannot be drawn, and tell `record`. */
  goOn?: boolean;
}

/**
 * Draws every page of a snapshot into a folder, and lays the pictures and files beside them that they name.
 *
 * @returns the pages, in the order in which they were drawn
 * @throws DrawFault at the first page that cannot be drawn, naming its path and the cause, unless drawing is to go on.
 */
export async function drawPages(order: DrawOrder): Promise<Page[]> {
  const { compiled, out, record = () => undefined } = order;
  const snapshot = openSnapshot(compiled, order.snapshot);
  try {
    const withoutSettings = snapshot.languagesWithoutSettings();
    if (withoutSettings.length > 0) {
      const message = `The site has no settings in ${withoutSettings.join(', ')}: its name, its publisher.`;
      throw new DrawFault(message, 'Enter them in the CMS, and take the feed in again.');
    }
    const { epoch, seq, asOf } = snapshot;
    record({ manifest: 1, site: compiled.site, epoch, seq, asOf });
    const media = new MediaOfPages(order.snapshot, out);
    const named = new NamedPaths(compiled.site);
    const pages = compiled.listPages(snapshot);
    for (const text of compiled.listWarnings(snapshot)) {
      order.warn(text);
      record({ kind: 'warning', text });
    }
    for (const link of compiled.deadLinks(snapshot)) {
      order.warn(inWords(link.key, link.fault));
      record({ kind: 'dead-link', ...link });
    }
    const drawn: Page[] = [];
    for (const [index, page] of pages.entries()) {
      if (index > 0 && index % stride === 0) order.progress(index, pages.length);
      if (index % breath === 0) await setImmediate();
      try {
        const body = bodyOf(page, await compiled.drawPage(snapshot, page));
        const links = named.of(page.path, body);
        media.lay(page.path, links);
        const file = join(out, page.file);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, body);
        if (page.kind !== 'redirects') record(lineOf(page, body, links));
        drawn.push(page);
      } catch (error) {
        if (order.goOn !== true || !(error instanceof DrawFault)) throw error;
        record({ kind: 'failed', path: page.path, document: page.document, why: error.message });
      }
    }
    order.progress(pages.length, pages.length);
    return drawn;
  } finally {
    snapshot.close();
  }
}

function inWords({ type, id, language }: VersionKey, { field, paragraph, text, address }: DeadLink['fault']): string {
  const document = `${type} ${id}${language === null ? '' : `, in ${language}`}`;
  const place = `paragraph ${paragraph} of the field "${field}" (${document})`;
  return `The link “${text}” in ${place} leads nowhere on the site: ${address}. It is drawn as text.`;
}

function lineOf({ path, file, kind, document, alternates }: Page, body: string, links: string[]): ManifestLine {
  const sha256 = createHash('sha256').update(body).digest('hex');
  const isOneOfThem = Object.values(alternates.paths).includes(path);
  return { kind: 'page', path, file, page: kind, sha256, document, links, alternates: isOneOfThem ? alternates.paths : {} };
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
