import type { DocumentFault, VersionKey } from '@newsroom/shared/document-fault';
import type { EditionsView, Run } from '@newsroom/shared/editions-view';

/** A version that the live edition keeps back, as far as it is known. */
export interface HeldNow extends VersionKey {
  /** Empty where only the site told of it. */
  title: string;
  why: DocumentFault['kind'];
  fault: DocumentFault | null;
}

/** What the live edition keeps back: by the site's own list, with what its publisher told besides. */
export function heldNow({ live, runs }: EditionsView): HeldNow[] {
  if (live === null) return [];
  const told = runs.flatMap(({ held }) => held);
  return live.edition.held.map(({ type, id, language, seq, fault: why }) => {
    const known = told.find((one) => isSameVersion(one, { type, id, language }) && one.seq === seq);
    return { type, id, language, title: known?.title ?? '', why, fault: known?.fault ?? null };
  });
}

export function isSameVersion(one: VersionKey, { type, id, language }: VersionKey): boolean {
  return one.type === type && one.id === id && one.language === language;
}

/**
 * Up to when what was published is in the live edition for certain: its content was fetched then. Null where the run
 * that made it is not known any more.
 */
export function contentUntil({ live, runs }: EditionsView): string | null {
  const made = runs.filter(({ state }) => {
    if (state.kind !== 'deployed' || live === null) return false;
    // A rollback brings content back that an earlier run fetched.
    return state.edition.epoch === live.edition.epoch && state.edition.seq === live.edition.seq;
  });
  return made.at(-1)?.startedAt ?? null;
}

/** The run that is at work now. */
export function runAtWork({ runs }: EditionsView): Run | undefined {
  return runs.find(({ state }) => state.kind === 'working');
}
