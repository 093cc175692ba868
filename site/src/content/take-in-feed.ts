import type { DocumentFault, HeldVersion, VersionKey } from '@newsroom/shared/document-fault';
import { languages } from '@newsroom/shared/languages';
import type { Database } from 'better-sqlite3';
import { Derivation } from './derivation.ts';
import { type FeedFault, FeedFaults } from './feed-fault.ts';
import { lossBy, lossFault, lossSince, releaseTextsHeld } from './loss.ts';
import { countMissingTargets } from './missing-targets.ts';
import { namelessEntries } from './nameless-entries.ts';
import { type OpenFeed, openFeed } from './read-feed.ts';
import { readKeys } from './read-keys.ts';
import { settingsMissing } from './settings-missing.ts';
import { beginAnew, inSnapshot, OtherState, type SnapshotState, stateOf, writeState } from './snapshot-writing.ts';
import { takeInMedia } from './take-in-media.ts';
import { takeVersions } from './take-versions.ts';
import { takenAddresses } from './taken-addresses.ts';
import { noteTouched } from './touched.ts';
import { touchedKeys } from './touched-keys.ts';
import { type Finding, Verdict } from './verdict.ts';
import { Versions } from './versions.ts';

/** A version that is to be held, and why. */
export type Hold = VersionKey & { fault: DocumentFault };

export interface TakeInRequest {
  /** A feed's file, whole or a difference; undefined: what is held is tried again, and all files are looked for. */
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
    const { state, anew, otherDay, textsBefore } = begin(database, feed, request.asOf);
    const { admin } = state;
    const versions = new Versions(database, anew);
    const derivation = new Derivation(database, anew);
    const verdict = new Verdict(versions, faults, request.holdFaults ?? false);
    await takeVersions({ versions, derivation, feed, admin, verdict, faults });
    faults.refuseIfAny();
    const notHeld = (request.hold ?? []).filter((hold) => !holdAsAsked(versions, hold));
    const looksAtAllFiles = feed === undefined || feed.header.since === null;
    await showWhatIsGood(database, { snapshot: request.snapshot, admin, versions, derivation, verdict, faults, looksAtAllFiles });
    for (const fault of missingSettings(database, versions, admin)) faults.add(fault);
    const loss = textsBefore === undefined ? lossBy(database, versions.changes()) : lossSince(database, textsBefore);
    const tooMuch = request.acceptLoss ? undefined : lossFault(loss);
    if (tooMuch !== undefined) faults.add(tooMuch);
    faults.refuseIfAny();
    noteTouched(database, [...touchedKeys(database, versions, derivation), ...(otherDay ? [{ key: readKeys.day, at: '' }] : [])]);
    return {
      epoch: state.epoch,
      seq: state.seq,
      mark: state.mark,
      asOf: state.asOf,
      entries: count(database, 'SELECT count(*) FROM documents'),
      releases: count(database, "SELECT count(*) FROM (SELECT DISTINCT id FROM documents WHERE type = 'press-release')"),
      judged: versions.judged(),
      gone: versions.gone(),
      held: versions.held(),
      warnings: [...verdict.warnings, ...warningsOf(database, notHeld)],
    };
  });
}

function count(database: Database, sql: string): number {
  return database.prepare<[], number>(sql).pluck().get() ?? 0;
}

/** @returns whether the version is held, by this or already by a fault of its own. */
function holdAsAsked(versions: Versions, { fault, ...key }: Hold): boolean {
  return versions.hold(key, fault) || versions.kept(key)?.fault != null;
}

/** How a take-in begins. */
interface Beginning {
  /** The state that the snapshot comes to. */
  state: SnapshotState;
  /** Nothing is there yet: it is the first, or of another history. */
  anew: boolean;
  otherDay: boolean;
  /** The texts of releases that were there, where nothing of them is left to compare with. */
  textsBefore?: ReadonlySet<string>;
}

/** Brings the snapshot to its new state; its tables are there, with what they held of the same history. */
function begin(database: Database, feed: OpenFeed | undefined, asOf: string): Beginning {
  const state = stateOf(database);
  const moveTo = (to: SnapshotState): Beginning => {
    writeState(database, to);
    return { state: to, anew: false, otherDay: state?.asOf !== asOf };
  };
  if (feed === undefined) {
    if (state === undefined) throw new OtherState('There is no snapshot that could be used. Take a whole feed in.');
    return moveTo({ ...state, asOf });
  }
  const { epoch, seq, mark, since, admin } = feed.header;
  if (state?.epoch === epoch && (since === null || since === state.seq)) return moveTo({ ...state, seq, mark, admin, asOf });
  if (since !== null) {
    const there = state === undefined ? 'there is no snapshot' : `the snapshot is at ${state.seq} of ${state.epoch}`;
    throw new OtherState(`The feed is what came since ${since} of ${epoch}, and ${there}. Take a whole feed in.`);
  }
  const textsBefore = releaseTextsHeld(database);
  return { state: beginAnew(database, feed.header, asOf), anew: true, otherDay: false, textsBefore };
}

/** Holds what cannot be shown until all that is left can be, and derives the tables of it. */
async function showWhatIsGood(
  database: Database,
  taking: {
    snapshot: string;
    admin: string;
    versions: Versions;
    derivation: Derivation;
    verdict: Verdict;
    faults: FeedFaults;
    looksAtAllFiles: boolean;
  },
): Promise<void> {
  const { snapshot, admin, versions, derivation, verdict, faults, looksAtAllFiles } = taking;
  const pass = (findings: readonly Finding[]) => findings.filter((finding) => verdict.pass(finding)).length > 0;
  const changed = () => (derivation.anew ? undefined : versions.reshown());
  for (;;) {
    // Each round holds one version more at least, so that it ends.
    while (pass(namelessEntries(database, admin)) || pass(takenAddresses(database, admin, changed())));
    faults.refuseIfAny();
    derivation.bringUp(versions.reshown());
    const held = pass(await takeInMedia(database, snapshot, admin, looksAtAllFiles ? undefined : changed()));
    faults.refuseIfAny();
    if (!held) return;
  }
}

/** Settings that are held without a good state may still get one, when the snapshot learns what is live. */
function missingSettings(database: Database, versions: Versions, admin: string): FeedFault[] {
  const sql = "SELECT language FROM documents WHERE type = 'site-settings'";
  const shown = database.prepare<[], string>(sql).pluck().all();
  const held = versions.held().flatMap(({ type, language }) => (type === 'site-settings' ? [language] : []));
  return languages
    .filter((language) => !shown.includes(language) && !held.includes(language))
    .map((language) => settingsMissing(language, admin));
}

function warningsOf(database: Database, notHeld: readonly Hold[]): string[] {
  const danglingRelations = countMissingTargets(database);
  const pagesWithoutAddress = count(database, 'SELECT count(*) FROM left_out');
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
