import { existsSync } from 'node:fs';
import { folders } from '../machine/folders.ts';
import { placesHere } from './run.ts';

/** The site that was made here: what `npm run build` made, or the live edition where there is none. */
export function siteHere(): string {
  return existsSync(folders.dist) ? folders.dist : placesHere().live;
}
