import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { folders } from '../machine/folders.ts';
import { askCmsForFile, bytesOf } from './ask-cms.ts';
import { type NamedFile, namedMedia } from './named-media.ts';

/** How many files are fetched at a time. */
const atOnce = 4;

/** Gives the bytes of a file, or says in the end of a sentence why there are none. */
export type MediaSource = (sha256: string) => Promise<AsyncIterable<Uint8Array> | string>;

/** A file that cannot be had. */
export interface MissingFile extends NamedFile {
  /** The end of a sentence. */
  why: string;
}

/**
 * Brings every file that a feed names and that is not here yet among the originals. A file is there whole, under the
 * SHA-256 of its bytes, or not at all.
 *
 * @returns those that cannot be had
 * @throws Refusal `cms` where the CMS does not answer
 */
export async function pullMedia(feed: string, source: MediaSource): Promise<MissingFile[]> {
  const wanted = (await namedMedia(feed)).filter(({ sha256 }) => !existsSync(originalOf(sha256)));
  if (wanted.length === 0) return [];
  mkdirSync(folders.originals, { recursive: true });
  const left = wanted.values();
  const missing: MissingFile[] = [];
  // All take from one list: whoever is done takes the next.
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const file of left) {
        const why = await pullOne(file, source);
        if (why !== undefined) missing.push({ ...file, why });
      }
    }),
  );
  return missing;
}

/** What to say of a file that cannot be had. */
export function describeMissing({ use, why }: MissingFile): string {
  return `The file of ${use} cannot be had: ${why}`;
}

/** The files as the CMS hands them out. */
export function mediaOfCms(): MediaSource {
  return async (sha256) => {
    const response = await askCmsForFile(sha256);
    return response === undefined ? 'the CMS does not have it. Upload it again in the CMS, and publish.' : bytesOf(response);
  };
}

/** The files of a folder, each named by its SHA-256. */
export function mediaOfFolder(folder: string | undefined): MediaSource {
  return (sha256) => {
    if (folder === undefined) {
      return Promise.resolve('it is not on this machine. Say where it lies: npm run build -- --feed FILE --media FOLDER');
    }
    const file = path.join(folder, sha256);
    return Promise.resolve(existsSync(file) ? createReadStream(file) : `there is no file ${file}.`);
  };
}

/** @returns why it cannot be had; undefined where it is there now */
async function pullOne({ sha256 }: NamedFile, source: MediaSource): Promise<string | undefined> {
  const bytes = await source(sha256);
  if (typeof bytes === 'string') return bytes;
  const unfinished = `${originalOf(sha256)}.${process.pid}`;
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(bytes, hashing, createWriteStream(unfinished));
    if (hash.digest('hex') !== sha256) return 'its bytes are not those that were published; they were altered on the way.';
    renameSync(unfinished, originalOf(sha256));
    return undefined;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

function originalOf(sha256: string): string {
  return path.join(folders.originals, sha256);
}
