import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { cmsOrigin } from '../machine/cms.ts';
import { Failure } from '../machine/failure.ts';
import { folders } from '../machine/folders.ts';
import { type NamedFile, namedMedia } from './named-media.ts';

/** How many files are fetched at a time. */
const atOnce = 4;

/** How long a file may take to begin, in milliseconds. */
const patience = 60_000;

/** Gives the bytes of a file, or says in the end of a sentence why it cannot. */
export type MediaSource = (sha256: string) => Promise<Readable | string>;

/**
 * Brings every file that a feed names and that is not here yet among the originals. A file is there whole, under the
 * SHA-256 of its bytes, or not at all.
 *
 * @throws Failure naming the document whose file cannot be had
 */
export async function pullMedia(feed: string, source: MediaSource): Promise<void> {
  const missing = (await namedMedia(feed)).filter(({ sha256 }) => !existsSync(originalOf(sha256)));
  if (missing.length === 0) return;
  mkdirSync(folders.originals, { recursive: true });
  const left = missing.values();
  // All take from one list: whoever is done takes the next.
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const file of left) await pullOne(file, source);
    }),
  );
}

/** The files as the CMS hands them out. */
export function mediaOfCms(): MediaSource {
  const origin = process.env.NEWSROOM_CMS_ORIGIN || cmsOrigin();
  const headers = { Authorization: `Bearer ${process.env.NEWSROOM_FEED_TOKEN}` };
  return async (sha256) => {
    const begun = new AbortController();
    const timer = setTimeout(() => begun.abort(new Error(`not within ${patience / 1000} s`)), patience);
    try {
      const response = await fetch(`${origin}/api/newsroom/media/${sha256}`, { headers, signal: begun.signal });
      if (response.ok && response.body !== null) return Readable.fromWeb(response.body);
      return `the CMS at ${origin} answered with status ${response.status}. ${afterStatus(response.status)}`;
    } catch (error) {
      return `the CMS at ${origin} does not answer (${(error as Error).message}). Try again.`;
    } finally {
      clearTimeout(timer); // a large file may take as long as it needs
    }
  };
}

/** What to do when the CMS answers with such a status instead of a file. */
function afterStatus(status: number): string {
  if (status === 401 || status === 403)
    return 'NEWSROOM_FEED_TOKEN in .env must be the one that the CMS was started with; restart the CMS after a change.';
  if (status === 404) return 'Upload the file again in the CMS, and publish.';
  return 'Its log is var/logs/cms.log.';
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

async function pullOne({ sha256, use }: NamedFile, source: MediaSource): Promise<void> {
  const bytes = await source(sha256);
  const fail = (why: string) => new Failure(`The file of ${use} cannot be had: ${why} The site stays as it was.`);
  if (typeof bytes === 'string') throw fail(bytes);
  const unfinished = `${originalOf(sha256)}.${process.pid}`;
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(bytes, hashing, createWriteStream(unfinished)).catch((error: Error) => {
      throw fail(`it broke off (${error.message}). Try again.`);
    });
    if (hash.digest('hex') !== sha256) throw fail('its bytes are not those that were published; they were altered on the way.');
    renameSync(unfinished, originalOf(sha256));
  } finally {
    rmSync(unfinished, { force: true });
  }
}

function originalOf(sha256: string): string {
  return path.join(folders.originals, sha256);
}
