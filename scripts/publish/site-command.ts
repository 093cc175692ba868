import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../machine/failure.ts';
import { folders } from '../machine/folders.ts';
import { runToEnd } from '../machine/processes.ts';
import { explainFullDisk } from '../machine/system-fault.mjs';
import { Refusal } from './refusal.ts';
import { askSiteProcess, type SiteAnswer } from './site-process.ts';
import { tellWarnings } from './tell-warnings.ts';

/** Has one of the site's own commands carried out, and tells what it warned of. @throws Refusal `machine` */
export async function askSite(command: string, ...args: string[]): Promise<SiteAnswer> {
  const answer = await askSiteProcess(command, args);
  tellWarnings(answer.words, path.relative(folders.repository, answer.log));
  if (answer.code !== 0) refuseForMachine(command, answer.code);
  return { ...answer, words: answer.words.trim() || `The site's command "${command}" ended without a word.` };
}

/** What keeps a command from its end whatever it does. @throws Refusal `machine` */
function refuseForMachine(command: string, code: number | null): void {
  const full = explainFullDisk(existsSync(folders.siteState) ? folders.siteState : folders.var);
  if (full !== undefined) throw new Refusal('machine', full);
  if (code === null)
    throw new Refusal(
      'machine',
      `The site's command "${command}" was ended from outside, or took far too long. The site stays as it was; try again.`,
    );
}

/**
 * Runs one of the site's own programs that has to succeed, and gives the last line that it wrote to stdout.
 *
 * @throws Failure with all that it said: the site's programs explain themselves
 */
export async function siteProgram(script: string, ...args: string[]): Promise<string> {
  const name = `site-${path.basename(script, '.ts')}`;
  const program = { name, args: ['--disable-warning=ExperimentalWarning', script, ...args], cwd: folders.site };
  const { code, output, log } = await runToEnd(program);
  const written = readFileSync(log, 'utf8');
  tellWarnings(written, path.relative(folders.repository, log));
  if (code === 0) return output.trim().split('\n').at(-1) ?? '';
  throw new Failure(explainFullDisk(folders.var) ?? (written.trim() || `site/${script} ended without a word.`));
}
