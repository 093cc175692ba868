import { closeSync, openSync, readSync } from 'node:fs';
import { type FeedHeader, feedHeaderSchema } from '@newsroom/shared/feed';

/** A header is far smaller than this, in bytes. */
const most = 65_536;

/** The first line of a feed's file; null where it is none: that is judged where the feed is taken in. */
export function feedHeaderOf(file: string): FeedHeader | null {
  const opened = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(most);
    const [line = ''] = bytes.toString('utf8', 0, readSync(opened, bytes)).split('\n', 1);
    return feedHeaderSchema.safeParse(JSON.parse(line)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  } finally {
    closeSync(opened);
  }
}
