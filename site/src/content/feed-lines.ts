import { createReadStream } from 'node:fs';
import { FeedFault } from './feed-fault.ts';

const pullAgain = 'Pull the feed from the CMS again.';

/** So many bytes are read at a time: some hundred lines. */
const stretch = 1 << 20;

const lineFeed = 10;

/** A line of a feed. */
export interface FeedLine {
  text: string;
  /** As they stand in the file, with the line feed at their end. */
  bytes: Uint8Array;
}

/**
 * The lines of a feed file, one after the other, so that a large feed never stands in memory as a whole.
 *
 * @throws FeedFault when the file is missing, unreadable, empty, or not UTF-8.
 */
export async function* readFeedLines(file: string): AsyncGenerator<FeedLine> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const line = (bytes: Uint8Array) => ({ text: decoder.decode(bytes), bytes });
  let rest: Buffer = Buffer.alloc(0);
  let empty = true;
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: stretch }) as AsyncIterable<Buffer>) {
      const bytes = Buffer.concat([rest, chunk]);
      let start = 0;
      for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, start)) {
        empty = false;
        yield line(bytes.subarray(start, end + 1));
        start = end + 1;
      }
      rest = bytes.subarray(start);
    }
    if (rest.length > 0) yield line(rest);
  } catch (error) {
    throw faultOfReading(file, error);
  }
  if (rest.length === 0 && empty) throw new FeedFault('feed-empty', `The feed ${file} is empty.`, pullAgain);
}

function faultOfReading(file: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  if (error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
    return new FeedFault('feed-not-text', `The feed ${file} is damaged: it is not text in UTF-8.`, pullAgain);
  }
  if (error.code === 'ENOENT') return new FeedFault('feed-missing', `There is no feed at ${file}.`, pullAgain);
  if (typeof error.code === 'string' && 'syscall' in error) {
    return new FeedFault('feed-missing', `The feed ${file} cannot be read (${error.code}).`, pullAgain);
  }
  return error;
}
