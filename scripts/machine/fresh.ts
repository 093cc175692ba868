import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Failure } from './failure.ts';
import { folders } from './folders.ts';

/** What outlives a fresh start below `var`: the fetched Node and pnpm, and the mark of the start that is under way. */
const kept = ['tools', 'start.pid'];

const nothingRemoved = 'Nothing was removed.';

/**
 * Begins anew: removes the database, the uploads, the snapshot and the site, after asking.
 *
 * @param yes do not ask; for scripts
 * @throws Failure if the answer is not yes, or there is nobody to ask
 */
export async function beginAnew({ yes }: { yes: boolean }): Promise<void> {
  if (process.env.DATABASE_URL) {
    throw new Failure(
      `--fresh removes the SQLite database below var/, but this newsroom's is at DATABASE_URL. Empty that one yourself. ${nothingRemoved}`,
    );
  }
  if (!yes) await askFirst();
  for (const name of existsSync(folders.var) ? readdirSync(folders.var) : []) {
    if (!kept.includes(name)) rmSync(path.join(folders.var, name), { recursive: true, force: true });
  }
  for (const folder of ['', '.next', '.previous']) rmSync(`${folders.dist}${folder}`, { recursive: true, force: true });
}

async function askFirst(): Promise<void> {
  if (!process.stdin.isTTY)
    throw new Failure('There is nobody to ask whether everything may be removed. In scripts: npm start -- --fresh --yes');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const question = 'This removes the database with all releases, all uploads and the site. Type "yes" to go on: ';
  // Ctrl-C and the end of the input are answers, too.
  const answer = await terminal.question(question).catch(() => '');
  terminal.close();
  if (answer.trim().toLowerCase() !== 'yes') throw new Failure(nothingRemoved);
}
