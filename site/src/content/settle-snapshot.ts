import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { documentFaultSchema, heldVersionSchema, type VersionKey } from '@newsroom/shared/document-fault';
import { editionSchema } from '@newsroom/shared/edition';
import { feedEntryFrameSchema } from '@newsroom/shared/feed';
import { contractFaults, type EntryFrame } from './check-entry.ts';
import { parseCleanly } from './clean-texts.ts';
import { Derivation } from './derivation.ts';
import { inSnapshot, OtherState, stateOf, writeState } from './snapshot-writing.ts';
import { noteTouched } from './touched.ts';
import { touchedKeys } from './touched-keys.ts';
import { versionName } from './version-name.ts';
import { type VersionState, Versions } from './versions.ts';

/** What is read of the live edition: its state, and what is held in it, with the reasons or without. */
export const liveEditionSchema = editionSchema
  .pick({ epoch: true, seq: true })
  .extend({
    held: heldVersionSchema.extend({ fault: documentFaultSchema.or(editionSchema.shape.held.element.shape.fault) }).array(),
  })
  .strip();

export type LiveEdition = ReturnType<typeof liveEditionSchema.parse>;

/**
 * Makes a snapshot know that its state is live: what an edition holds stays held, all else is shown in its newest state,
 * and nothing older is kept.
 *
 * @param goods the states that the edition shows of what it holds; what the snapshot knows itself need not be given
 * @throws OtherState where the snapshot is at another state than the edition, or a good state is known nowhere
 */
export async function settleSnapshot(snapshot: string, edition: LiveEdition, goods: readonly EntryFrame[]): Promise<void> {
  await inSnapshot(snapshot, async (database) => {
    const state = stateOf(database);
    if (state === undefined || state.epoch !== edition.epoch || state.seq !== edition.seq) {
      const there = state === undefined ? 'There is no snapshot' : `The snapshot is at ${state.seq} of ${state.epoch}`;
      throw new OtherState(`${there}, and the edition at ${edition.seq} of ${edition.epoch}.`);
    }
    const versions = new Versions(database);
    const derivation = new Derivation(database);
    const shown = edition.held.map((held) => ({ ...held, ...statesOf(versions, held, goods) }));
    const held = new Set(shown.map(versionName));
    for (const { key, kept } of versions.allKept().filter((other) => !held.has(versionName(other.key)))) {
      versions.settle(key, kept);
    }
    for (const { newest, good, fault, type, id, language } of shown) {
      versions.settleHeld({ type, id, language }, newest, good, fault);
    }
    writeState(database, { ...state, settled: edition.seq });
    derivation.bringUp(versions.reshown());
    noteTouched(database, touchedKeys(database, versions, derivation));
  });
}

/** The newest state of a held version and the one that the edition shows (undefined: it shows none). */
function statesOf(
  versions: Versions,
  { type, id, language, seq, good }: LiveEdition['held'][number],
  goods: readonly EntryFrame[],
): { newest: VersionState; good: VersionState | undefined } {
  const key: VersionKey = { type, id, language };
  const kept = versions.kept(key);
  const known = [kept, versions.shown(key)].flatMap((state) => (state == null ? [] : [state as VersionState]));
  const place = `${type} ${id}${language === null ? '' : `, in ${language}`}`;
  const newest = known.find((state) => state.seq === seq);
  if (newest === undefined)
    throw new OtherState(`The change ${seq} of ${place}, which the edition holds, is not in the snapshot.`);
  if (good === null) return { newest, good: undefined };
  const given = goods.find((frame) => frame.seq === good && versionName(frame) === versionName(key));
  const candidates = [
    ...known,
    ...(kept?.good_seq == null ? [] : [{ seq: kept.good_seq, at: kept.good_at ?? '', data: kept.good_data }]),
    ...(given === undefined ? [] : [{ ...given, data: JSON.stringify(given.data) }]),
  ];
  const found = candidates.find((state) => state.seq === good);
  if (found === undefined) throw new OtherState(`The change ${good} of ${place}, which the edition shows, is known nowhere.`);
  return { newest, good: found };
}

/** The versions of a file that the CMS gave: one a line. @throws Error naming the line that is none */
export async function readGoods(file: string): Promise<EntryFrame[]> {
  const goods: EntryFrame[] = [];
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line === '') continue;
    const frame = feedEntryFrameSchema.parse(parseCleanly(line));
    // One that does not keep the contract of this version of the site cannot be shown by it.
    if (frame.data !== null && contractFaults(frame).length === 0) goods.push(frame);
  }
  return goods;
}
