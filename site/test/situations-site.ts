import { join } from 'node:path';
import { inject } from 'vitest';
import { takeInFeed } from '../src/content/take-in-feed.ts';
import { allSituations, situationFiles } from './all-situations.ts';
import { layOriginals } from './drawn-pictures.ts';
import { newFolder, writeFeed } from './feed-file.ts';
import { runNodeWell } from './run-command.ts';

/** Draws the site of all situations, and gives its folder. */
export async function drawSituations(): Promise<string> {
  const folder = newFolder();
  const [snapshot, drawn] = [join(folder, 'snapshot.sqlite'), join(folder, 'drawn')];
  layOriginals(situationFiles, snapshot);
  await takeInFeed({ feed: writeFeed(folder, allSituations()), snapshot, asOf: '2024-04-03', acceptLoss: false });
  await runNodeWell(['draw/draw.ts', '--compiled', inject('goldenSite').compiled, '--snapshot', snapshot, '--out', drawn]);
  return drawn;
}
