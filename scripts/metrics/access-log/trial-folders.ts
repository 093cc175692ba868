import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

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

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
