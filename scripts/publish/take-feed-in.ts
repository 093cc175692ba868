import { files } from '../machine/folders.ts';
import type { BuildOptions } from './build-site.ts';
import { siteCommand } from './site-command.ts';

/** Takes a feed file into the snapshot, or leaves the snapshot as it was and says what is wrong with the feed. */
export async function takeFeedIn(feed: string, { asOf, acceptLoss }: BuildOptions): Promise<void> {
  const args = [
    '--feed',
    feed,
    '--snapshot',
    files.snapshot,
    ...(asOf ? ['--as-of', asOf] : []),
    ...(acceptLoss ? ['--accept-loss'] : []),
  ];
  await siteCommand('src/content/take-in.ts', ...args);
}
