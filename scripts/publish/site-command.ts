import { readFileSync } from 'node:fs';
import path from 'node:path';
import { folders } from '../machine/folders.ts';
import { runProgram } from '../machine/processes.ts';

/**
 * Runs one of the site's own commands and gives what it wrote to stdout.
 *
 * @throws Failure with all that it said: the site's commands explain themselves
 */
export function siteCommand(script: string, ...args: string[]): Promise<string> {
  return runProgram({
    name: `site-${path.basename(script, '.ts')}`,
    args: ['--disable-warning=ExperimentalWarning', script, ...args],
    cwd: folders.site,
    explain: (log) => readFileSync(log, 'utf8').trim() || `site/${script} ended without a word.`,
  });
}
