import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { Refusal } from '../refusal.ts';
import type { Places } from './places.ts';

/** How long to wait for another publisher to switch, in milliseconds. A switch takes a fraction of a second. */
const patience = 20_000;

/**
 * Does something while nobody else switches, prepares a switch or deletes. The lock is the operating system's, taken
 * through SQLite: it ends with its process, however that ends.
 *
 * @param holder how others will call us, while they wait
 * @throws Refusal naming who holds the lock
 */
export async function underLock<T>(places: Places, holder: string, work: () => T, limit = patience): Promise<T> {
  mkdirSync(path.dirname(places.lock), { recursive: true });
  const lock = await takeFileLock(places.lock, limit);
  if (lock === undefined) {
    throw new Refusal(
      'machine',
      `Another process has been switching editions in ${places.root} for more than ${limit / 1000} s: ${holderIn(places)}. If it is stopped or frozen, let it go on or end it (kill -9), then publish again. The site stays as it was.`,
    );
  }
  try {
    writeFileSync(places.lockHolder, holder);
    const result = work();
    rmSync(places.lockHolder, { force: true });
    return result;
  } finally {
    lock.release();
  }
}

export interface FileLock {
  release(): void;
}

/**
 * Takes the lock that a file stands for. No process may open such a file in another way: closing it would give the
 * lock away.
 *
 * @param limit how long to try, in milliseconds
 * @returns undefined where another process keeps it
 */
async function takeFileLock(file: string, limit: number): Promise<FileLock | undefined> {
  for (const began = performance.now(); ; await wait(20)) {
    const lock = tryFileLock(file);
    if (lock !== undefined) return lock;
    if (performance.now() - began >= limit) return undefined;
  }
}

/**
 * Takes the lock that a file stands for, or gives undefined where another has it.
 *
 * @throws Refusal `machine` where the file cannot be written
 */
export function tryFileLock(file: string): FileLock | undefined {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { timeout: 0 });
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database?.close();
    if (isBusy(error)) return undefined;
    throw new Refusal(
      'machine',
      `The lock ${file} cannot be taken (${(error as Error).message}). The folder must be one that this user may write to, on a disk with space. The edition that was live stays.`,
      { cause: error },
    );
  }
  const taken = database;
  return { release: () => taken.close() };
}

/** What SQLite calls a fault of its own, without the variants (https://www.sqlite.org/rescode.html); undefined for others. */
export function sqliteFault(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}

/** Whether SQLite says that somebody else is at it: SQLITE_BUSY. */
export function isBusy(error: unknown): boolean {
  return sqliteFault(error) === 5;
}

/** Whether SQLite says that the disk is full: SQLITE_FULL. */
export function isFull(error: unknown): boolean {
  return sqliteFault(error) === 13;
}

function holderIn(places: Places): string {
  try {
    return readFileSync(places.lockHolder, 'utf8') || 'it gave no name';
  } catch {
    return 'it gave no name';
  }
}
