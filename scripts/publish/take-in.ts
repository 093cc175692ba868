import { writeFileSync } from 'node:fs';
import { type HeldVersion, heldVersionSchema, versionKeySchema } from '@newsroom/shared/document-fault';
import { epochSchema, markSchema, seqSchema } from '@newsroom/shared/feed';
import { localDaySchema } from '@newsroom/shared/local-time';
import { z } from 'zod';
import { files } from '../machine/folders.ts';
import { feedHeaderOf } from './feed-header.ts';
import type { PulledPart } from './pull.ts';
import { Refusal } from './refusal.ts';
import { type Run, workFile } from './run.ts';
import { settle } from './settle.ts';
import { askSite } from './site-command.ts';

export const takenInSchema = z.object({
  epoch: epochSchema,
  seq: seqSchema,
  mark: markSchema,
  asOf: localDaySchema,
  releases: z.int().min(0),
  /** The versions of which this run judges whether they may go live. */
  judged: z.array(versionKeySchema),
  held: z.array(heldVersionSchema),
});

/** What the snapshot holds. */
export type TakenIn = z.infer<typeof takenInSchema>;

/** A version that is to be held. */
export type Hold = Pick<HeldVersion, 'type' | 'id' | 'language' | 'fault'>;

export interface TakeInOrder {
  parts: readonly PulledPart[];
  /** The local day to compute rankings for. */
  asOf: string;
  hold: readonly Hold[];
}

/**
 * Takes feeds into the snapshot; without one it is derived anew. A version that is at fault is held in its last good
 * state.
 *
 * @returns undefined where the snapshot is not what the feed goes on from: all has to be pulled
 * @throws Refusal `feed` or `loss`; the snapshot keeps what it had
 */
export async function takeIn(run: Run, { parts, asOf, hold }: TakeInOrder): Promise<TakenIn | undefined> {
  const common = ['--snapshot', files.snapshot, '--as-of', asOf, '--hold-faults', '--json', ...holdArguments(run, hold)];
  let taken: TakenIn | undefined;
  for (const { feed, settled } of parts.length > 0 ? parts : [{ feed: undefined, settled: undefined }]) {
    taken = await takeOneIn([...common, ...(feed === undefined ? [] : ['--feed', feed])], mayLose(run, feed));
    if (taken === undefined) return undefined;
    if (settled !== undefined && !(await settle(run, settled))) return undefined;
  }
  return taken;
}

/** Whether somebody confirmed that much goes, up to the state of this feed. */
function mayLose({ options: { acceptLossUpTo = -1 } }: Run, feed: string | undefined): boolean {
  return feed !== undefined && (feedHeaderOf(feed)?.seq ?? Number.POSITIVE_INFINITY) <= acceptLossUpTo;
}

async function takeOneIn(args: string[], acceptLoss: boolean): Promise<TakenIn | undefined> {
  const loss = acceptLoss ? ['--accept-loss'] : [];
  const { code, result, words } = await askSite('take-in', ...args, ...loss);
  if (code === 0) return takenInSchema.parse(JSON.parse(result));
  if (code === 3) return undefined;
  throw new Refusal(code === 4 ? 'loss' : code === 1 ? 'feed' : 'code', words);
}

function holdArguments(run: Run, hold: readonly Hold[]): string[] {
  if (hold.length === 0) return [];
  const file = workFile(run, 'hold.json');
  const holds = hold.map(({ type, id, language, fault }) => ({ type, id, language, fault }));
  writeFileSync(file, JSON.stringify(holds));
  return ['--hold', file];
}
