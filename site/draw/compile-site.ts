import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'astro';
import config, { site } from '../astro.config.ts';
import { codeDigest } from './code-digest.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * The compiled site of the code as it is: a folder with `server/`, the application, and `client/`, the files that
 * go to readers as they are. It stands below `into` under the digest of the code, complete or not at all, so that
 * code that did not change is not compiled again and no compilation disturbs a running one.
 *
 * @returns the folder
 */
export async function compileSite(into: string): Promise<string> {
  const folder = join(resolve(into), codeDigest(root, site));
  if (['server', 'client'].every((part) => existsSync(join(folder, part)))) return folder;
  rmSync(folder, { recursive: true, force: true }); // somebody took a part of it away
  const unfinished = join(resolve(into), `unfinished-${process.pid}`);
  mkdirSync(unfinished, { recursive: true });
  try {
    await compileInto(unfinished);
    moveUnlessThere(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}

async function compileInto(folder: string): Promise<void> {
  await build({
    ...config,
    configFile: false,
    root: join(root, 'site'),
    logLevel: 'warn',
    // Only compiled: what draws and what tells of it stays away.
    integrations: [],
    outDir: folder,
    build: { ...config.build, client: join(folder, 'client'), server: join(folder, 'server') },
  });
}

/** Another process may have compiled the same code at the same time; its work is as good. */
function moveUnlessThere(unfinished: string, folder: string): void {
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}
