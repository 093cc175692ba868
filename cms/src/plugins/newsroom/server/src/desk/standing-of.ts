import type { VersionKey } from '@newsroom/shared/document-fault';
import type { Pause } from '@newsroom/shared/edition';
import type { Obstacle, VersionStanding } from '@newsroom/shared/standing';
import type { KnownRun } from '../services/runs';
import { heldIn, type LoggedState, type Observation, shownState, sinceWhen } from './shown-version';

/** Before a publisher can be missed, it has so long to be heard of, in milliseconds. */
const patience = 60_000;

/** What the desk knows at one moment; times are instants by the CMS's own clock. */
export interface DeskKnowledge {
  now: string;
  epoch: string;
  /** What the site was seen to be, oldest first. */
  observations: Observation[];
  /** As the site said when it was read last. */
  pause: Pause | null;
  /** Why the site's `edition.json` could not be read at the last try, and when it was read last. */
  site: { problem: string | null; readAt: string | null };
  /** The newest first. */
  runs: KnownRun[];
  /** When a publisher was heard from last; null: never. */
  heardAt: string | null;
}

/** What is known of one language version of a document. */
export interface VersionKnowledge {
  key: VersionKey;
  /** The rows of its key in the change log, newest first. */
  rows: LoggedState[];
  hasDraft: boolean;
  /** Where readers find what they have of it; null where it has no page. */
  address: string | null;
  /** What they have of it is withdrawn. */
  withdrawn: boolean;
}

/** Where a version stands on its way to readers. */
export function standingOf(version: VersionKnowledge, desk: DeskKnowledge): VersionStanding {
  const { key, rows } = version;
  const [newest] = rows;
  if (newest === undefined) return { kind: version.hasDraft ? 'draft' : 'absent' };
  const last = desk.observations.at(-1);
  const shown = last && shownState(last, key, desk.epoch, rows);
  const since = sinceWhen(desk.observations, (one) => shown !== undefined && shownState(one, key, desk.epoch, rows) === shown);
  if (!newest.published) {
    return shown === newest && since !== undefined
      ? { kind: 'removed', since }
      : { kind: 'leaving', since: newest.at, obstacle: obstacleOf(newest, desk) };
  }
  const { address, withdrawn } = version;
  const live = typeof shown === 'object' && shown.published && since !== undefined ? { since, address, withdrawn } : null;
  if (shown === newest && live !== null) return { kind: 'live', live };
  const held = heldSince(key, newest, desk);
  if (held !== undefined) return { kind: 'held', ...held, live };
  const stage = stageOf(newest, desk);
  if (stage !== undefined) return { kind: 'making', ...stage, live };
  return { kind: 'waiting', since: newest.at, obstacle: obstacleOf(newest, desk), live };
}

function heldSince({ type, id, language }: VersionKey, newest: LoggedState, { observations, runs }: DeskKnowledge) {
  const key = { type, id, language };
  const holds = (one: Observation) => {
    const held = heldIn(one, key);
    return held !== undefined && held !== 'unknown' && held.seq === newest.seq ? held : undefined;
  };
  const last = observations.at(-1);
  const held = last && holds(last);
  const since = sinceWhen(observations, (one) => holds(one) !== undefined);
  if (held === undefined || since === undefined) return undefined;
  const told = runs
    .flatMap(({ report }) => report.held)
    .find((one) => one.type === type && one.id === id && one.language === language && one.seq === newest.seq);
  return { since, why: held.fault, fault: told?.fault ?? null };
}

/** Which stage the edition with a change is in; the last one until the site is seen with it, or with a later one. */
function stageOf({ seq }: LoggedState, { epoch, runs, now, site, observations }: DeskKnowledge) {
  const seen = observations.at(-1)?.generation ?? 0;
  for (const { report, begunAt, heardAt, lost } of runs) {
    const { state, making } = report;
    if (lost || making === null || making.epoch !== epoch || making.seq < seq) continue;
    if (state.kind === 'refused') return undefined; // whoever began earlier and was not heard of since is most likely dead
    if (state.kind === 'working') return { since: begunAt, stage: state.stage };
    const recent = Date.parse(now) - Date.parse(heardAt) < patience;
    const isAwaited = state.kind === 'deployed' && recent && state.edition.generation > seen;
    if (isAwaited && site.problem === null) return { since: begunAt, stage: 'deploy' as const };
  }
  return undefined;
}

/** Why a change does not move; null where it is simply its turn soon. */
export function obstacleOf({ seq, at }: LoggedState, { now, epoch, pause, site, runs, heardAt }: DeskKnowledge): Obstacle | null {
  if (pause !== null) return { kind: 'paused', pause };
  const newest = runs.find(({ lost }) => !lost);
  if (newest?.report.state.kind === 'working') return null;
  if (newest?.report.state.kind === 'refused' && newest.report.state.why !== 'older') {
    const { making, state } = newest.report;
    const tried = making === null ? newest.heardAt >= at : making.epoch === epoch && making.seq >= seq;
    if (tried) return { kind: 'refused', why: state.why, at: newest.heardAt };
  }
  if (Date.parse(now) - Date.parse(at) < patience) return null;
  if (site.problem !== null && (site.readAt !== null || heardAt !== null)) return { kind: 'site-silent', since: site.readAt };
  return heardAt === null || heardAt < at ? { kind: 'no-publisher', since: heardAt } : null;
}
