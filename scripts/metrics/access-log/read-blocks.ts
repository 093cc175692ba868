import { longestLine } from './count-block.ts';

/** A stretch of a stream. */
export interface Chunk {
  bytes: Buffer;
  /**
   * So many bytes before it, in the same memory, may be written to, and the memory may be handed to another thread;
   * undefined: it is somebody else's.
   */
  room: number | undefined;
}

/** Whole lines of a log. */
export interface Block {
  /** In memory of their own. */
  bytes: Buffer;
  /** The place of their end, in bytes. */
  end: number;
  /** The last bytes before that place, at most `tailLength`. */
  tail: Buffer;
  /** Whether it is what stands after the last line feed: part of a line, perhaps all of it. */
  isUnfinished: boolean;
}

/** So many bytes before a place are enough to know a log again there. */
export const tailLength = 4096;

const lineFeed = 10;

/**
 * Cuts a stream into blocks of whole lines. Of a line that is longer than any browser's the beginning is kept, which is
 * too long as well. What stands after the last line feed comes last, as a block of its own.
 *
 * @param from where the stream begins in what it is a part of, and the last bytes before that place
 */
export async function* readBlocks(
  stream: AsyncIterable<Chunk>,
  from: { place: number; before: Buffer } = { place: 0, before: Buffer.alloc(0) },
): AsyncGenerator<Block> {
  let position = from.place;
  /** What was read since the last line feed. */
  let begun = Buffer.alloc(0);
  /** The last bytes that were read at all. */
  let recent = from.before;
  for await (const { bytes: chunk, room: before } of stream) {
    const last = chunk.lastIndexOf(lineFeed) + 1;
    const begunBefore = begun;
    if (last > 0) begun = Buffer.alloc(0);
    const missing = longestLine + 1 - begun.length;
    if (missing > 0) begun = Buffer.concat([begun, chunk.subarray(last, last + missing)]);
    const tail = lastOf(recent, chunk.subarray(0, last));
    recent = lastOf(recent, chunk);
    const end = position + last;
    position += chunk.length;
    if (last > 0) yield { bytes: joined(begunBefore, chunk.subarray(0, last), before), end, tail, isUnfinished: false };
  }
  if (begun.length > 0)
    yield { bytes: joined(begun, Buffer.alloc(0), undefined), end: position, tail: recent, isUnfinished: true };
}

/** The last bytes of two stretches. */
function lastOf(one: Buffer, other: Buffer): Buffer {
  return Buffer.concat([one, other.subarray(-tailLength)]).subarray(-tailLength);
}

/** Memory that can be handed to another thread. @param room as `Chunk` has it, of the second stretch */
function joined(one: Buffer, other: Buffer, room: number | undefined): Buffer {
  if (room !== undefined && room >= one.length) {
    const whole = Buffer.from(other.buffer, other.byteOffset - one.length, one.length + other.length);
    one.copy(whole);
    return whole;
  }
  const bytes = Buffer.allocUnsafeSlow(one.length + other.length);
  one.copy(bytes);
  other.copy(bytes, one.length);
  return bytes;
}
