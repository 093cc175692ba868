import { createReadStream } from 'node:fs';
import { FeedFault } from './feed-fault.ts';

const pullAgain = 'Pull the feed from the CMS again.';

/**
 * The lines of a feed file, one after the other, so that a large feed never stands in memory as a whole.
 *
 * @throws FeedFault when the file is missing, unreadable, empty, or not UTF-8.
 */
export async function* readFeedLines(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let empty = true;
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        empty = false;
        yield line;
      }
    }
    rest += decoder.decode();
  } catch (error) {
    throw faultOfReading(file, error);
  }
  if (rest !== '') yield rest;
  else if (empty) throw new FeedFault('feed-empty', `The feed ${file} is empty.`, pullAgain);
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
