import type { Database } from 'better-sqlite3';
import { type Read, readKeys } from '../src/content/read-keys.ts';

/** What so large a share of all pages read, as a whole and not by a stretch of time, is said of none in particular. */
const commonShare = 0.1;

/** Fewer readers than this are never many. */
const fewReaders = 200;

/** Reads by their key: of whom, and of which stretch. */
type Collected = Map<string, [reader: number, since: string, before: string][]>;

/** Who read what, in the tables `keys` and `reads` of a ledger. */
export class KeyReaders {
  readonly #database: Database;
  /** While an empty ledger is filled: the reads by the number of their key, so that they are written in order. */
  #collected: Collected | undefined;

  constructor(database: Database) {
    this.#database = database;
    const isEmpty = database.prepare('SELECT 1 FROM keys LIMIT 1').get() === undefined;
    this.#collected = isEmpty ? new Map() : undefined;
  }

  /** Says anew what somebody read. */
  set(reader: number, reads: readonly Read[]): void {
    if (this.#collected !== undefined) {
      for (const { key, since, before } of reads) this.#collect(key).push([reader, since, before]);
      return;
    }
    this.#database.prepare('DELETE FROM reads WHERE reader = ?').run(reader);
    const add = this.#database.prepare('INSERT OR IGNORE INTO reads VALUES (?, ?, ?, ?)');
    const find = this.#database.prepare<[string], { id: number; common: 0 | 1 }>(
      'INSERT INTO keys (key, common) VALUES (?, 0) ON CONFLICT (key) DO UPDATE SET key = key RETURNING id, common',
    );
    for (const { key, since, before } of reads) {
      const found = find.get(key);
      if (found !== undefined && !found.common) add.run(found.id, reader, since, before);
    }
  }

  /** Writes all that was collected. @param pages how many there are */
  fill(pages: number): void {
    const collected: Collected = this.#collected ?? new Map();
    this.#collected = undefined;
    const addKey = this.#database.prepare('INSERT INTO keys (id, key, common) VALUES (?, ?, ?)');
    const add = this.#database.prepare('INSERT OR IGNORE INTO reads VALUES (?, ?, ?, ?)');
    let id = 0;
    for (const [key, reads] of collected) {
      id += 1;
      const isCommon = reads.length > Math.max(fewReaders, pages * commonShare) && reads.every(([, since]) => since === '');
      addKey.run(id, key, isCommon ? 1 : 0);
      if (isCommon) continue;
      for (const [reader, since, before] of reads.sort((one, other) => one[0] - other[0])) add.run(id, reader, since, before);
    }
  }

  /** Those who read what was touched; `all` where that can be everybody. */
  of(touched: readonly { key: string; at: string }[]): Set<number> | 'all' {
    const readers = new Set<number>();
    const find = this.#database.prepare<[string], { id: number; common: 0 | 1 }>('SELECT id, common FROM keys WHERE key = ?');
    const all = this.#database.prepare<[number], number>('SELECT reader FROM reads WHERE key = ?').pluck();
    const within = this.#database
      .prepare<[number, string, string], number>('SELECT reader FROM reads WHERE key = ? AND since <= ? AND before > ?')
      .pluck();
    for (const { key, at } of touched) {
      if (key === readKeys.all) return 'all';
      const found = find.get(key);
      if (found === undefined) continue;
      if (found.common) return 'all';
      for (const reader of at === '' ? all.all(found.id) : within.all(found.id, at, at)) readers.add(reader);
    }
    return readers;
  }

  #collect(key: string): [number, string, string][] {
    const known = this.#collected?.get(key);
    if (known !== undefined) return known;
    const begun: [number, string, string][] = [];
    this.#collected?.set(key, begun);
    return begun;
  }
}
