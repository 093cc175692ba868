import { readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { folders } from '../machine/folders.ts';
import { siteCommand } from './site-command.ts';

/** Compiles the site, unless that is done for this very code, and gives the folder of the compiled site. */
export async function compileSite(): Promise<string> {
  const output = await siteCommand('draw/compile.ts', '--into', path.join(folders.var, 'site', 'compiled'));
  const folder = output.trim().split('\n').at(-1) ?? '';
  dropUnused(folder);
  return folder;
}

/** How many compiled sites are kept: of the code as it is, and of what somebody may go back to. */
const kept = 3;

/** Removes the compiled sites that were not used for longest. */
function dropUnused(used: string): void {
  utimesSync(used, new Date(), new Date());
  const folders = readdirSync(path.dirname(used)).map((name) => path.join(path.dirname(used), name));
  const byUse = folders.toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const folder of byUse.slice(kept)) rmSync(folder, { recursive: true, force: true });
}
