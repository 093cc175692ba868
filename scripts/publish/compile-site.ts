import { existsSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { folders } from '../machine/folders.ts';
import { codeStamp } from './code-stamp.ts';
import { siteCommand } from './site-command.ts';

/** A compiled site. */
export interface Compiled {
  folder: string;
  /** The digest of the code that it was compiled from. */
  code: string;
}

let last: { stamp: string; compiled: Compiled } | undefined;

/** Compiles the site, unless that is done for this very code. */
export async function compileSite(): Promise<Compiled> {
  const stamp = codeStamp(folders.repository);
  if (last?.stamp === stamp && existsSync(last.compiled.folder)) return last.compiled;
  const folder = await siteCommand('draw/compile.ts', '--into', path.join(folders.siteState, 'compiled'));
  dropUnused(folder);
  const compiled = { folder, code: path.basename(folder) };
  last = { stamp, compiled };
  return compiled;
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
