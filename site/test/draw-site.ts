import { join } from 'node:path';
import { inject } from 'vitest';
import { takeInFeed } from '../src/content/take-in-feed.ts';
import { layOriginals } from './drawn-pictures.ts';
import { type FeedLine, newFolder, writeFeed } from './feed-file.ts';
import { runNodeWell } from './run-command.ts';

/** Draws the site of a feed with the site's own commands, and gives its folder. @param files the files that it names */
export async function drawSite(lines: readonly FeedLine[], files: Parameters<typeof layOriginals>[0] = []): Promise<string> {
  const folder = newFolder();
  const [snapshot, out] = [join(folder, 'snapshot.sqlite'), join(folder, 'drawn')];
  layOriginals(files, snapshot);
  await takeInFeed({ feed: writeFeed(folder, lines), snapshot, asOf: '2024-04-03', acceptLoss: false });
  await runNodeWell(['draw/draw.ts', '--compiled', inject('goldenSite').compiled, '--snapshot', snapshot, '--out', out]);
  return out;
}
