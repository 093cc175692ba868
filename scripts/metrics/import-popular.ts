import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Failure, runCommand } from '../machine/failure.ts';
import { type OutsideList, readOutsideList } from './read-outside-list.ts';

const usage = `Reads a popular list that somebody else computed.

  npm run import:popular -- FILE --dry-run          shows the rows that were found
  npm run import:popular -- FILE --dry-run --json   prints them as {"rows": [...]}`;

await runCommand(async () => {
  const { file, dryRun, json } = readOptions();
  if (!dryRun) throw new Failure('Outside lists can be read but not yet stored: add --dry-run.');
  const list = readOutsideList(readText(file));
  if (json) console.log(JSON.stringify(list.faults.length === 0 ? { rows: list.rows } : list, null, 2));
  else
    for (const { rank, title, views, comments, reactions } of list.rows)
      console.log([rank, title, views, comments, reactions].join('\t'));
  refuseFaults(file, list);
});

function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Error('Name exactly one file.');
    return { file, dryRun: values['dry-run'] ?? false, json: values.json ?? false };
  } catch (error) {
    throw new Failure(`${(error as Error).message}\n\n${usage}`);
  }
}

/** The file's text; a name is taken from the folder in which npm was called. */
function readText(file: string): string {
  const name = path.resolve(process.env.INIT_CWD ?? '.', file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(name));
  } catch (error) {
    const fault = error as NodeJS.ErrnoException;
    throw new Failure(
      fault.code === 'ENOENT' ? `There is no file ${name}.` : `${name} cannot be read as UTF-8 text: ${fault.message}`,
    );
  }
}

/** All or nothing: a list with a malformed row is refused, with every fault named. */
function refuseFaults(file: string, { faults }: OutsideList): void {
  if (faults.length === 0) return;
  const lines = faults.map(({ line, message }) => `  line ${line}: ${message}`);
  throw new Failure(`${file} cannot be taken as a list; mend it and try again:\n${lines.join('\n')}`);
}
