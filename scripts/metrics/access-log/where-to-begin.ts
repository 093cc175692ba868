import { digestOf, type LogFile } from './log-file.ts';
import { tailLength } from './read-blocks.ts';
import type { ReadLog } from './state.ts';

/** What is to be read of a log. */
export type Beginning =
  /** All of it was read before, perhaps under another name, or packed. */
  | { kind: 'known' }
  /** What came to it since it was read. */
  | { kind: 'grown'; log: ReadLog; head: Buffer; before: Buffer }
  | { kind: 'new'; head: Buffer };

/**
 * Says what of a log is new. Logs are known by their first bytes and by the last that were read, never by their names:
 * they are renamed and packed every night.
 */
export async function whereToBegin(file: LogFile, logs: readonly ReadLog[]): Promise<Beginning> {
  if (logs.some(({ packedAs }) => file.packedAs !== null && packedAs.includes(file.packedAs))) return { kind: 'known' };
  const head = await file.head(tailLength);
  const alike = logs
    .filter((log) => log.headLength <= head.length && digestOf(head.subarray(0, log.headLength)) === log.head)
    .toSorted((a, b) => b.end - a.end);
  for (const log of alike) {
    const before = await file.bytesBefore(log.end);
    if (before === undefined) return { kind: 'known' }; // a copy of what was read, made earlier
    if (digestOf(before) === log.tail) return { kind: 'grown', log, head, before };
  }
  return { kind: 'new', head };
}
