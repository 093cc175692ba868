import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { type FileLock, tryFileLock } from './lock.ts';
import type { Places } from './places.ts';

/** Where one run does its work. */
export interface Workplace {
  /** The run. */
  run: string;
  /** Who does it, for people. @example 'web-1 (process 4711)' */
  publisher: string;
  /** A folder of its own, for what is not finished; it goes with the run. */
  folder: string;
  /** Ends the run. */
  leave(): void;
}

/**
 * Opens a workplace, and removes those that dead runs left. Beside each folder lies a lock that ends with its process:
 * so a run that is only slow, or frozen, keeps its own.
 */
export function openWorkplace(places: Places): Workplace {
  mkdirSync(places.work, { recursive: true });
  clearDead(places);
  const { run, lock } = takeName(places);
  const folder = path.join(places.work, run);
  mkdirSync(folder);
  return {
    run,
    publisher: `${hostname()} (process ${process.pid})`,
    folder,
    leave: () => {
      rmSync(folder, { recursive: true, force: true });
      rmSync(lockOf(places, run), { force: true });
      lock.release();
    },
  };
}

/** Whether the process of a run is there, be it frozen. */
export function isRunning(places: Places, run: string): boolean {
  const file = lockOf(places, run);
  if (statSync(file, { throwIfNoEntry: false }) === undefined) return false;
  const lock = tryFileLock(file);
  lock?.release();
  return lock === undefined;
}

function takeName(places: Places): { run: string; lock: FileLock } {
  for (;;) {
    const run = randomUUID();
    const lock = tryFileLock(lockOf(places, run));
    // Somebody who clears up may have taken it for a dead run's in the moment before it was locked.
    if (lock !== undefined && statSync(lockOf(places, run), { throwIfNoEntry: false }) !== undefined) return { run, lock };
    lock?.release();
  }
}

function clearDead(places: Places): void {
  const names = readdirSync(places.work);
  for (const name of names.filter((each) => each.endsWith('.lock'))) {
    const lock = tryFileLock(path.join(places.work, name));
    if (lock === undefined) continue;
    rmSync(path.join(places.work, path.basename(name, '.lock')), { recursive: true, force: true });
    rmSync(path.join(places.work, name), { force: true });
    lock.release();
  }
}

function lockOf(places: Places, run: string): string {
  return path.join(places.work, `${run}.lock`);
}
