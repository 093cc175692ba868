import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../machine/failure.ts';
import { folders } from '../machine/folders.ts';
import { runToEnd } from '../machine/processes.ts';
import { explainFullDisk } from '../machine/system-fault.mjs';
import { Refusal } from './refusal.ts';
import { tellWarnings } from './tell-warnings.ts';

/** How long a command may take, in milliseconds: one that is frozen must not keep a publisher for ever. */
const longest = 30 * 60_000;

/** How a command of the site ended. */
export interface SiteAnswer {
  code: number | null;
  /** The last line that it wrote to stdout: its result. */
  result: string;
  /** All that it wrote: where it failed, its own explanation. */
  words: string;
}

/** Runs one of the site's own commands, and tells what it warned of. */
export async function askSite(script: string, ...args: string[]): Promise<SiteAnswer> {
  const name = `site-${path.basename(script, '.ts')}`;
  const program = { name, limit: longest, args: ['--disable-warning=ExperimentalWarning', script, ...args], cwd: folders.site };
  const { code, output, log } = await runToEnd(program);
  const written = readFileSync(log, 'utf8');
  tellWarnings(written, path.relative(folders.repository, log));
  if (code !== 0) refuseForMachine(script, code);
  const words = written.trim() || `site/${script} ended without a word.`;
  return { code, result: output.trim().split('\n').at(-1) ?? '', words };
}

/** What keeps a command from its end whatever it does. @throws Refusal `machine` */
function refuseForMachine(script: string, code: number | null): void {
  const full = explainFullDisk(existsSync(folders.siteState) ? folders.siteState : folders.var);
  if (full !== undefined) throw new Refusal('machine', full);
  if (code === null)
    throw new Refusal(
      'machine',
      `site/${script} was ended from outside, or took more than ${longest / 60_000} minutes. The site stays as it was; try again.`,
    );
}

/**
 * Runs one of the site's own commands that has to succeed, and gives the last line that it wrote to stdout.
 *
 * @throws Failure with all that it said: the site's commands explain themselves
 */
export async function siteCommand(script: string, ...args: string[]): Promise<string> {
  const { code, result, words } = await askSite(script, ...args);
  if (code !== 0) throw new Failure(words);
  return result;
}
