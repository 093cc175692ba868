import { readFileSync } from 'node:fs';
import path from 'node:path';
import { editionFolder, type Places } from './places.ts';

const assetList = 'assets.json';

/** The assets that an edition names, as paths relative to the site. */
export function assetsOf(places: Places, generation: number): string[] {
  return JSON.parse(readFileSync(path.join(editionFolder(places, generation), assetList), 'utf8')) as string[];
}

/** The file beside an edition that lists its assets. */
export function assetListIn(folder: string): string {
  return path.join(folder, assetList);
}
