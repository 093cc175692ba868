import { existsSync } from 'node:fs';
import type Sqlite from 'better-sqlite3';
import { type Site, Snapshot } from './snapshot.ts';
import { snapshotFormat } from './snapshot-tables.ts';

/** How long to wait for another process that uses the same snapshot, in milliseconds. */
export const patience = 10_000;

/** There is no snapshot to make the site from; the message says what to do. */
export class SnapshotMissing extends Error {
  override readonly name = 'SnapshotMissing';
}

/**
 * Opens a snapshot to read it.
 *
 * @param driver `better-sqlite3`, handed in: the compiled site lies in a folder from which no package is found
 * @throws SnapshotMissing when there is none, or only one that another version of the site wrote.
 */
export function openSnapshot(file: string, driver: typeof Sqlite, site: Site): Snapshot {
  const next = 'Take a feed in first: node site/src/content/take-in.ts --feed FILE --snapshot FILE';
  if (!existsSync(file)) throw new SnapshotMissing(`There is no content at ${file}. ${next}`);
  try {
    const database = openToRead(file, driver);
    if (database.pragma('user_version', { simple: true }) === snapshotFormat) {
      database.exec('BEGIN'); // one state is read to the end, and the file is not locked for each question
      return new Snapshot(database, site);
    }
    database.close();
  } catch (error) {
    if (!(error instanceof driver.SqliteError)) throw error;
  }
  throw new SnapshotMissing(`The content at ${file} cannot be read by this version of the site. ${next}`);
}

/**
 * Opens a snapshot's file only to read it. What a writer left half done that was killed is undone first: a connection
 * that may only read could not.
 */
export function openToRead(file: string, driver: typeof Sqlite): Sqlite.Database {
  if (existsSync(`${file}-journal`)) {
    const writing = new driver(file, { timeout: patience });
    writing.pragma('user_version');
    writing.close();
  }
  return new driver(file, { readonly: true, timeout: patience });
}
