import type { FeedData, FeedEntry, FeedType } from '@newsroom/shared/feed';
import type { Language } from '@newsroom/shared/languages';
import { type FeedLine, goldenEntries, withHeader } from './feed-file.ts';

/** An entry of a feed, as published in April 2024. */
export function entryOf<T extends FeedType>(type: T, id: string, language: Language | null, data: FeedData<T>): FeedEntry {
  // The type says which data and which language go together, which the compiler cannot follow.
  return { seq: 1, at: '2024-04-02T04:00:00.000Z', type, id, language, data } as unknown as FeedEntry;
}

/** The golden feed with some entries changed and others added. */
export function goldenWith(
  more: readonly FeedEntry[],
  change: (entry: FeedEntry) => FeedEntry | undefined = (entry) => entry,
): FeedLine[] {
  const golden = goldenEntries(change).slice(1, -1) as unknown as FeedEntry[];
  return withHeader([...golden, ...more.map((entry, index) => ({ ...entry, seq: 1000 + index }))]);
}

/** The golden feed's releases, directory and settings alone, without a colour and footer links, and others added. */
export function plainWith(more: readonly FeedEntry[]): FeedLine[] {
  const kept: FeedType[] = ['press-release', 'event', 'delegation', 'observer-organisation', 'daily-metrics'];
  return goldenWith(more, (entry) => {
    if (entry.type === 'site-settings') return { ...entry, data: { ...entry.data, colour: null, footerLinks: [] } };
    return kept.includes(entry.type) ? entry : undefined;
  });
}
