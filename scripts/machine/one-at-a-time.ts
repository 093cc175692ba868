import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.ts';
import { folders } from './folders.ts';

/**
 * Makes sure that one process at a time does something in this newsroom, until it calls what is given back or ends.
 * A mark left by a process that was killed is taken over.
 *
 * @param activity names the mark's file, for example `start`
 * @param refusal what to say when process `pid` is at it already
 * @throws Failure with the refusal
 */
export function oneAtATime(activity: string, refusal: (pid: number) => string): () => void {
  const mark = path.join(folders.var, `${activity}.pid`);
  mkdirSync(folders.var, { recursive: true });
  try {
    writeFileSync(mark, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const other = Number(readFileSync(mark, 'utf8'));
    if (isRunning(other)) throw new Failure(refusal(other));
    writeFileSync(mark, String(process.pid));
  }
  const release = () => rmSync(mark, { force: true });
  process.once('exit', release);
  return () => {
    process.removeListener('exit', release);
    release();
  };
}

/** Whether a process of ours is running under this number, and not one that got the number after it. */
export function isRunning(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0) && commandOf(pid).includes(path.join('scripts', ''));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // there, but another user's
  }
}

/** The command line of a process, where the system tells it; else one that could be ours. */
function commandOf(pid: number): string {
  const { stdout } = spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout || path.join('scripts', '');
}
