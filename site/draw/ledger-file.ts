import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Ledger } from './ledger.ts';

/**
 * Opens the ledger that lies in a folder, to change it. One that another process keeps to itself, as one that was
 * frozen in the midst of a drawing, is left to that one for good, and an empty one is begun: all is drawn then.
 */
export function openLedger(folder: string): Ledger {
  mkdirSync(folder, { recursive: true });
  for (const file of newestFirst(folder)) {
    const ledger = openIfFree(file);
    if (ledger !== undefined) return ledger;
  }
  return new Ledger(join(folder, `${randomUUID()}.sqlite`));
}

/** Removes from a folder all ledgers but the one that was kept last. */
export function dropOtherLedgers(folder: string): void {
  const [, ...others] = newestFirst(folder);
  for (const file of others) {
    const ledger = openIfFree(file);
    if (ledger === undefined) continue; // somebody may still look at it
    ledger.close();
    rmSync(file);
  }
}

function newestFirst(folder: string): string[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.sqlite'));
  const changed = (file: string) =>
    Math.max(...[file, `${file}-wal`].map((each) => statSync(each, { throwIfNoEntry: false })?.mtimeMs ?? 0));
  return files.map((name) => join(folder, name)).toSorted((one, other) => changed(other) - changed(one));
}

function openIfFree(file: string): Ledger | undefined {
  try {
    return new Ledger(file);
  } catch (error) {
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) return undefined;
    throw error;
  }
}
