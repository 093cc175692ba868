import { join } from 'node:path';
import { settleSnapshot } from '../src/content/settle-snapshot.ts';
import type { Snapshot } from '../src/content/snapshot.ts';
import { takeInFeed } from '../src/content/take-in-feed.ts';
import { type Act, ChangeLog } from './change-log.ts';
import { newFolder, readSnapshot } from './feed-file.ts';

/** The snapshot of what was published: of what is live, and, if something is given, of what came since. */
export async function snapshotWith(live: readonly Act[], since?: readonly Act[]): Promise<Snapshot> {
  const log = new ChangeLog();
  const snapshot = join(newFolder(), 'snapshot.sqlite');
  const take = (feed: string) => takeInFeed({ feed, snapshot, asOf: '2024-06-03', acceptLoss: true, holdFaults: true });
  const seq = log.write(...live);
  await take(log.whole());
  if (since !== undefined) {
    await settleSnapshot(snapshot, { epoch: log.epoch, seq, held: [] }, []);
    log.write(...since);
    await take(log.difference(seq));
  }
  return readSnapshot(snapshot);
}
