import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../machine/failure.ts';
import { files, folders } from '../machine/folders.ts';
import { oneAtATime } from '../machine/one-at-a-time.ts';
import { step } from '../machine/progress.ts';
import { readAccount } from './account.ts';
import { compileSite } from './compile-site.ts';
import { pullFeed } from './pull-feed.ts';
import { describeMissing, mediaOfCms, mediaOfFolder, pullMedia } from './pull-media.ts';
import { replaceSite } from './replace-site.ts';
import { siteProgram } from './site-command.ts';
import { type TakenIn, takenInSchema } from './take-in.ts';
import { verifyFolder } from './verify.ts';

export interface BuildOptions {
  /** A feed file to use instead of the running CMS. */
  feedFile?: string | undefined;
  /** Where the files lie that such a feed names. */
  mediaFolder?: string | undefined;
  /** The local day to compute rankings for, instead of today. */
  asOf?: string | undefined;
  /** Go on although the feed would remove much of the site. */
  acceptLoss?: boolean;
}

/**
 * From the feed to a plain folder, `site/dist`, whatever is live: nothing is held, and any fault of the content refuses
 * the whole. Whatever stage fails, the folder that was there stays as it was.
 *
 * @returns what was drawn, in words
 * @throws Failure naming what is wrong and where it is mended
 */
export async function buildSite(options: BuildOptions = {}): Promise<string> {
  const release = oneAtATime(
    'build',
    (pid) => `The site is being built already (process ${pid}). Build again when that has ended.`,
  );
  try {
    const feed = options.feedFile ?? (await step('Pulling the feed from the CMS', pullWhole));
    const source = options.feedFile === undefined ? mediaOfCms() : mediaOfFolder(options.mediaFolder);
    await step('Pulling pictures and files', async () => refuseMissing(await pullMedia(feed, source)));
    const [{ releases }, { folder: compiled }] = await step('Taking the feed in, and compiling the site', () =>
      bothOf(takeFeedIn(feed, options), compileSite()),
    );
    const drawn = await step('Drawing all pages', () => drawAll(compiled));
    await step('Verifying all pages', async () => verifyFolder(drawn.folder, readAccount(drawn.account), releases));
    await step('Replacing the site', async () => replaceSite(drawn.folder));
    return drawn.summary;
  } finally {
    release();
  }
}

/** Neither hangs on the other; where one fails, the other is waited for all the same, so that nothing goes on by itself. */
async function bothOf<A, B>(one: Promise<A>, other: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([one, other]);
  return await Promise.all([one, other]);
}

async function pullWhole(): Promise<string> {
  const pulled = await pullFeed({ kind: 'whole' }, path.join(path.dirname(files.buildSnapshot), 'feed.ndjson'));
  if (pulled.kind === 'feed') return pulled.file;
  throw new Failure(`The CMS did not give the whole feed: ${pulled.why}`);
}

function refuseMissing([missing]: Awaited<ReturnType<typeof pullMedia>>): void {
  if (missing !== undefined) throw new Failure(`${describeMissing(missing)} The site stays as it was.`);
}

async function takeFeedIn(feed: string, { asOf, acceptLoss }: BuildOptions): Promise<TakenIn> {
  shareMedia();
  const given = [...(asOf ? ['--as-of', asOf] : []), ...(acceptLoss ? ['--accept-loss'] : []), '--json'];
  const taken = await siteProgram('src/content/take-in.ts', '--feed', feed, '--snapshot', files.buildSnapshot, ...given);
  return takenInSchema.parse(JSON.parse(taken));
}

/** The files that a text names are the same, whoever makes a site of it: they need not be pulled and made twice. */
function shareMedia(): void {
  const media = path.join(path.dirname(files.buildSnapshot), 'media');
  mkdirSync(path.dirname(media), { recursive: true });
  if (!existsSync(media)) symlinkSync(path.relative(path.dirname(media), path.dirname(folders.originals)), media);
}

async function drawAll(compiled: string): Promise<{ folder: string; account: string; summary: string }> {
  const folder = `${folders.dist}.next`; // on the file system of site/dist, so that a rename can replace it
  // A build that was killed a moment ago may still be writing there.
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  const account = path.join(path.dirname(files.buildSnapshot), 'account.ndjson');
  const args = ['--compiled', compiled, '--snapshot', files.buildSnapshot, '--out', folder, '--account', account];
  return { folder, account, summary: await siteProgram('draw/draw.ts', ...args) };
}
