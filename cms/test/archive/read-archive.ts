import { readFileSync } from 'node:fs';
import { type FeedEntry, feedEntryFrameSchema, feedTypes } from '@newsroom/shared/feed';

/**
 * The entries of a whole feed that lies in a file, in its order.
 *
 * @throws Error naming the entry that is not as the contract wants it
 */
export function readArchive(file: string): FeedEntry[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n').slice(1, -1);
  return lines.map((line) => {
    const frame = feedEntryFrameSchema.parse(JSON.parse(line));
    const data = feedTypes[frame.type].safeParse(frame.data);
    if (!data.success)
      throw new Error(`${frame.type} ${frame.id} (${frame.language}) breaks the contract: ${data.error.message}`);
    // TypeScript does not follow that type and data belong together; both are checked above.
    return { ...frame, data: data.data } as FeedEntry;
  });
}
