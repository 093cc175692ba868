import { hash } from 'node:crypto';
import type { VersionKey } from '@newsroom/shared/document-fault';
import Sqlite, { type Database } from 'better-sqlite3';
import { parseRead } from '../src/content/read-keys.ts';
import { Statements } from '../src/content/statements.ts';
import type { DeadLink } from '../src/views/dead-links.ts';
import type { Page } from '../src/views/page.ts';
import { KeyReaders } from './key-readers.ts';
import { ledgerFormat, ledgerIndexes, ledgerTables } from './ledger-tables.ts';

/** How long another process may keep a ledger to itself, in milliseconds. */
const patience = 1000;

/** Of what a ledger tells. */
export interface LedgerState {
  /** Which snapshot was drawn. */
  snapshot: string;
  /** Up to which number of its `touched`. */
  number: number;
  /** With which compiled site. */
  code: string;
  /** What whoever keeps the drawn files calls them. */
  root: string;
}

/** A page as it was drawn last. */
export interface DrawnRow {
  id: number;
  page: Page;
  digest: string;
  sha256: string;
}

/** What is written down of a page that was drawn. */
export interface DrawnNote {
  digest: string;
  sha256: string;
  /** The paths of the site that it names. */
  links: readonly string[];
  reads: Iterable<string>;
}

/**
 * What was drawn last, page by page: from which view model, which bytes came of it, what was read for it, what it names.
 * A drawing changes it in a transaction that stays open until `keep`: what did not go live was never drawn.
 */
export class Ledger {
  readonly #database: Database;
  readonly #statements: Statements;
  readonly #names = new Map<string, number>();
  #readers: KeyReaders;

  /** Opens a ledger, or makes an empty one; and begins to change it. @throws SqliteError `SQLITE_BUSY` where another does */
  constructor(file: string) {
    this.#database = new Sqlite(file, { timeout: patience });
    this.#statements = new Statements(this.#database);
    try {
      this.#database.pragma('journal_mode = WAL');
      this.#database.pragma('synchronous = NORMAL');
      this.#database.exec('BEGIN IMMEDIATE');
    } catch (error) {
      this.#database.close();
      throw error;
    }
    if (this.#database.pragma('user_version', { simple: true }) !== ledgerFormat) this.empty();
    this.#readers = new KeyReaders(this.#statements);
  }

  /** Undefined where nothing was drawn and kept. */
  state(): LedgerState | undefined {
    return this.#statements.all<LedgerState>('SELECT snapshot, number, code, root FROM meta')[0];
  }

  /** Forgets all. */
  empty(): void {
    const tables = this.#statements.all<{ name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    );
    for (const { name } of tables) this.#database.exec(`DROP TABLE "${name}"`);
    for (const create of ledgerTables) this.#database.exec(create);
    this.#database.pragma(`user_version = ${ledgerFormat}`);
    this.#names.clear();
    this.#readers = new KeyReaders(this.#statements);
  }

  /** To be called when all of an empty ledger was filled in: brings it into the order in which it is asked. */
  fill(): void {
    this.#readers.fill(this.countPages());
    for (const create of ledgerIndexes) this.#database.exec(create);
  }

  /** What was drawn is what the site shows. */
  keep(state: LedgerState): void {
    this.#statements.run('DELETE FROM meta');
    this.#statements.run('INSERT INTO meta VALUES (?, ?, ?, ?)', state.snapshot, state.number, state.code, state.root);
    // What is live is new no more.
    this.#statements.run(`UPDATE texts SET dead = replace(dead, '"isNew":true', '"isNew":false') WHERE dead <> '[]'`);
    this.#database.exec('COMMIT');
  }

  /** Closes it; what was not kept is forgotten. */
  close(): void {
    this.#database.close();
  }

  countPages(kind?: string): number {
    const where = kind === undefined ? '' : 'WHERE kind = ?';
    const sql = `SELECT count(*) AS count FROM pages ${where}`;
    return this.#statements.all<{ count: number }>(sql, ...(kind === undefined ? [] : [kind]))[0]?.count ?? 0;
  }

  /** How many pages search engines are told of. */
  countIndexed(): number {
    return this.#statements.all<{ count: number }>('SELECT count(*) AS count FROM pages WHERE indexed')[0]?.count ?? 0;
  }

  /** All pages, by path. */
  allPages(): Page[] {
    return this.#statements
      .all<{ listing: string }>('SELECT listing FROM pages ORDER BY path')
      .map(({ listing }) => JSON.parse(listing));
  }

  allRows(): DrawnRow[] {
    return this.#statements.all<Row>(page).map(readRow);
  }

  allPaths(): string[] {
    return this.#statements.all<{ path: string }>('SELECT path FROM pages').map(({ path }) => path);
  }

  /** Whose page stands at a path. */
  ownerAt(path: string): string | undefined {
    return this.#statements.all<{ owner: string }>('SELECT owner FROM pages WHERE path = ?', path)[0]?.owner;
  }

  pageAt(path: string): DrawnRow | undefined {
    return this.#statements.all<Row>(`${page} WHERE path = ?`, path).map(readRow)[0];
  }

  pagesOf(owner: string): DrawnRow[] {
    return this.#statements.all<Row>(`${page} WHERE owner = ?`, owner).map(readRow);
  }

  pageWithId(id: number): DrawnRow | undefined {
    return this.#statements.all<Row>(`${page} WHERE id = ?`, id).map(readRow)[0];
  }

  /** Adds a page that is not there yet, or says anew what is told of it. */
  list(owner: string, listed: Page): number {
    const { path, kind, indexed } = listed;
    const sql = `INSERT INTO pages (path, owner, kind, indexed, listing, digest, sha256, links, reads)
      VALUES (?, ?, ?, ?, ?, '', '', '', '')
      ON CONFLICT (path) DO UPDATE SET owner = excluded.owner, kind = excluded.kind, indexed = excluded.indexed,
        listing = excluded.listing RETURNING id`;
    return this.#statements.all<{ id: number }>(sql, path, owner, kind, indexed ? 1 : 0, JSON.stringify(listed))[0]?.id ?? 0;
  }

  /** Writes down how a page was drawn. */
  note(id: number, { digest, sha256, links, reads }: DrawnNote): void {
    const numbers = links.map((link) => this.#numberOf(link));
    const sql = 'UPDATE pages SET digest = ?, sha256 = ?, links = ? WHERE id = ?';
    this.#statements.run(sql, digest, sha256, numbers.length === 0 ? '' : ` ${numbers.join(' ')} `, id);
    this.#statements.run('DELETE FROM media WHERE page = ?', id);
    for (const link of links)
      if (link.startsWith('/media/')) this.#statements.run('INSERT OR IGNORE INTO media VALUES (?, ?)', link, id);
    this.noteReads(id, reads);
  }

  /** Writes down what was read for a page, where that is another than before. */
  noteReads(id: number, reads: Iterable<string>): void {
    const all = [...reads];
    const digest = hash('sha256', all.join('\n'));
    const known = this.#statements.all<{ reads: string }>('SELECT reads FROM pages WHERE id = ?', id)[0]?.reads;
    if (known === digest) return;
    this.#statements.run('UPDATE pages SET reads = ? WHERE id = ?', digest, id);
    this.#readers.set(id, all.map(parseRead));
  }

  remove(id: number): void {
    this.#statements.run('DELETE FROM pages WHERE id = ?', id);
    this.#statements.run('DELETE FROM media WHERE page = ?', id);
    this.#readers.set(id, []);
  }

  /** The pages that name paths, by the path. */
  pagesNaming(paths: readonly string[]): Map<string, string[]> {
    const find = 'SELECT id FROM names WHERE path = ?';
    const byNumber = new Map(
      paths.flatMap((path) => this.#statements.all<{ id: number }>(find, path).map(({ id }) => [id, path])),
    );
    const naming = new Map<string, string[]>();
    if (byNumber.size === 0) return naming;
    // A few are looked for in the texts themselves; for many it is quicker to read those.
    const [number, ...others] = byNumber.keys();
    const rows =
      number !== undefined && others.length === 0
        ? this.#statements.all<{ path: string; links: string }>(`${linksOfPages} WHERE instr(links, ?) > 0`, ` ${number} `)
        : this.#statements.all<{ path: string; links: string }>(linksOfPages);
    for (const { path, links } of rows)
      for (const link of links.trim().split(' ')) {
        const named = byNumber.get(Number(link));
        if (named !== undefined) naming.set(named, [...(naming.get(named) ?? []), path]);
      }
    return naming;
  }

  /** The pictures and files of the content that any page names. */
  media(): string[] {
    return this.#statements.all<{ path: string }>('SELECT DISTINCT path FROM media ORDER BY path').map(({ path }) => path);
  }

  /**
   * Those who read what was touched.
   *
   * @returns the pages by their number; texts by theirs, as a negative number; `all`: everybody may have
   */
  readersOf(touched: readonly { key: string; at: string }[]): Set<number> | 'all' {
    return this.#readers.of(touched);
  }

  /** Writes down the dead links of a text. */
  noteText({ type, id, language }: VersionKey, dead: readonly DeadLink[], reads: Iterable<string>): void {
    const sql = `INSERT INTO texts (type, document, language, dead) VALUES (?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET dead = excluded.dead RETURNING id`;
    const row = this.#statements.all<{ id: number }>(sql, type, id, language ?? '', JSON.stringify(dead))[0];
    this.#readers.set(-(row?.id ?? 0), [...reads].map(parseRead));
  }

  textsOf(type: string, id: string | undefined): VersionKey[] {
    const where = id === undefined ? '' : 'AND document = ?';
    return this.#statements.all<TextRow>(`${text} WHERE type = ? ${where}`, type, ...(id === undefined ? [] : [id])).map(readKey);
  }

  textWithId(id: number): VersionKey | undefined {
    return this.#statements.all<TextRow>(`${text} WHERE id = ?`, id).map(readKey)[0];
  }

  removeText({ type, id, language }: VersionKey): void {
    const sql = 'DELETE FROM texts WHERE type = ? AND document = ? AND language = ? RETURNING id';
    for (const row of this.#statements.all<{ id: number }>(sql, type, id, language ?? '')) this.#readers.set(-row.id, []);
  }

  deadLinks(): DeadLink[] {
    const rows = this.#statements.all<{ dead: string }>(
      "SELECT dead FROM texts WHERE dead <> '[]' ORDER BY type, document, language",
    );
    return rows.flatMap(({ dead }) => JSON.parse(dead) as DeadLink[]);
  }

  #numberOf(name: string): number {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    const sql = 'INSERT INTO names (path) VALUES (?) ON CONFLICT (path) DO UPDATE SET path = path RETURNING id';
    const id = this.#statements.all<{ id: number }>(sql, name)[0]?.id ?? 0;
    this.#names.set(name, id);
    return id;
  }
}

const page = 'SELECT id, listing, digest, sha256 FROM pages';
const text = 'SELECT type, document, language FROM texts';
const linksOfPages = 'SELECT path, links FROM pages';

interface Row {
  id: number;
  listing: string;
  digest: string;
  sha256: string;
}

function readRow({ listing, ...row }: Row): DrawnRow {
  return { ...row, page: JSON.parse(listing) };
}

interface TextRow {
  type: string;
  document: string;
  language: string;
}

function readKey({ type, document: id, language }: TextRow): VersionKey {
  return { type, id, language: language === '' ? null : language } as VersionKey; // only what a snapshot named was written
}
