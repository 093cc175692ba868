import { statSync } from 'node:fs';
import { epochSchema, markSchema, seqSchema } from '@newsroom/shared/feed';
import { localDaySchema } from '@newsroom/shared/local-time';
import { z } from 'zod';
import { files } from '../machine/folders.ts';
import { Refusal } from './refusal.ts';
import { askSite } from './site-command.ts';

const stateSchema = z
  .object({
    epoch: epochSchema,
    seq: seqSchema,
    mark: markSchema,
    asOf: localDaySchema,
    /** The seq that it knows to be live. */
    settled: seqSchema.nullable(),
  })
  .nullable();

/** Which state of what is published the snapshot holds; null where there is none that can be used. */
export type SnapshotState = z.infer<typeof stateSchema>;

export async function snapshotState(): Promise<SnapshotState> {
  const stamp = snapshotStamp();
  if (known?.stamp === stamp) return known.state;
  const { code, result, words } = await askSite('state', '--snapshot', files.snapshot);
  if (code !== 0) throw new Refusal('code', words);
  known = { stamp, state: stateSchema.parse(JSON.parse(result)) };
  return known.state;
}

/** What was read last: whoever waits and publishes again need not ask the site for what it did itself. */
let known: { stamp: string; state: SnapshotState } | undefined;

/** Notes the state that the snapshot has come to. */
export function noteSnapshotState(state: SnapshotState): void {
  known = { stamp: snapshotStamp(), state };
}

/** Tells whether somebody wrote to the snapshot. */
export function snapshotStamp(): string {
  const { mtimeMs, size, ino } = statSync(files.snapshot, { throwIfNoEntry: false }) ?? {};
  return `${mtimeMs} ${size} ${ino}`;
}
