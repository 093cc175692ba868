import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { HeldVersion } from '@newsroom/shared/document-fault';
import type { Edition } from '@newsroom/shared/edition';
import type { FeedHeader } from '@newsroom/shared/feed';
import { askCms, bytesOf } from './ask-cms.ts';
import { heldIn } from './deploy/kept-editions.ts';
import { feedHeaderOf } from './feed-header.ts';
import { type FeedQuestion, type PulledFeed, pullFeed } from './pull-feed.ts';
import { describeMissing, mediaOfCms, pullMedia } from './pull-media.ts';
import { type Run, replacedBy, workFile } from './run.ts';
import { type Settled, settle } from './settle.ts';
import { type SnapshotState, snapshotState } from './snapshot-state.ts';

/** A feed to be taken in; where it is what is live, the snapshot is told so after it. */
export interface PulledPart {
  feed: string;
  settled?: Settled | undefined;
}

export interface Pulled {
  parts: PulledPart[];
  /** How many versions are new, changed or gone; null where all was pulled. */
  changes: number | null;
  /** Where the CMS says that its admin stands; null where the feed cannot be read. */
  admin: string | null;
}

/**
 * Fetches what was published since the snapshot's state, or all of it, and the files that it names.
 *
 * @param anew begin from nothing, although there is a snapshot
 * @throws Refusal `cms`
 */
export async function pull(run: Run, { anew = false } = {}): Promise<Pulled> {
  const state = anew ? null : await settledState(run);
  const parts = state === null ? await pullAll(run) : await pullSince(run, state);
  for (const { feed, settled } of parts) {
    const missing = await pullMedia(feed, mediaOfCms());
    for (const file of missing) console.error(`  Warning: ${describeMissing(file)}`);
    if (settled?.goods !== undefined) await pullMedia(settled.goods, mediaOfCms());
  }
  const header = feedHeaderOf(parts.at(-1)?.feed ?? '');
  return { parts, changes: header === null ? null : countChanges(header), admin: header?.admin ?? null };
}

/**
 * The snapshot's state, when it knows what is live, if anything is; null where it cannot be gone on with, as where
 * another machine made the live edition, or somebody rolled back: then it would fall back to what is not live.
 */
async function settledState(run: Run): Promise<SnapshotState> {
  const state = await snapshotState();
  const live = replacedBy(run);
  if (state === null || live === null) return state;
  if (state.epoch !== live.epoch) return null;
  if (state.settled === live.seq) return state;
  if (state.seq !== live.seq) return null;
  return (await settle(run, { edition: live, held: heldNow(run, live) })) ? state : null;
}

async function pullSince(run: Run, { epoch, seq, mark }: NonNullable<SnapshotState>): Promise<PulledPart[]> {
  const pulled = await ask(run, { kind: 'since', epoch, seq, mark });
  if (pulled.kind === 'feed') return [{ feed: pulled.file }];
  console.error(`  All is pulled: ${pulled.why}`);
  return await pullAll(run);
}

/** What is live, as it is live, and what came since: so that the same is made as with a snapshot that was there. */
async function pullAll(run: Run): Promise<PulledPart[]> {
  const live = replacedBy(run);
  if (live !== null) {
    const { epoch, seq, mark } = live;
    const atLive = await ask(run, { kind: 'at', epoch, seq, mark });
    if (atLive.kind === 'feed') {
      const held = heldNow(run, live);
      const goods = await pullGoods(run, epoch, held);
      const since = await ask(run, { kind: 'since', epoch, seq, mark });
      if (since.kind === 'feed') return [{ feed: atLive.file, settled: { edition: live, held, goods } }, { feed: since.file }];
    }
  }
  const whole = await ask(run, { kind: 'whole' });
  return whole.kind === 'feed' ? [{ feed: whole.file }] : await pullAll(run);
}

function ask(run: Run, question: FeedQuestion): Promise<PulledFeed> {
  return pullFeed(question, workFile(run, `feed-${question.kind}.ndjson`));
}

/** What an edition holds, with the faults in full where it is an edition of this machine. */
function heldNow({ places, here }: Run, edition: Edition): Settled['held'] {
  return edition === here ? heldIn(places, edition.generation) : edition.held;
}

/** The states that are shown of what is held; undefined where nothing is held in an older state. */
async function pullGoods(run: Run, epoch: string, held: readonly Pick<HeldVersion, 'good'>[]): Promise<string | undefined> {
  const seqs = held.flatMap(({ good }) => good ?? []);
  if (seqs.length === 0) return undefined;
  const answer = await askCms(`changes?${new URLSearchParams({ epoch, seqs: seqs.join(',') })}`);
  if (answer.kind === 'other-history') return undefined;
  const file = workFile(run, 'goods.ndjson');
  await pipeline(bytesOf(answer.response), createWriteStream(file));
  return file;
}

function countChanges({ since, counts }: FeedHeader): number | null {
  return since === null ? null : counts.reduce((sum, { count }) => sum + count, 0);
}
