import { allSituations, situationFiles } from './all-situations.ts';
import { drawSite } from './draw-site.ts';

/** Draws the site of all situations, and gives its folder. */
export function drawSituations(): Promise<string> {
  return drawSite(allSituations(), situationFiles);
}
