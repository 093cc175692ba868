import type { DocumentFault, HeldVersion, VersionKey } from '@newsroom/shared/document-fault';
import type { Database } from 'better-sqlite3';
import type { EntryFrame } from './check-entry.ts';
import { documentName } from './document-name.ts';
import { ownPath } from './own-path.ts';
import type { DocumentKey } from './shown-documents.ts';
import { Statements } from './statements.ts';
import { versionName } from './version-name.ts';

/** A state of a version: `data` is JSON, null where the version went. */
export interface VersionState {
  seq: number;
  at: string;
  data: string | null;
}

/** A version of which something is kept; its fields are those of the table `kept`. */
export interface KeptVersion extends VersionState {
  type: string;
  id: string;
  language: string;
  good_seq: number | null;
  good_at: string | null;
  good_data: string | null;
  fault: string | null;
}

/** A version of which another state is shown than before; undefined where it is not shown. */
export interface VersionChange {
  key: VersionKey;
  before: VersionState | undefined;
  after: VersionState | undefined;
}

/**
 * The versions of a snapshot: which state of each is shown, and which one is kept beside it. The caller holds the
 * transaction. Where no state is settled, nothing is known to be live, so that there is nothing to go back to.
 */
export class Versions {
  /** Whether it is known what is live. */
  readonly settled: boolean;
  readonly #anew: boolean;
  readonly #before = new Map<string, { key: VersionKey; state: VersionState | undefined }>();
  readonly #statements: Statements;

  /** @param anew there is nothing yet with which anything could be compared */
  constructor(database: Database, anew = false) {
    this.#statements = new Statements(database);
    this.#anew = anew;
    this.settled = database.prepare<[], number | null>('SELECT settled FROM meta').pluck().get() != null;
  }

  /** Takes a newer state of a version and shows it; what is live is kept. The same state again changes nothing. */
  put({ type, id, language, seq, at, data }: EntryFrame): void {
    const key = { type, id, language };
    const state = { seq, at, data: data === null ? null : JSON.stringify(data) };
    if (this.#anew) {
      this.#write(key, state, data);
      return;
    }
    const kept = this.kept(key);
    const shown = this.shown(key);
    if (kept === undefined && shown?.seq === seq && shown.data === state.data) return;
    if (this.settled) this.#keep(key, state, kept ? goodOf(kept) : shown);
    else if (kept !== undefined) this.forget(key);
    this.#show(key, state);
  }

  /** Shows the newest state of a version again, whatever was wrong with it. */
  retry(key: VersionKey, kept: KeptVersion): void {
    if (this.settled) this.#keep(key, kept, goodOf(kept));
    else this.forget(key);
    this.#show(key, kept);
  }

  /** Takes away what a whole feed of the state `seq` does not have. */
  remove(key: VersionKey, seq: number): void {
    if (this.kept(key)?.data !== null) this.put({ ...key, seq, at: '', data: null });
  }

  /**
   * Shows the good state of a version in the place of its newest one, or nothing where it has none.
   *
   * @returns false where that cannot be: its newest state is the one that is live, is held already, or it went.
   */
  hold(key: VersionKey, fault: DocumentFault): boolean {
    const kept = this.kept(key);
    if (kept?.fault != null || kept?.data === null) return false;
    if (kept === undefined && this.settled) return false;
    const newest = kept ?? this.shown(key);
    if (newest === undefined) return false;
    const good = kept && goodOf(kept);
    this.#keep(key, newest, good, fault);
    this.#show(key, good ?? { ...newest, data: null });
    return true;
  }

  /** Shows the newest state of a version and keeps nothing else. */
  settle(key: VersionKey, kept: KeptVersion): void {
    this.forget(key);
    this.#show(key, kept);
  }

  /** Shows the good state (undefined: nothing) and keeps the newest one back. */
  settleHeld(key: VersionKey, newest: VersionState, good: VersionState | undefined, fault: unknown): void {
    this.#keep(key, newest, good, fault);
    this.#show(key, good ?? { ...newest, data: null });
  }

  /** Keeps nothing of a version any more; what is shown stays. */
  forget(key: VersionKey): void {
    this.#statements.run('DELETE FROM kept WHERE type = ? AND id = ? AND language = ?', ...names(key));
  }

  /** What is kept of a version. */
  kept(key: VersionKey): KeptVersion | undefined {
    return this.#statements.all<KeptVersion>('SELECT * FROM kept WHERE type = ? AND id = ? AND language = ?', ...names(key))[0];
  }

  allKept(): { key: VersionKey; kept: KeptVersion }[] {
    const rows = this.#statements.all<KeptVersion>('SELECT * FROM kept ORDER BY type, id, language');
    return rows.map((kept) => ({ key: keyOf(kept), kept }));
  }

  /** The state that is shown of a version. */
  shown(key: VersionKey): VersionState | undefined {
    return this.#statements.all<VersionState>(
      'SELECT seq, at, data FROM documents WHERE type = ? AND id = ? AND language = ?',
      ...names(key),
    )[0];
  }

  /** The documents of which another state is shown than when this was made, or was in between; of new ones, those that are held. */
  reshown(): DocumentKey[] {
    const documents = [...this.#before.values()].map(({ key: { type, id } }) => ({ type, id }));
    return [...new Map(documents.map((key) => [documentName(key), key])).values()];
  }

  /** The versions of which another state is shown than when this was made; none where all of them are new. */
  changes(): VersionChange[] {
    return [...this.#before.values()].flatMap(({ key, state: before }) => {
      const after = this.shown(key);
      return isSame(before, after) ? [] : [{ key, before, after }];
    });
  }

  /** The names of all versions that are shown. */
  allShown(): VersionKey[] {
    return this.#statements.all<KeptVersion>('SELECT type, id, language FROM documents ORDER BY type, id, language').map(keyOf);
  }

  /** The versions that are kept back. */
  held(): HeldVersion[] {
    return this.allKept().flatMap(({ key, kept }) =>
      kept.fault === null ? [] : [{ ...key, seq: kept.seq, good: kept.good_seq, fault: JSON.parse(kept.fault) }],
    );
  }

  /** The versions of which it is judged whether their newest state may go live: all, where nothing is settled. */
  judged(): VersionKey[] {
    const kept = this.allKept().flatMap(({ key, kept }) => (kept.data === null ? [] : [key]));
    return this.settled ? kept : [...kept, ...this.allShown()];
  }

  /** The versions that went since the settled state. */
  gone(): VersionKey[] {
    return this.allKept().flatMap(({ key, kept }) => (kept.data === null ? [key] : []));
  }

  #keep(key: VersionKey, { seq, at, data }: VersionState, good: VersionState | undefined, fault?: unknown): void {
    if (data === null && good === undefined) {
      this.forget(key);
      return;
    }
    const sql = 'INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';
    const goodValues = [good?.seq ?? null, good?.at ?? null, good?.data ?? null];
    this.#statements.run(sql, ...names(key), seq, at, data, ...goodValues, fault === undefined ? null : JSON.stringify(fault));
  }

  #show(key: VersionKey, state: VersionState): void {
    const shown = this.shown(key);
    if (isSame(shown, state.data === null ? undefined : state)) return;
    const name = versionName(key);
    if (!this.#before.has(name)) this.#before.set(name, { key, state: shown });
    this.#write(key, state, state.data === null ? null : JSON.parse(state.data));
  }

  /** @param value what the state's JSON says */
  #write(key: VersionKey, { seq, at, data }: VersionState, value: Record<string, unknown> | null): void {
    if (value === null) {
      this.#statements.run('DELETE FROM documents WHERE type = ? AND id = ? AND language = ?', ...names(key));
      return;
    }
    const sql = `INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET seq = excluded.seq, at = excluded.at, data = excluded.data, path = excluded.path`;
    this.#statements.run(sql, ...names(key), seq, at, data, ownPath(key.type, key.language, value));
  }
}

function isSame(a: VersionState | undefined, b: VersionState | undefined): boolean {
  return a?.seq === b?.seq && a?.at === b?.at && a?.data === b?.data;
}

function goodOf(kept: KeptVersion): VersionState | undefined {
  const { good_seq: seq, good_at: at, good_data: data } = kept;
  return seq === null || at === null || data === null ? undefined : { seq, at, data };
}

function names({ type, id, language }: VersionKey): [string, string, string] {
  return [type, id, language ?? ''];
}

function keyOf(row: { type: string; id: string; language: string }): VersionKey {
  const { type, id, language } = row;
  // Only what the feed named was written.
  return { type, id, language: language === '' ? null : language } as VersionKey;
}
