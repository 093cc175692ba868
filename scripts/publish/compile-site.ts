import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileDigestSchema } from '@newsroom/shared/media';
import { z } from 'zod';
import { folders } from '../machine/folders.ts';
import { codeStamp } from './code-stamp.ts';
import { siteProgram } from './site-command.ts';
import { endSiteProcess } from './site-process.ts';

/** A compiled site. */
export interface Compiled {
  folder: string;
  /** The digest of the code that it was compiled from. */
  code: string;
}

const compiledSites = path.join(folders.siteState, 'compiled');

/** Which compiled site belongs to the code, by its stamp; so that a publisher need not ask the site each time. */
const lastCompiled = path.join(folders.siteState, 'compiled.json');

/** Compiles the site, unless that is done for this very code. */
export async function compileSite(): Promise<Compiled> {
  return knownCompiled() ?? (await compile());
}

/** The compiled site of the code as it is, if it was not touched since it was compiled. */
export function knownCompiled(): Compiled | undefined {
  const last = readLast();
  if (last === undefined || last.stamp !== codeStamp(folders.repository)) return undefined;
  const folder = path.join(compiledSites, last.code);
  return existsSync(folder) ? { folder, code: last.code } : undefined;
}

async function compile(): Promise<Compiled> {
  const stamp = codeStamp(folders.repository);
  const folder = await siteProgram('draw/compile.ts', '--into', compiledSites);
  // It carries out the commands of the code that it was started with.
  await endSiteProcess();
  dropUnused(folder);
  const code = path.basename(folder);
  writeFileSync(`${lastCompiled}.new`, JSON.stringify({ stamp, code }));
  renameSync(`${lastCompiled}.new`, lastCompiled);
  return { folder, code };
}

function readLast(): { stamp: string; code: string } | undefined {
  try {
    return z.object({ stamp: z.string(), code: fileDigestSchema }).safeParse(JSON.parse(readFileSync(lastCompiled, 'utf8'))).data;
  } catch {
    return undefined; // nothing was compiled yet
  }
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
