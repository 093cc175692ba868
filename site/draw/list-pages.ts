import type { CompiledSite } from '../integrations/compiled-entry.ts';
import { readKeys } from '../src/content/read-keys.ts';
import type { Snapshot } from '../src/content/snapshot.ts';
import type { Touched } from '../src/content/touched.ts';
import type { Page, PageKind } from '../src/views/page.ts';
import type { DrawnRow, Ledger } from './ledger.ts';

/** A page that is to be drawn, or looked at, and its number in the ledger. */
export interface DuePage {
  id: number;
  page: Page;
  /** The digest of the view model that it was drawn from last; undefined: it is new. */
  known: string | undefined;
}

/** Which pages are due, and which went. */
export interface Due {
  pages: DuePage[];
  gone: Page[];
  /** The texts whose dead links may be others, by their number in the ledger; `all`: any. */
  texts: ReadonlySet<number> | 'all';
}

/** Whose those pages are that only lead on: they hang on all others, so that they are listed last. */
export const redirectsOwner = 'redirects';

/** They say what all redirects are, and so hang on the list of pages itself. */
const ofAllRedirects: readonly PageKind[] = ['redirects', 'moved-addresses'];

/** Lists all pages into an empty ledger. */
export function listAll(ledger: Ledger, compiled: CompiledSite, snapshot: Snapshot): Due {
  const pages: DuePage[] = [];
  const add = (owner: string, listed: readonly Page[]) => {
    for (const page of listed) pages.push({ id: ledger.list(owner, page), page, known: undefined });
  };
  for (const owner of compiled.pageOwners(snapshot)) add(owner, compiled.pagesOf(snapshot, owner));
  add(redirectsOwner, compiled.redirectPages(snapshot));
  return { pages, gone: [], texts: 'all' };
}

/** Brings the list of a ledger to what the snapshot has, where something was touched. */
export function listChanges(ledger: Ledger, compiled: CompiledSite, snapshot: Snapshot, touched: readonly Touched[]): Due {
  const due = new Map<number, DuePage>();
  const [came, went] = [new Set<string>(), new Map<string, Page>()];
  const listAgain = (owner: string, pages: () => readonly Page[]) => {
    const before = new Map(ledger.pagesOf(owner).map((row) => [row.page.path, row]));
    for (const page of pages()) {
      const row = before.get(page.path) ?? ledger.pageAt(page.path);
      before.delete(page.path);
      if (row === undefined) came.add(page.path);
      if (row !== undefined && JSON.stringify(row.page) === JSON.stringify(page)) continue;
      const id = ledger.list(owner, page);
      due.set(id, { id, page, known: row?.digest });
    }
    for (const { id, page } of before.values()) {
      ledger.remove(id);
      due.delete(id);
      went.set(page.path, page);
    }
  };
  const owners = new Set([compiled.siteItself, ...touched.flatMap(({ key }) => compiled.ownerTouchedBy(key) ?? [])]);
  for (const owner of owners) listAgain(owner, () => compiled.pagesOf(snapshot, owner));
  listAgain(redirectsOwner, () => compiled.redirectPages(snapshot));

  const gone = [...went.values()].filter(({ path }) => ledger.pageAt(path) === undefined);
  const paths = [...came, ...gone.map(({ path }) => path)].map((path) => ({ key: readKeys.path(path), at: '' }));
  const readers = ledger.readersOf([...touched, ...paths]);
  for (const row of readers === 'all' ? ledger.allRows() : rowsOf(ledger, readers)) due.set(row.id, dueRow(row, due.get(row.id)));
  for (const row of [...ledger.pagesOf(compiled.siteItself), ...ledger.pagesOf(redirectsOwner)])
    if (ofAllRedirects.includes(row.page.kind)) due.set(row.id, due.get(row.id) ?? dueRow(row));
  return { pages: [...due.values()], gone, texts: readers };
}

function rowsOf(ledger: Ledger, readers: ReadonlySet<number>): DrawnRow[] {
  return [...readers].filter((reader) => reader > 0).flatMap((reader) => ledger.pageWithId(reader) ?? []);
}

function dueRow({ id, page, digest }: DrawnRow, known?: DuePage): DuePage {
  return known ?? { id, page, known: digest === '' ? undefined : digest };
}
