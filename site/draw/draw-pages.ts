import type { VersionKey } from '@newsroom/shared/document-fault';
import type { CompiledSite } from '../integrations/compiled-entry.ts';
import type { Snapshot } from '../src/content/snapshot.ts';
import type { DeadLink } from '../src/views/dead-links.ts';
import type { Page } from '../src/views/page.ts';
import { MediaOfPages } from './copy-media.ts';
import { drawFault, type PageResult } from './draw-one.ts';
import { type Hands, manyHands, ownHand } from './hands.ts';
import { loadCompiledSite } from './load-compiled-site.ts';
import type { ManifestLine } from './manifest.ts';
import { NamedPaths } from './named-paths.ts';
import { openSnapshot } from './open-snapshot.ts';

/** After how many pages progress is told. */
const stride = 500;

/** Fewer pages than this are drawn by one thread: to start others takes longer. */
const forMany = 300;

export interface DrawOrder {
  /** The folder of the compiled application. */
  server: string;
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
 * @returns the pages, in the order in which they are listed
 * @throws DrawFault at the first page that cannot be drawn, naming its path and the cause, unless drawing is to go on.
 */
export async function drawPages(order: DrawOrder): Promise<Page[]> {
  const { server, out, record = () => undefined } = order;
  const compiled = loadCompiledSite(server);
  const snapshot = openSnapshot(compiled, order.snapshot);
  try {
    const { epoch, seq, asOf } = snapshot;
    record({ manifest: 1, site: compiled.site, epoch, seq, asOf });
    const pages = compiled.listPages(snapshot);
    tellWarnings(order, compiled, snapshot);
    const media = new MediaOfPages(order.snapshot, out);
    const drawn = new Map<number, Extract<PageResult, { kind: 'drawn' }>>();
    let count = 0;
    await handsFor(
      order,
      compiled,
      snapshot,
      pages,
    )(
      pages.map((page) => ({ page })),
      (index, result) => {
        const page = pages[index] as Page; // the results are of these pages
        count += 1;
        if (count % stride === 0 || count === pages.length) order.progress(count, pages.length);
        if (result.kind === 'failed') {
          if (!order.goOn) throw drawFault(result.why);
          record({ kind: 'failed', path: page.path, document: page.document, why: result.why });
        }
        if (result.kind !== 'drawn') return;
        media.lay(page.path, result.links);
        drawn.set(index, result);
      },
    );
    for (const [index, page] of pages.entries()) {
      const result = drawn.get(index);
      if (result !== undefined && page.kind !== 'redirects') record(lineOf(page, result));
    }
    return pages.filter((_, index) => drawn.has(index));
  } finally {
    snapshot.close();
  }
}

function tellWarnings({ warn, record = () => undefined }: DrawOrder, compiled: CompiledSite, snapshot: Snapshot): void {
  for (const text of compiled.listWarnings(snapshot)) {
    warn(text);
    record({ kind: 'warning', text });
  }
  for (const link of compiled.deadLinks(snapshot)) {
    warn(inWords(link.key, link.fault));
    record({ kind: 'dead-link', ...link });
  }
}

/** Many pages are drawn in threads, which are told what stands where, so that none has to list it again. */
function handsFor(
  { server, snapshot: file, out }: DrawOrder,
  compiled: CompiledSite,
  snapshot: Snapshot,
  pages: readonly Page[],
): Hands {
  if (pages.length < forMany) return ownHand({ compiled, snapshot, named: new NamedPaths(compiled.site), out });
  const [redirects, content] = [pages.filter(leadsOn), pages.filter((page) => !leadsOn(page))];
  const paths = (of: readonly Page[]) => of.map(({ path }) => path);
  return manyHands({ server, snapshot: file, out, pages: paths(content), others: [...paths(redirects), ...compiled.otherFiles] });
}

function leadsOn({ kind }: Page): boolean {
  return kind === 'redirect' || kind === 'redirects';
}

function inWords({ type, id, language }: VersionKey, { field, paragraph, text, address }: DeadLink['fault']): string {
  const document = `${type} ${id}${language === null ? '' : `, in ${language}`}`;
  const place = `paragraph ${paragraph} of the field "${field}" (${document})`;
  return `The link “${text}” in ${place} leads nowhere on the site: ${address}. It is drawn as text.`;
}

function lineOf(
  { path, file, kind, document, alternates }: Page,
  { sha256, links }: Extract<PageResult, { kind: 'drawn' }>,
): ManifestLine {
  const isOneOfThem = Object.values(alternates.paths).includes(path);
  return { kind: 'page', path, file, page: kind, sha256, document, links, alternates: isOneOfThem ? alternates.paths : {} };
}
