import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../machine/failure.ts';
import { folders } from '../machine/folders.ts';
import { runToEnd } from '../machine/processes.ts';
import { explainFullDisk } from '../machine/system-fault.mjs';
import { tellWarnings } from './tell-warnings.ts';

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
  const program = { name, args: ['--disable-warning=ExperimentalWarning', script, ...args], cwd: folders.site };
  const { code, output, log } = await runToEnd(program);
  const written = readFileSync(log, 'utf8');
  tellWarnings(written, path.relative(folders.repository, log));
  const words = explainFullDisk(folders.var) ?? (written.trim() || `site/${script} ended without a word.`);
  return { code, result: output.trim().split('\n').at(-1) ?? '', words };
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
