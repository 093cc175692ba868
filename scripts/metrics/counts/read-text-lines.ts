import { readBlocks } from '../access-log/read-blocks.ts';

/** The lines of a text that are not empty, with their numbers from 1, without the mark of its encoding. */
export async function* readTextLines(stream: AsyncIterable<Buffer>): AsyncGenerator<{ text: string; line: number }> {
  let line = 0;
  for await (const { bytes } of readBlocks(stream)) {
    for (const written of bytes.toString('utf8').replace(/\n$/, '').split('\n')) {
      line += 1;
      const text = (line === 1 ? written.replace(/^\ufeff/, '') : written).replace(/\r$/, '');
      if (text.trim() !== '') yield { text, line };
    }
  }
}

/** Longer lines are no rows, in characters. */
export const longestRow = 10_000;
