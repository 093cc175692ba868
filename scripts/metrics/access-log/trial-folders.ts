import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isRunning } from '../../machine/one-at-a-time.ts';

/** Where a trial lays readers aside who have no room in memory; it goes with the process. */
export function trialFolder(folder: string, pid: number): string {
  return `${folder}-trial-${pid}`;
}

/** Removes what trials left that were killed. */
export function removeDeadTrials(folder: string): void {
  const parent = path.dirname(folder);
  for (const name of existsSync(parent) ? readdirSync(parent) : []) {
    const pid = Number(/-trial-(\d+)$/.exec(name)?.[1] ?? Number.NaN);
    if (pid > 0 && !isRunning(pid)) rmSync(path.join(parent, name), { recursive: true, force: true });
  }
}
