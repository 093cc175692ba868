import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.ts';
import { folders } from './folders.ts';

/**
 * Makes sure that this newsroom is run by one `npm start` at a time. A mark left by one that was killed is
 * taken over.
 *
 * @throws Failure naming the process that runs it
 */
export function beTheOnlyStart(): void {
  const mark = path.join(folders.var, 'start.pid');
  mkdirSync(folders.var, { recursive: true });
  try {
    writeFileSync(mark, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const other = Number(readFileSync(mark, 'utf8'));
    if (isRunning(other)) {
      throw new Failure(
        `This newsroom is run by another "npm start" already (process ${other}). Stop that one first, with Ctrl-C or: kill ${other}`,
      );
    }
    writeFileSync(mark, String(process.pid));
  }
  process.once('exit', () => rmSync(mark, { force: true }));
}

function isRunning(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // there, but another user's
  }
}
