import { readFileSync } from 'node:fs';
import path from 'node:path';
import { folders } from '../machine/folders.ts';
import { runProgram } from '../machine/processes.ts';
import { tellWarnings } from './tell-warnings.ts';

/**
 * Runs one of the site's own commands, tells what it warned of, and gives what it wrote to stdout.
 *
 * @throws Failure with all that it said: the site's commands explain themselves
 */
export async function siteCommand(script: string, ...args: string[]): Promise<string> {
  const name = `site-${path.basename(script, '.ts')}`;
  const output = await runProgram({
    name,
    args: ['--disable-warning=ExperimentalWarning', script, ...args],
    cwd: folders.site,
    explain: (log) => readFileSync(log, 'utf8').trim() || `site/${script} ended without a word.`,
  });
  const log = path.join(folders.logs, `${name}.log`);
  tellWarnings(readFileSync(log, 'utf8'), path.relative(folders.repository, log));
  return output;
}
