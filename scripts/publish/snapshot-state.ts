import { epochSchema, markSchema, seqSchema } from '@newsroom/shared/feed';
import { localDaySchema } from '@newsroom/shared/local-time';
import { z } from 'zod';
import { files } from '../machine/folders.ts';
import { siteCommand } from './site-command.ts';

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
  return stateSchema.parse(JSON.parse(await siteCommand('src/content/state.ts', '--snapshot', files.snapshot)));
}
