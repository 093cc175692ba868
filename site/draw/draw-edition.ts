import type { CompiledSite } from '../integrations/compiled-entry.ts';
import type { Paths, Snapshot } from '../src/content/snapshot.ts';
import type { Page } from '../src/views/page.ts';
import type { AccountLine } from './account.ts';
import { MediaOfPages } from './copy-media.ts';
import type { PageResult } from './draw-one.ts';
import { ManyHands, ownHand } from './hands.ts';
import type { Ledger, LedgerState } from './ledger.ts';
import { type Due, type DuePage, listAll, listChanges, redirectsOwner } from './list-pages.ts';
import { loadCompiledSite } from './load-compiled-site.ts';
import { lookAtAllTexts, lookAtTexts } from './look-at-texts.ts';
import { NamedPaths } from './named-paths.ts';
import { openSnapshot } from './open-snapshot.ts';
import { sitemapFiles } from './write-sitemap.ts';

/** Fewer pages than this are drawn by one thread: to start others takes longer. */
const forMany = 300;

export interface EditionOrder {
  /** The folder of the compiled application. */
  server: string;
  /** The digest of its code. */
  code: string;
  snapshot: string;
  ledger: Ledger;
  /** Where the drawn files go. */
  out: string;
  /** Draw all pages, whatever was drawn before. */
  whole: boolean;
  /** Another drawing goes on from this one: then the ledger is told all that it takes. */
  goesOn: boolean;
  /** Files of the compiled site that go to readers as they are, relative to it. */
  clientFiles: readonly string[];
  /** What is made of the pages while they are drawn. */
  beside?: (pages: readonly Page[]) => Promise<void>;
  progress: (done: number, all: number) => void;
  record: (line: AccountLine) => void;
}

/** What the ledger is to be told when the drawing is kept, but for how its keeper calls it. */
export type DrawnState = Omit<LedgerState, 'root'>;

/**
 * Draws what is another since the last drawing that was kept, or all of it: where nothing was kept, the code is another,
 * or it is not known what changed. The ledger is told, and waits for `keep`.
 *
 * @throws DrawFault
 */
export async function drawEdition(order: EditionOrder): Promise<DrawnState> {
  const { ledger, record, code } = order;
  const compiled = loadCompiledSite(order.server);
  const before = ledger.state();
  const snapshot = openSnapshot(compiled, order.snapshot, pathsOf(ledger, compiled));
  let threads: ManyHands | undefined;
  try {
    const touched =
      order.whole || before?.code !== code || before.snapshot !== snapshot.id ? undefined : snapshot.touchedSince(before.number);
    const isWhole = touched === undefined || touched.some(({ key }) => key === 'all');
    const { epoch, seq, asOf } = snapshot;
    const number = snapshot.lastTouched();
    record({ account: 1, site: compiled.site, epoch, seq, asOf, base: isWhole ? null : (before?.root ?? null) });
    const { server, out, goesOn } = order;
    // They load what they need while it is listed what is due.
    if (isWhole && snapshot.releaseIds().length >= forMany)
      threads = new ManyHands({ server, snapshot: order.snapshot, out, goesOn });
    const earlier = isWhole ? ledger.allPages() : [];
    if (isWhole) ledger.empty();
    const due = isWhole ? listAll(ledger, compiled, snapshot) : listChanges(ledger, compiled, snapshot, touched);
    const lookAt = async (texts: Due['texts']) =>
      isWhole || texts === 'all'
        ? await lookAtAllTexts(ledger, compiled, snapshot)
        : lookAtTexts(ledger, compiled, snapshot, { touched, readers: texts });
    const [{ drawn, named }] = await allOf([
      drawDue(order, { compiled, snapshot, threads }, due),
      lookAt(due.texts),
      order.beside?.(ledger.allPages()),
    ]);
    for (const text of compiled.listWarnings(snapshot)) record({ kind: 'warning', text });
    for (const link of ledger.deadLinks()) record({ kind: 'dead-link', ...link });
    if (isWhole && goesOn) ledger.fill();
    const gone = isWhole ? earlier.filter(({ path }) => ledger.ownerAt(path) === undefined) : due.gone;
    tellGone(order, gone, isWhole);
    tellPartners(order, drawn, gone);
    tellAll(order, due, named);
    return { snapshot: snapshot.id, number, code };
  } finally {
    await threads?.end();
    snapshot.close();
  }
}

/** Waits for all to end, even where one fails: none may go on when what it reads is closed. */
async function allOf<T extends readonly unknown[]>(works: T): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(works);
  return await Promise.all(works);
}

/** What stands where by the ledger, as it is filled. */
function pathsOf(ledger: Ledger, { otherFiles }: CompiledSite): Paths {
  const hasPage = (path: string) => {
    const owner = ledger.ownerAt(path);
    return owner !== undefined && owner !== redirectsOwner;
  };
  return { hasPage, has: (path) => ledger.ownerAt(path) !== undefined || otherFiles.includes(path) };
}

/** Draws what is due, and tells it. @returns the pages that were drawn, and what they name */
async function drawDue(
  order: EditionOrder,
  means: { compiled: CompiledSite; snapshot: Snapshot; threads: ManyHands | undefined },
  due: Due,
): Promise<{ drawn: Page[]; named: Iterable<string> }> {
  const { ledger, record, progress, goesOn } = order;
  const media = new MediaOfPages(order.snapshot, order.out);
  const named = new Map<string, string>();
  const drawn: Page[] = [];
  let count = 0;
  const done = ({ id, page }: DuePage, result: PageResult) => {
    count += 1;
    progress(count, due.pages.length);
    if (result.kind === 'failed') record({ kind: 'failed', path: page.path, document: page.document, why: result.why });
    if (result.kind === 'same') ledger.noteReads(id, result.reads);
    if (result.kind !== 'drawn') return;
    if (goesOn) ledger.note(id, result);
    media.lay(page.path, result.links);
    for (const link of result.links) if (!named.has(link)) named.set(link, page.path);
    drawn.push(page);
    if (page.kind !== 'redirects') record(lineOf(page, result.sha256));
  };
  await drawPages(order, means, due.pages, (index, result) => done(due.pages[index] as DuePage, result));
  for (const [path, by] of named) record({ kind: 'named', path, by });
  return { drawn, named: named.keys() };
}

/** Few pages are drawn here, and many in threads. */
async function drawPages(
  order: EditionOrder,
  { compiled, snapshot, threads }: { compiled: CompiledSite; snapshot: Snapshot; threads: ManyHands | undefined },
  pages: readonly DuePage[],
  done: (index: number, result: PageResult) => void,
): Promise<void> {
  const { ledger, server, out, goesOn } = order;
  if (threads === undefined && pages.length < forMany) {
    await ownHand({ compiled, snapshot, named: new NamedPaths(compiled.site), out, goesOn })(pages, done);
    return;
  }
  const hands = threads ?? new ManyHands({ server, snapshot: order.snapshot, out, goesOn });
  const redirects = new Set(ledger.pagesOf(redirectsOwner).map(({ page }) => page.path));
  const paths = {
    pages: ledger.allPaths().filter((path) => !redirects.has(path)),
    others: [...redirects, ...compiled.otherFiles],
  };
  try {
    await hands.draw(paths, pages, done);
  } finally {
    await hands.end();
  }
}

function lineOf(page: Page, sha256: string): AccountLine {
  const { path, file, kind, document } = page;
  return { kind: 'page', path, file, page: kind, sha256, document, alternates: alternatesOf(page) };
}

/** The page's versions in other languages, if it is one of them itself. */
function alternatesOf({ path, alternates: { paths } }: Page): Record<string, string> {
  return Object.values(paths).includes(path) ? paths : {};
}

/** The end of the account: what the site has now. */
function tellAll({ ledger, record, goesOn, clientFiles }: EditionOrder, due: Due, named: Iterable<string>): void {
  const media = goesOn ? ledger.media() : [...named].filter((path) => path.startsWith('/media/')).toSorted();
  record({
    kind: 'all',
    pages: ledger.countPages() - ledger.countPages('redirects'),
    releases: ledger.countPages('release'),
    looked: due.pages.length,
    assets: [...clientFiles.filter((file) => file.startsWith('_astro/')), ...media.map((path) => path.slice(1))],
    sitemap: sitemapFiles(ledger.countIndexed()),
  });
}

/** Where all was drawn, all that is named was told already. */
function tellGone({ ledger, record }: EditionOrder, gone: readonly Page[], isWhole: boolean): void {
  const naming = isWhole ? new Map<string, string[]>() : ledger.pagesNaming(gone.map(({ path }) => path));
  for (const page of gone) {
    const { path, file } = page;
    record({ kind: 'gone', path, file, alternates: alternatesOf(page), namedBy: naming.get(path) ?? [] });
  }
}

function tellPartners({ ledger, record }: EditionOrder, drawn: readonly Page[], gone: readonly Page[]): void {
  const told = new Set([...drawn, ...gone].map(({ path }) => path));
  for (const path of [...drawn, ...gone].flatMap((page) => Object.values(page.alternates.paths))) {
    if (told.has(path)) continue;
    told.add(path);
    const partner = ledger.pageAt(path);
    if (partner !== undefined) record({ kind: 'partner', path, alternates: alternatesOf(partner.page) });
  }
}
