import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { Failure } from '../machine/failure.ts';
import { folders } from '../machine/folders.ts';

/** A development tool run on the repository. */
export interface Tool {
  /** What it sees to, in a few words. */
  purpose: string;
  /** Its command, as the packages of the room in which it runs bring it. */
  command: string;
  args: string[];
  room?: 'shared' | 'cms' | 'site' | 'scripts';
}

/** Runs a tool with its output before the reader's eyes. @throws Failure if it is not content */
export function runTool({ purpose, command, args, room }: Tool): void {
  const began = performance.now();
  console.error(`· ${purpose} …`);
  const cwd = path.join(folders.repository, room ?? '.');
  const { status } = spawnSync(path.join(cwd, 'node_modules', '.bin', command), args, { cwd, stdio: 'inherit' });
  if (status !== 0) throw new Failure(`${purpose}: not as it should be; see above.`);
  console.error(`✓ ${purpose} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
}
