import { createWriteStream, mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { cmsOrigin } from '../machine/cms.ts';
import { Failure } from '../machine/failure.ts';
import { files } from '../machine/folders.ts';

/**
 * Fetches the whole feed from the CMS into a file, and gives the file's name. Whether the feed is whole is not
 * judged here but where it is taken in.
 */
export async function pullFeed(): Promise<string> {
  const origin = process.env.NEWSROOM_CMS_ORIGIN || cmsOrigin();
  const response = await ask(origin);
  if (response.status === 401 || response.status === 403) {
    throw new Failure(
      `The CMS at ${origin} refuses the token. NEWSROOM_FEED_TOKEN in .env must be the one that the CMS was started with; restart the CMS after a change.`,
    );
  }
  if (!response.ok || response.body === null) {
    throw new Failure(
      `The CMS at ${origin} answered the request for the feed with status ${response.status}. Its log is var/logs/cms.log.`,
    );
  }
  mkdirSync(path.dirname(files.feed), { recursive: true });
  const unfinished = `${files.feed}.new`;
  try {
    await pipeline(Readable.fromWeb(response.body), createWriteStream(unfinished));
  } catch (error) {
    throw new Failure(`The feed from ${origin} broke off (${(error as Error).message}). The site stays as it was; try again.`);
  }
  renameSync(unfinished, files.feed);
  return files.feed;
}

async function ask(origin: string): Promise<Response> {
  try {
    return await fetch(`${origin}/api/newsroom/feed`, {
      headers: { Authorization: `Bearer ${process.env.NEWSROOM_FEED_TOKEN}` },
    });
  } catch {
    throw new Failure(
      `The CMS does not answer at ${origin}. Start it with "npm start", or build from a feed file: npm run build -- --feed FILE`,
    );
  }
}
