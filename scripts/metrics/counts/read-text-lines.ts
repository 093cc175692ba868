import { type Chunk, readBlocks } from '../access-log/read-blocks.ts';

/** The lines of a text that are not empty, with their numbers from 1, without the mark of its encoding. */
export async function* readTextLines(stream: AsyncIterable<Buffer>): AsyncGenerator<{ text: string; line: number }> {
  let line = 0;
  for await (const { bytes } of readBlocks(chunksOf(stream))) {
    for (const written of bytes
      .toString('utf8')
      .replace(/\r?\n$/, '')
      .split(/\r\n?|\n/)) {
      line += 1;
      const text = line === 1 ? written.replace(/^\ufeff/, '') : written;
      if (text.trim() !== '') yield { text, line };
    }
  }
}

async function* chunksOf(stream: AsyncIterable<Buffer>): AsyncGenerator<Chunk> {
  for await (const bytes of stream) yield { bytes, room: undefined };
}

/** Longer lines are no rows, in characters. */
export const longestRow = 10_000;
