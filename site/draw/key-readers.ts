import { type Read, readKeys } from '../src/content/read-keys.ts';
import type { Statements } from '../src/content/statements.ts';

/** What so large a share of all pages read, as a whole and not by a stretch of time, is said of none in particular. */
const commonShare = 0.1;

/** Fewer readers than this are never many. */
const fewReaders = 200;

/** Reads by their key: of whom, and of which stretch. */
type Collected = Map<string, [reader: number, since: string, before: string][]>;

interface Key {
  id: number;
  common: 0 | 1;
}

const addRead = 'INSERT OR IGNORE INTO reads VALUES (?, ?, ?, ?)';

/** Who read what, in the tables `keys` and `reads` of a ledger. */
export class KeyReaders {
  readonly #statements: Statements;
  /** While an empty ledger is filled: the reads by the number of their key, so that they are written in order. */
  #collected: Collected | undefined;

  constructor(statements: Statements) {
    this.#statements = statements;
    const isEmpty = statements.all('SELECT 1 FROM keys LIMIT 1').length === 0;
    this.#collected = isEmpty ? new Map() : undefined;
  }

  /** Says anew what somebody read. */
  set(reader: number, reads: readonly Read[]): void {
    if (this.#collected !== undefined) {
      for (const { key, since, before } of reads) this.#collect(key).push([reader, since, before]);
      return;
    }
    this.#statements.run('DELETE FROM reads WHERE reader = ?', reader);
    const find = 'INSERT INTO keys (key, common) VALUES (?, 0) ON CONFLICT (key) DO UPDATE SET key = key RETURNING id, common';
    for (const { key, since, before } of reads)
      for (const { id, common } of this.#statements.all<Key>(find, key))
        if (!common) this.#statements.run(addRead, id, reader, since, before);
  }

  /** Writes all that was collected. @param pages how many there are */
  fill(pages: number): void {
    const collected: Collected = this.#collected ?? new Map();
    this.#collected = undefined;
    let id = 0;
    for (const [key, reads] of collected) {
      id += 1;
      const isCommon = reads.length > Math.max(fewReaders, pages * commonShare) && reads.every(([, since]) => since === '');
      this.#statements.run('INSERT INTO keys (id, key, common) VALUES (?, ?, ?)', id, key, isCommon ? 1 : 0);
      if (isCommon) continue;
      for (const [reader, since, before] of reads.sort((one, other) => one[0] - other[0]))
        this.#statements.run(addRead, id, reader, since, before);
    }
  }

  /** Those who read what was touched; `all` where that can be everybody. */
  of(touched: readonly { key: string; at: string }[]): Set<number> | 'all' {
    const readers = new Set<number>();
    const all = 'SELECT reader FROM reads WHERE key = ?';
    for (const { key, at } of touched) {
      if (key === readKeys.all) return 'all';
      const [found] = this.#statements.all<Key>('SELECT id, common FROM keys WHERE key = ?', key);
      if (found === undefined) continue;
      if (found.common) return 'all';
      const rows =
        at === ''
          ? this.#statements.all<{ reader: number }>(all, found.id)
          : this.#statements.all<{ reader: number }>(`${all} AND since <= ? AND before > ?`, found.id, at, at);
      for (const { reader } of rows) readers.add(reader);
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
