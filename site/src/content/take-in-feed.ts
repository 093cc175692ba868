import type { DocumentFault, HeldVersion, VersionKey } from '@newsroom/shared/document-fault';
import { languages } from '@newsroom/shared/languages';
import type { Database } from 'better-sqlite3';
import { deriveTables } from './derive-tables.ts';
import { type FeedFault, FeedFaults } from './feed-fault.ts';
import { lossFault, releaseTextsHeld } from './loss.ts';
import { namelessEntries } from './nameless-entries.ts';
import { type OpenFeed, openFeed } from './read-feed.ts';
import { settingsMissing } from './settings-missing.ts';
import { beginAnew, inSnapshot, OtherState, type SnapshotState, stateOf, writeState } from './snapshot-writing.ts';
import { takeInMedia } from './take-in-media.ts';
import { takeVersions } from './take-versions.ts';
import { takenAddresses } from './taken-addresses.ts';
import { type Finding, Verdict } from './verdict.ts';
import { Versions } from './versions.ts';

/** A version that is to be held, and why. */
export type Hold = VersionKey & { fault: DocumentFault };

export interface TakeInRequest {
  /** A feed's file, whole or a difference; undefined: only what is derived is made anew. */
  feed?: string | undefined;
  snapshot: string;
  /** The local day that the site is made for. */
  asOf: string;
  acceptLoss: boolean;
  /** Hold a version that is at fault, instead of refusing the feed. */
  holdFaults?: boolean;
  /** Versions that are held whatever they are. */
  hold?: readonly Hold[];
}

/** What the snapshot holds after it. */
export interface TakenIn {
  epoch: string;
  seq: number;
  mark: string;
  asOf: string;
  /** Versions of all types that are shown. */
  entries: number;
  /** Press releases, each counted once however many languages it has. */
  releases: number;
  /** The versions of which it is judged in this run whether they may go live. */
  judged: VersionKey[];
  /** The versions that went since the settled state. */
  gone: VersionKey[];
  held: HeldVersion[];
  /** What is left out although nothing is at fault, one sentence each. */
  warnings: string[];
}

/**
 * Takes a feed into the snapshot, the whole of it or a difference: everything, or, where anything is wrong, nothing.
 * What was held before is tried again.
 *
 * @throws FeedRefused saying all that is wrong, OtherState where a difference does not begin at the snapshot's state;
 *   the snapshot keeps the content that it had.
 */
export async function takeInFeed(request: TakeInRequest): Promise<TakenIn> {
  return inSnapshot(request.snapshot, async (database) => {
    const faults = new FeedFaults();
    const feed = request.feed === undefined ? undefined : await openFeed(request.feed);
    const before = releaseTextsHeld(database);
    const state = beginState(database, feed, request.asOf);
    const versions = new Versions(database);
    const verdict = new Verdict(versions, faults, request.holdFaults ?? false);
    await takeVersions({ versions, feed, admin: state.admin, verdict, faults });
    faults.refuseIfAny();
    const notHeld = (request.hold ?? []).filter((hold) => !holdAsAsked(versions, hold));
    const { snapshot } = request;
    const pagesWithoutAddress = await showWhatIsGood(database, { snapshot, admin: state.admin, verdict, faults });
    for (const fault of missingSettings(versions, state.admin)) faults.add(fault);
    const after = releaseTextsHeld(database);
    const loss = request.acceptLoss ? undefined : lossFault(before, after);
    if (loss !== undefined) faults.add(loss);
    faults.refuseIfAny();
    return {
      epoch: state.epoch,
      seq: state.seq,
      mark: state.mark,
      asOf: state.asOf,
      entries: database.prepare<[], number>('SELECT count(*) FROM documents').pluck().get() ?? 0,
      releases: new Set([...after].map((text) => text.split(' ')[0])).size,
      judged: versions.judged(),
      gone: versions.gone(),
      held: versions.held(),
      warnings: [
        ...verdict.warnings,
        ...warningsOf({ danglingRelations: countDanglingRelations(database), pagesWithoutAddress }, notHeld),
      ],
    };
  });
}

/** @returns whether the version is held, by this or already by a fault of its own. */
function holdAsAsked(versions: Versions, { fault, ...key }: Hold): boolean {
  return versions.hold(key, fault) || versions.kept(key)?.fault != null;
}

/** The state that the snapshot comes to; its tables are there, with what they held of the same history. */
function beginState(database: Database, feed: OpenFeed | undefined, asOf: string): SnapshotState {
  const state = stateOf(database);
  if (feed === undefined) {
    if (state === undefined) throw new OtherState('There is no snapshot that could be used. Take a whole feed in.');
    return moveTo(database, { ...state, asOf });
  }
  const { epoch, seq, mark, since, admin } = feed.header;
  const sameHistory = state !== undefined && state.epoch === epoch;
  if (since !== null && (!sameHistory || state.seq !== since)) {
    const there = state === undefined ? 'there is no snapshot' : `the snapshot is at ${state.seq} of ${state.epoch}`;
    throw new OtherState(`The feed is what came since ${since} of ${epoch}, and ${there}. Take a whole feed in.`);
  }
  // Where nothing is known to be live, there is nothing to keep either.
  if (!sameHistory || (since === null && state.settled === null)) return beginAnew(database, feed.header, asOf);
  return moveTo(database, { ...state, seq, mark, admin, asOf });
}

function moveTo(database: Database, state: SnapshotState): SnapshotState {
  writeState(database, state);
  return state;
}

/** Holds what cannot be shown until all that is left can be, and derives the tables of it. */
async function showWhatIsGood(
  database: Database,
  { snapshot, admin, verdict, faults }: { snapshot: string; admin: string; verdict: Verdict; faults: FeedFaults },
): Promise<number> {
  const pass = (findings: readonly Finding[]) => findings.filter((finding) => verdict.pass(finding)).length > 0;
  for (;;) {
    // Each round holds one version more at least, so that it ends.
    while (pass(namelessEntries(database, admin)) || pass(takenAddresses(database, admin)));
    faults.refuseIfAny();
    const pagesWithoutAddress = deriveTables(database);
    const held = pass(await takeInMedia(database, snapshot, admin));
    faults.refuseIfAny();
    if (!held) return pagesWithoutAddress;
  }
}

/** Settings that are held without a good state may still get one, when the snapshot learns what is live. */
function missingSettings(versions: Versions, admin: string): FeedFault[] {
  const known = [...versions.allShown(), ...versions.held()];
  return languages
    .filter((language) => !known.some((key) => key.type === 'site-settings' && key.language === language))
    .map((language) => settingsMissing(language, admin));
}

function warningsOf(count: { danglingRelations: number; pagesWithoutAddress: number }, notHeld: readonly Hold[]): string[] {
  const { danglingRelations, pagesWithoutAddress } = count;
  return [
    ...notHeld.map((hold) => `${placeOf(hold)} cannot be held: it did not change since it went live, or it went.`),
    ...(danglingRelations > 0
      ? [`${danglingRelations} relations lead to documents that are not in the feed; they are left out.`]
      : []),
    ...(pagesWithoutAddress > 0
      ? [`${pagesWithoutAddress} pages of what is not translated are left out, since other documents have their addresses.`]
      : []),
  ];
}

function placeOf({ type, id, language }: VersionKey): string {
  return `${type} ${id}${language === null ? '' : `, in ${language}`},`;
}

function countDanglingRelations(database: Database): number {
  const sql = `WITH named (type, id) AS (
      SELECT type, target FROM relations
      UNION ALL SELECT 'event', event FROM accreditations
      UNION ALL SELECT 'delegation', delegation FROM accreditations WHERE delegation IS NOT NULL
      UNION ALL SELECT 'observer-organisation', organisation FROM accreditations WHERE organisation IS NOT NULL
    ) SELECT count(*) FROM named WHERE NOT EXISTS (
      SELECT 1 FROM documents WHERE documents.type = named.type AND documents.id = named.id
    )`;
  return database.prepare<[], number>(sql).pluck().get() ?? 0;
}
