import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FeedHeader } from '@newsroom/shared/feed';
import Sqlite, { type Database, SqliteError } from 'better-sqlite3';
import { FeedFault, FeedRefused } from './feed-fault.ts';
import { patience } from './snapshot-file.ts';
import { snapshotFormat, statedIndexes, statedTables } from './snapshot-tables.ts';

/** In bytes, for a new file: a version of a text is about two thousand, so that a smaller page would stand half empty. */
const pageSize = 8192;

/** So many kB of the file a writer keeps in memory: a whole feed is written to all tables by turns. */
const cache = 64_000;

/** The state of a snapshot; `settled` is the state of which it is known that it was live. */
export interface SnapshotState {
  /** Tells it from any other snapshot, and from itself before it was begun anew. */
  id: string;
  epoch: string;
  seq: number;
  mark: string;
  asOf: string;
  admin: string;
  settled: number | null;
}

/** A snapshot is not at the state that it would have to be at; what to do instead is said. Nothing was changed. */
export class OtherState extends Error {
  override readonly name = 'OtherState';
}

/**
 * Changes a snapshot in one transaction: all that `change` does, or, where it throws, nothing.
 *
 * @throws FeedRefused where the file is no snapshot, or cannot be written
 */
export async function inSnapshot<T>(file: string, change: (database: Database) => Promise<T>): Promise<T> {
  let database: Database | undefined;
  try {
    database = openForWriting(file);
    database.exec('BEGIN IMMEDIATE');
    const result = await change(database);
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (error instanceof FeedFault) throw new FeedRefused([error]);
    if (error instanceof SqliteError) throw new FeedRefused([unusable(file, error)]);
    throw error;
  } finally {
    // Closing rolls back what was not committed.
    database?.close();
  }
}

/** The state of an open snapshot; undefined where it was never filled, or by another version of the site. */
export function stateOf(database: Database): SnapshotState | undefined {
  if (database.pragma('user_version', { simple: true }) !== snapshotFormat) return undefined;
  const sql = 'SELECT id, epoch, seq, mark, as_of AS asOf, admin, settled FROM meta';
  return database.prepare<[], SnapshotState>(sql).get();
}

export function writeState(database: Database, { id, epoch, seq, mark, asOf, admin, settled }: SnapshotState): void {
  database.exec('DELETE FROM meta');
  database.prepare('INSERT INTO meta VALUES (?, ?, ?, ?, ?, ?, ?)').run(id, epoch, seq, mark, asOf, admin, settled);
}

/** Empties a snapshot for another history, of which nothing is live yet. */
export function beginAnew(database: Database, header: FeedHeader, asOf: string): SnapshotState {
  for (const [name, create] of Object.entries(statedTables)) {
    database.exec(`DROP TABLE IF EXISTS ${name}`);
    database.exec(create);
  }
  for (const create of statedIndexes) database.exec(create);
  database.pragma(`user_version = ${snapshotFormat}`);
  const { epoch, seq, mark, admin } = header;
  const state = { id: randomUUID(), epoch, seq, mark, asOf, admin, settled: null };
  writeState(database, state);
  return state;
}

/** The snapshot's file, made with its folder where there is none. */
function openForWriting(file: string): Database {
  mkdirSync(dirname(file), { recursive: true });
  try {
    const database = new Sqlite(file, { timeout: patience });
    database.pragma(`page_size = ${pageSize}`);
    database.pragma(`cache_size = -${cache}`);
    database.pragma('user_version');
    return database;
  } catch (error) {
    if (!(error instanceof SqliteError)) throw error;
    throw unusable(file, error);
  }
}

function unusable(file: string, error: InstanceType<typeof SqliteError>): FeedFault {
  return new FeedFault(
    'snapshot-unusable',
    `The snapshot ${file} cannot be used (${error.code}).`,
    'Delete the file, and take the feed in again.',
  );
}
