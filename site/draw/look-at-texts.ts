import { setImmediate } from 'node:timers/promises';
import type { VersionKey } from '@newsroom/shared/document-fault';
import type { CompiledSite } from '../integrations/compiled-entry.ts';
import { readKeys } from '../src/content/read-keys.ts';
import type { Snapshot } from '../src/content/snapshot.ts';
import type { Touched } from '../src/content/touched.ts';
import type { WrittenVersion } from '../src/content/written-version.ts';
import type { Ledger } from './ledger.ts';

/** After how many texts others have their turn. */
const breath = 50;

/** Finds the dead links of all texts, beside what else is done. */
export async function lookAtAllTexts(ledger: Ledger, compiled: CompiledSite, snapshot: Snapshot): Promise<void> {
  let count = 0;
  for (const version of snapshot.writtenVersions()) {
    count += 1;
    if (count % breath === 0) await setImmediate();
    lookAtText(ledger, compiled, snapshot, version);
  }
}

/**
 * Finds the dead links of those texts anew that were touched, or that read what was.
 *
 * @param readers the numbers of those that read it, negative
 */
export function lookAtTexts(
  ledger: Ledger,
  compiled: CompiledSite,
  snapshot: Snapshot,
  { touched, readers }: { touched: readonly Touched[]; readers: ReadonlySet<number> },
): void {
  const documents = new Map<string, { type: string; id: string | undefined }>();
  const add = (type: string, id?: string) => documents.set(`${type} ${id}`, { type, id });
  for (const { key } of touched) {
    const [type = '', id = '', more] = key.split(' ');
    if (key === readKeys.frame) add('site-settings');
    else if (more === undefined && id !== '') add(type, id);
  }
  for (const reader of readers) {
    const text = reader < 0 ? ledger.textWithId(-reader) : undefined;
    if (text !== undefined) add(text.type, text.id);
  }
  for (const { type, id } of documents.values()) {
    const before = ledger.textsOf(type, id);
    const now = snapshot.writtenVersionsOf(type, id);
    for (const version of now) lookAtText(ledger, compiled, snapshot, version);
    for (const key of before) if (!now.some((version) => isSame(version, key))) ledger.removeText(key);
  }
}

function lookAtText(ledger: Ledger, compiled: CompiledSite, snapshot: Snapshot, version: WrittenVersion): void {
  const { made: dead, reads } = snapshot.readsOf(() => compiled.deadLinksIn(snapshot, version));
  const { type, id, language } = version;
  ledger.noteText({ type, id, language }, dead, reads);
}

function isSame(one: VersionKey, other: VersionKey): boolean {
  return one.type === other.type && one.id === other.id && one.language === other.language;
}
