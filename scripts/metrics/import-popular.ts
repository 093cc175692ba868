import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { isLanguage, type Language, languages } from '@newsroom/shared/languages';
import { type OutsideList, outsideListSchema } from '@newsroom/shared/outside-list';
import { loadEnvironment } from '../machine/environment.ts';
import { Failure, runCommand } from '../machine/failure.ts';
import { type ReadList, readOutsideList } from './read-outside-list.ts';
import { readTime } from './read-time.ts';
import { sendOutsideList } from './send-outside-list.ts';

const usage = `Gives a popular list that somebody else computed to the CMS: its order, source and time are kept as they are.

  npm run import:popular -- FILE --source NAME --captured-at TIME [--language ru]
  npm run import:popular -- FILE --dry-run          shows the rows that were found
  npm run import:popular -- FILE --dry-run --json   prints them as {"rows": [...]}

  NAME      who made the list, as readers are told
  TIME      when it was taken: 2024-11-01T09:00:00+05:00, or 2024-11-01T09:00 on the office's clocks
  language  of the titles: ${languages.join(', ')}`;

await runCommand(async () => {
  const options = readOptions();
  if (options.help) return console.log(usage);
  const about = options.dryRun ? undefined : readAbout(options);
  const list = readOutsideList(readText(options.file));
  if (about === undefined) showRows(list, options.json);
  refuseFaults(options.file, list);
  if (about !== undefined) await importList({ ...about, rows: list.rows }, options.json);
});

type Options = ReturnType<typeof readOptions>;

function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean' },
        json: { type: 'boolean' },
        source: { type: 'string' },
        'captured-at': { type: 'string' },
        language: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    const [file = '', ...more] = positionals;
    if (!values.help && (file === '' || more.length > 0)) throw new Error('Name exactly one file.');
    const { source, 'captured-at': capturedAt, language, help = false, json = false, 'dry-run': dryRun = false } = values;
    return { file, source, capturedAt, language, help, json, dryRun };
  } catch (error) {
    throw new Failure(`${(error as Error).message}\n\n${usage}`);
  }
}

/** What the person says of the list, which the list itself does not. */
function readAbout({ source, capturedAt, language }: Options): Omit<OutsideList, 'rows'> {
  if (source === undefined || capturedAt === undefined)
    throw new Failure(`Say who made the list and when, by --source and --captured-at.\n\n${usage}`);
  const name = outsideListSchema.shape.source.safeParse(source.trim());
  if (!name.success) throw new Failure(`--source is "${source}". Give a name of 1 to 120 characters.\n\n${usage}`);
  return { source: name.data, capturedAt: readTime(capturedAt, new Date()), language: readLanguage(language) };
}

function readLanguage(text: string | undefined): Language | null {
  if (text === undefined) return null;
  if (!isLanguage(text)) throw new Failure(`--language is "${text}". It is one of ${languages.join(', ')}.\n\n${usage}`);
  return text;
}

/** The file's text; a name is taken from the folder in which npm was called. */
function readText(file: string): string {
  const name = path.resolve(process.env.INIT_CWD ?? '.', file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(name));
  } catch (error) {
    const fault = error as NodeJS.ErrnoException;
    if (fault.code === 'ENOENT') throw new Failure(`There is no file ${name}.`);
    if (fault.code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw new Failure(`${name} is no UTF-8 text. Save it in that encoding and try again.`);
    throw new Failure(`${name} cannot be read: ${fault.message}`);
  }
}

function showRows(list: ReadList, json: boolean): void {
  if (json) console.log(JSON.stringify(list.faults.length === 0 ? { rows: list.rows } : list, null, 2));
  else
    for (const { rank, title, views, comments, reactions } of list.rows)
      console.log([rank, title, views, comments, reactions].join('\t'));
}

/** All or nothing: a list with a malformed row is refused, with every fault named. */
function refuseFaults(file: string, { faults }: ReadList): void {
  if (faults.length === 0) return;
  const lines = faults.map(({ line, message }) => `  line ${line}: ${message}`);
  throw new Failure(`${file} cannot be taken as a list; mend it and try again:\n${lines.join('\n')}`);
}

async function importList(list: OutsideList, json: boolean): Promise<void> {
  const { rows } = list;
  const most = 200;
  if (rows.length > most) throw new Failure(`The list has ${rows.length} rows; the newsroom keeps lists of at most ${most}.`);
  loadEnvironment();
  const { stored } = await sendOutsideList(outsideListSchema.parse(list));
  const name = `The list of ${list.source}, captured at ${list.capturedAt}, with ${rows.length} rows`;
  const told = stored
    ? `${name}, is stored. "npm run build" brings it to readers.`
    : `${name}, was stored before: nothing changed.`;
  console.log(json ? JSON.stringify({ stored }) : told);
}
