import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import { createGunzip } from 'node:zlib';
import { needFile } from '../need-file.ts';
import { longestLine } from './count-block.ts';
import { type Chunk, tailLength } from './read-blocks.ts';

/** How much is read at once, in bytes. */
const chunkLength = 4 * 2 ** 20;

/** Before each chunk there is room for the beginning of its first line. */
const room = longestLine + 1;

/** The first bytes of what gzip packs. */
const gzipMark = Buffer.from([0x1f, 0x8b]);

/** A log on the disk, packed by gzip or not. Its bytes are always those of the text. */
export class LogFile {
  readonly name: string;
  readonly isPacked: boolean;
  /** Names what the file holds where it is packed, so that it need not be unpacked to know it again; otherwise null. */
  readonly packedAs: string | null;

  private constructor(name: string, isPacked: boolean, packedAs: string | null) {
    this.name = name;
    this.isPacked = isPacked;
    this.packedAs = packedAs;
  }

  /** @throws Failure where there is no such file */
  static async open(name: string): Promise<LogFile> {
    const place = path.resolve(process.env.INIT_CWD ?? '.', name);
    const file = await openFile(place);
    try {
      const { size } = await file.stat();
      const head = await readAt(file, 0, tailLength);
      const isPacked = head.subarray(0, 2).equals(gzipMark);
      const tail = await readAt(file, Math.max(0, size - tailLength), tailLength);
      return new LogFile(place, isPacked, isPacked ? digestOf(Buffer.concat([head, tail, Buffer.from(String(size))])) : null);
    } finally {
      await file.close();
    }
  }

  /** The bytes from a place on. It stops where a packed file is damaged, with an error. */
  async *chunks(from: number): AsyncGenerator<Chunk> {
    if (!this.isPacked) {
      yield* readOn(this.name, from);
      return;
    }
    let position = 0;
    for await (const chunk of createReadStream(this.name).pipe(createGunzip({ chunkSize: 2 ** 20 }))) {
      const skipped = Math.max(0, from - position);
      position += chunk.length;
      if (skipped < chunk.length) yield { bytes: chunk.subarray(skipped), room: undefined };
    }
  }

  /** At most so many bytes from its beginning. */
  async head(length: number): Promise<Buffer> {
    let head = Buffer.alloc(0);
    for await (const { bytes: chunk } of this.chunks(0)) {
      head = Buffer.concat([head, chunk.subarray(0, length)]).subarray(0, length);
      if (head.length === length) break;
    }
    return head;
  }

  /** The bytes before a place, at most `tailLength`; undefined where it ends before that place. */
  async bytesBefore(place: number): Promise<Buffer | undefined> {
    const from = Math.max(0, place - tailLength);
    let found = Buffer.alloc(0);
    for await (const { bytes: chunk } of this.chunks(from)) {
      found = Buffer.concat([found, chunk.subarray(0, place - from)]).subarray(0, place - from);
      if (found.length === place - from) return found;
    }
    return undefined;
  }
}

/** The digest of bytes, in hexadecimal. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function openFile(place: string): Promise<FileHandle> {
  needFile(place);
  return await open(place);
}

async function* readOn(name: string, from: number): AsyncGenerator<Chunk> {
  const file = await open(name);
  try {
    for (let position = from; ; ) {
      const bytes = await readAt(file, position, chunkLength, room);
      if (bytes.length === 0) return;
      position += bytes.length;
      yield { bytes, room }; // which may be handed to another thread, and is empty then
    }
  } finally {
    await file.close();
  }
}

/** @param room how many bytes are left free before what is read */
async function readAt(file: FileHandle, position: number, length: number, room = 0): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.allocUnsafeSlow(room + length), room, length, position);
  return buffer.subarray(room, room + bytesRead);
}
