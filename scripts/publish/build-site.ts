import { oneAtATime } from '../machine/one-at-a-time.ts';
import { step } from '../machine/progress.ts';
import { compileSite } from './compile-site.ts';
import { drawSite } from './draw-site.ts';
import { pullFeed } from './pull-feed.ts';
import { mediaOfCms, mediaOfFolder, pullMedia } from './pull-media.ts';
import { replaceSite } from './replace-site.ts';
import { takeFeedIn } from './take-feed-in.ts';

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
 * From the feed to `site/dist`. Whatever stage fails, the site that was there stays as it was.
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
    const feed = options.feedFile ?? (await step('Pulling the feed from the CMS', pullFeed));
    const source = options.feedFile === undefined ? mediaOfCms() : mediaOfFolder(options.mediaFolder);
    await step('Pulling pictures and files', () => pullMedia(feed, source));
    await step('Taking the feed in', () => takeFeedIn(feed, options));
    const compiled = await step('Compiling the site', compileSite);
    const drawn = await step('Drawing all pages', () => drawSite(compiled));
    await step('Replacing the site', async () => replaceSite(drawn.folder));
    return drawn.summary;
  } finally {
    release();
  }
}
