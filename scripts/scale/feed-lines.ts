import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '@newsroom/shared/canonical-json';
import { isDirectoryType, lacksSourceText } from '@newsroom/shared/directory';
import {
  type FeedHeader,
  type FeedTrailer,
  feedEntryFrameSchema,
  feedHeaderSchema,
  feedTypes,
  feedVersion,
} from '@newsroom/shared/feed';
import type { Unnumbered } from './document.ts';

/**
 * The lines of a feed of these entries, each with its line feed, each checked against the contract.
 *
 * @param since the state from which it is the difference; null: the feed is whole
 * @throws Error naming the entry that breaks the contract
 */
export function feedLines(entries: Unnumbered[], epoch: string, since: number | null = null): string[] {
  const groups = Map.groupBy(entries, ({ type, language }) => `${type} ${language}`);
  const counts = [...groups.values()].flatMap((rows) =>
    rows.slice(0, 1).map(({ type, language }) => ({ type, language, count: rows.length })),
  );
  const before = since ?? 0;
  const seq = before + entries.length;
  const header: FeedHeader = {
    feed: 'newsroom',
    version: feedVersion,
    epoch,
    seq,
    mark: '0'.repeat(64),
    since,
    admin: 'http://127.0.0.1:1337/admin',
    counts,
  };
  const numbered = entries.map((entry, index) => checked({ seq: before + index + 1, ...entry }));
  const lines = [feedHeaderSchema.parse(header), ...numbered].map((line) => `${canonicalJson(line as Json)}\n`);
  const hash = createHash('sha256');
  for (const line of lines) hash.update(line);
  const trailer: FeedTrailer = { end: true, seq, count: entries.length, digest: hash.digest('hex') };
  return [...lines, `${canonicalJson(trailer)}\n`];
}

function checked(entry: Unnumbered & { seq: number }): unknown {
  const { type, id, language } = entry;
  const data = feedTypes[type].safeParse(entry.data);
  const lacking = isDirectoryType(type)
    ? lacksSourceText(type, language ?? 'kk', entry.data as Parameters<typeof lacksSourceText>[2])
    : [];
  if (!data.success || lacking.length > 0)
    throw new Error(`${type} ${id} (${language}) breaks the contract: ${data.error?.message ?? lacking.join()}`);
  return feedEntryFrameSchema.parse(entry);
}
