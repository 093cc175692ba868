import { digestOf, type LogFile } from './log-file.ts';
import { tailLength } from './read-blocks.ts';
import type { ReadLog } from './state.ts';

/** What is to be read of a log. */
export type Beginning =
  /** All of it was read before, perhaps under another name, or packed. */
  | { kind: 'known' }
  /** It begins as one does that was read further than it goes: an earlier copy. */
  | { kind: 'shorter' }
  /** What came to it since it was read. */
  | { kind: 'grown'; log: ReadLog; head: Buffer; before: Buffer }
  /** Another one, which may have its first lines in common with one that was read. */
  | { kind: 'new'; head: Buffer; from: { end: number; lines: number } };

/**
 * Says what of a log is new. Logs are known by their first bytes and by the last that were read, never by their names:
 * they are renamed and packed every night.
 */
export async function whereToBegin(file: LogFile, logs: readonly ReadLog[]): Promise<Beginning> {
  if (logs.some(({ packedAs }) => file.packedAs !== null && packedAs.includes(file.packedAs))) return { kind: 'known' };
  const head = await file.head(tailLength);
  const alike = logs.filter((log) => isAlike(log, head)).toSorted((a, b) => b.end - a.end);
  let isShorter = false;
  for (const log of alike) {
    const before = await file.bytesBefore(log.end);
    if (before === undefined) isShorter = true;
    else if (digestOf(before) === log.tail) return { kind: 'grown', log, head, before };
  }
  if (isShorter) return { kind: 'shorter' };
  return fewLines(head, logs) ?? { kind: 'new', head, from: { end: 0, lines: 0 } };
}

function isAlike({ heads }: ReadLog, head: Buffer): boolean {
  const whole = heads.at(-1);
  return whole !== undefined && whole.length <= head.length && digestOf(head.subarray(0, whole.length)) === whole.digest;
}

/** A log so short that it ends within the beginning of one that was read: how far the two are the same. */
function fewLines(head: Buffer, logs: readonly ReadLog[]): Beginning | undefined {
  if (head.length >= tailLength) return undefined;
  const common = logs
    .flatMap(({ heads }) => heads)
    .filter(({ length, digest }) => length <= head.length && digestOf(head.subarray(0, length)) === digest)
    .toSorted((a, b) => b.length - a.length)[0];
  if (common === undefined) return undefined;
  if (common.length === head.lastIndexOf(10) + 1) return { kind: 'known' };
  return { kind: 'new', head, from: { end: common.length, lines: linesIn(head.subarray(0, common.length)) } };
}

/** The digests by which the beginning of a log is known again: of its lines there, one by one, and of all of it. */
export function headsOf(head: Buffer): ReadLog['heads'] {
  const ends = [...head.keys()].filter((at) => head[at] === 10).map((at) => at + 1);
  return [...new Set([...ends, head.length])].map((length) => ({ length, digest: digestOf(head.subarray(0, length)) }));
}

function linesIn(bytes: Buffer): number {
  return bytes.reduce((count, byte) => count + (byte === 10 ? 1 : 0), 0);
}
