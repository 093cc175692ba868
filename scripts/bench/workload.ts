import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { folders } from '../machine/folders.ts';
import { feedLines } from '../scale/feed-lines.ts';
import { lastDay, type MadeNewsroom, makeNewsroom } from '../scale/newsroom-of-scale.ts';

/** A made-up newsroom to measure with, as a feed file and the files that it names. */
export interface Workload extends MadeNewsroom {
  /** How many releases it has; each is written in three languages. */
  n: number;
  seed: number;
  /** The day that its site is made for. */
  asOf: string;
  /** Names the history of its feed. */
  epoch: string;
  feed: string;
  /** Its pictures and files, each named by its SHA-256. */
  media: string;
  /** Where subjects work; empty at the beginning. */
  folder: string;
}

/** Makes a workload in a folder of its own, from which everything that was there is removed. */
export function makeWorkload(n: number, seed: number): Workload {
  const folder = path.join(folders.var, 'bench', `${n}-${seed}`);
  rmSync(folder, { recursive: true, force: true });
  const media = path.join(folder, 'media');
  mkdirSync(media, { recursive: true });
  const newsroom = makeNewsroom(n, { seed, translated: 'all' });
  for (const { file, bytes } of newsroom.originals) writeFileSync(path.join(media, file.sha256), bytes);
  const epoch = `bench-${n}-${seed}`;
  const feed = path.join(folder, 'feed.ndjson');
  writeFileSync(feed, feedLines(newsroom.entries, epoch).join(''));
  return { ...newsroom, n, seed, asOf: lastDay, epoch, feed, media, folder };
}
