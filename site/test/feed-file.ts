import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FeedEntry, feedVersion } from '@newsroom/shared/feed';
import Sqlite from 'better-sqlite3';
import { inject } from 'vitest';
import type { Snapshot } from '../src/content/snapshot.ts';
import { openSnapshot } from '../src/content/snapshot-file.ts';
import { takeInFeed } from '../src/content/take-in-feed.ts';
import { siteAt } from '../src/views/pages.ts';
import { goldenFeed } from './golden-site.ts';
import { testSiteUrl } from './run-command.ts';

/** A line of a feed, as a test changes it. */
export type FeedLine = Record<string, unknown>;

/** A new folder for one test, with nothing in it but the golden feed's files; it goes when all tests are done. */
export function newFolder(): string {
  const { scratch } = inject('goldenSite');
  const folder = mkdtempSync(join(scratch, 'test-'));
  cpSync(join(scratch, 'media'), join(folder, 'media'), { recursive: true });
  return folder;
}

/** The golden feed's lines: a header, the entries, a trailer. */
export function goldenLines(): FeedLine[] {
  return readFileSync(goldenFeed, 'utf8')
    .trim()
    .split('\n')
    .map((line): FeedLine => JSON.parse(line));
}

/** The golden feed's entries, changed by `change`: undefined leaves one out. The header counts what is left. */
export function goldenEntries(change: (entry: FeedEntry) => FeedEntry | undefined): FeedLine[] {
  // The golden feed keeps the contract, which other tests prove.
  const entries = (goldenLines().slice(1, -1) as unknown as FeedEntry[]).flatMap((entry) => change(structuredClone(entry)) ?? []);
  return withHeader(entries);
}

const admin = 'http://127.0.0.1:1337/admin';

/** What the change log is taken to have held. */
const testMark = 'a'.repeat(64);

/** A feed of these entries, with a header and a trailer that fit them. */
export function withHeader(entries: readonly FeedEntry[]): FeedLine[] {
  const groups = Map.groupBy(entries, ({ type, language }) => `${type} ${language}`);
  const counts = [...groups.values()].flatMap((rows) =>
    rows.slice(0, 1).map(({ type, language }) => ({ type, language, count: rows.length })),
  );
  const seq = Math.max(...entries.map((entry) => entry.seq));
  const header = { feed: 'newsroom', version: feedVersion, epoch: 'test', seq, mark: testMark, since: null, admin, counts };
  return [header, ...entries, { end: true, seq, count: entries.length }];
}

/** Writes a feed's lines to a file in a folder, with a digest that fits them, and gives its name. */
export function writeFeed(folder: string, lines: readonly FeedLine[]): string {
  const file = join(folder, 'feed.ndjson');
  const digest = createHash('sha256');
  const written = lines.map((line) => {
    const text = `${JSON.stringify('end' in line ? { ...line, digest: digest.copy().digest('hex') } : line)}\n`;
    digest.update(text);
    return text;
  });
  writeFileSync(file, written.join(''));
  return file;
}

/** Opens a snapshot as a site at the tests' address does. */
export function readSnapshot(file: string): Snapshot {
  return openSnapshot(file, Sqlite, siteAt(testSiteUrl));
}

/** The snapshot of a feed. */
export async function snapshotOf(lines: readonly FeedLine[], asOf = '2024-04-03'): Promise<Snapshot> {
  const folder = newFolder();
  const snapshot = join(folder, 'snapshot.sqlite');
  await takeInFeed({ feed: writeFeed(folder, lines), snapshot, asOf, acceptLoss: false });
  return readSnapshot(snapshot);
}
