import type { VersionKey } from '@newsroom/shared/document-fault';
import { type Edition, heldListed } from '@newsroom/shared/edition';

/** What one look at the site showed: the parts of its `edition.json` that standings need. */
export interface Observation extends Pick<Edition, 'epoch' | 'generation' | 'seq' | 'held' | 'heldCount'> {
  /** When the site was first seen to be this edition, as an instant. */
  seenAt: string;
}

/** A row of the change log, of one key. */
export interface LoggedState {
  seq: number;
  at: string;
  /** False: the version went. */
  published: boolean;
}

/**
 * The state of a version that readers got from the site: a row of the log, or `nothing`; undefined where the site does
 * not prove it, which is another history, or a list of held versions that was cut before this one.
 *
 * @param rows of the version's key, newest first
 */
export function shownState(
  observation: Observation,
  key: VersionKey,
  epoch: string,
  rows: LoggedState[],
): LoggedState | 'nothing' | undefined {
  if (observation.epoch !== epoch) return undefined;
  const held = heldIn(observation, key);
  if (held === 'unknown') return undefined;
  const shown = rows.find(({ seq }) => (held === undefined ? seq <= observation.seq : seq === held.good));
  return shown ?? 'nothing';
}

/** What an edition keeps back of a version; undefined: nothing. */
export function heldIn(observation: Observation, key: VersionKey): Edition['held'][number] | 'unknown' | undefined {
  const { held, heldCount } = observation;
  const found = held.find(({ type, id, language }) => type === key.type && id === key.id && language === key.language);
  if (found !== undefined || held.length === heldCount) return found;
  // The list is sorted: what would stand before its end and does not is not held.
  const last = held.at(heldListed - 1);
  return last !== undefined && place(key) < place(last) ? undefined : 'unknown';
}

/**
 * Since when something has been so, up to the newest observation; undefined where it is not so now.
 *
 * @param observations oldest first
 */
export function sinceWhen(observations: Observation[], isSo: (observation: Observation) => boolean): string | undefined {
  let since: string | undefined;
  for (const observation of observations.toReversed()) {
    if (!isSo(observation)) break;
    since = observation.seenAt;
  }
  return since;
}

function place({ type, id, language }: VersionKey): string {
  return `${type} ${id} ${language ?? ''}`;
}
