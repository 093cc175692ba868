import path from 'node:path';
import { folders } from '../machine/folders.ts';
import { siteCommand } from './site-command.ts';

/** Compiles the site, unless that is done for this very code, and gives the folder of the compiled site. */
export async function compileSite(): Promise<string> {
  const output = await siteCommand('draw/compile.ts', '--into', path.join(folders.var, 'site', 'compiled'));
  return output.trim().split('\n').at(-1) ?? '';
}
