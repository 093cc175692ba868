import { existsSync, renameSync, rmSync } from 'node:fs';
import { folders } from '../machine/folders.ts';

const previous = `${folders.dist}.previous`;

/** Puts a complete new site in the place of `site/dist`. Two renames: between them there is no site, for microseconds. */
export function replaceSite(folder: string): void {
  restoreSite();
  rmSync(previous, { recursive: true, force: true });
  if (existsSync(folders.dist)) renameSync(folders.dist, previous);
  renameSync(folder, folders.dist);
  rmSync(previous, { recursive: true, force: true });
}

/** Brings the previous site back if a replacement was killed between its two renames. */
export function restoreSite(): void {
  if (!existsSync(folders.dist) && existsSync(previous)) renameSync(previous, folders.dist);
}
