import type { HeldVersion } from '@newsroom/shared/document-fault';
import { type Edition, editionSchema, editionSizeLimit, heldListed } from '@newsroom/shared/edition';

/** What an edition says of itself, but for what is held: that comes with its faults. */
export type EditionFacts = Omit<Edition, 'edition' | 'version' | 'held' | 'heldCount'>;

/**
 * The text of `edition.json`. As many held versions are named as there is room for, at most `heldListed`; all are
 * counted.
 */
export function editionText(facts: EditionFacts, held: readonly HeldVersion[]): string {
  for (let listed = Math.min(held.length, heldListed); ; listed -= 1) {
    const text = textWith(facts, held, listed);
    if (listed === 0 || Buffer.byteLength(text) < editionSizeLimit) return text;
  }
}

function textWith(facts: EditionFacts, held: readonly HeldVersion[], listed: number): string {
  const named = held.toSorted(byName).slice(0, listed);
  const edition: Edition = {
    edition: 'newsroom',
    version: 1,
    ...facts,
    held: named.map(({ fault, ...version }) => ({ ...version, fault: fault.kind })),
    heldCount: held.length,
  };
  return `${JSON.stringify(editionSchema.parse(edition))}\n`;
}

function byName(one: HeldVersion, other: HeldVersion): number {
  const name = ({ type, id, language }: HeldVersion) => `${type} ${id} ${language ?? ''}`;
  return name(one) < name(other) ? -1 : 1;
}
