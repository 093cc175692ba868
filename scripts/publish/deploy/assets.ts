import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { linkOrCopy } from './link-or-copy.ts';
import type { Places } from './places.ts';

/**
 * Sees to it that readers find these assets; those that are there stay as they are.
 *
 * @param sources folders in which they may be found; the shelf of older editions' media is looked at as well
 * @returns those that are nowhere
 */
export function layAssets(places: Places, work: string, assets: readonly string[], sources: readonly string[]): string[] {
  return assets.filter((asset) => {
    const target = path.join(places.assets, asset);
    if (existsSync(target)) return false;
    const source = [...sources, places.shelved].map((folder) => path.join(folder, asset)).find((file) => existsSync(file));
    if (source === undefined) return true;
    mkdirSync(path.dirname(target), { recursive: true });
    const unfinished = path.join(work, 'asset');
    rmSync(unfinished, { force: true }); // a rename onto another name of the same file leaves both
    linkOrCopy(source, unfinished);
    renameSync(unfinished, target);
    return false;
  });
}
