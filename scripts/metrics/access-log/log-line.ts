/**
 * What is read of one line of a log: numbers, and where in the bytes the texts stand. A log has millions of lines, so
 * one object is filled again and again, and nothing is copied that may never be looked at.
 */
export class LogLine {
  bytes: Buffer = Buffer.alloc(0);
  /** The reader's address. */
  addressStart = 0;
  addressEnd = 0;
  /** When it was asked, in seconds since 1970. */
  time = 0;
  isGet = false;
  /** What was asked for, up to a question mark. */
  pathStart = 0;
  pathEnd = 0;
  /** `hashOfPath` of it. */
  pathHash = 0;
  status = 0;
  /** The program's name for itself; empty where there is none. */
  agentStart = 0;
  agentEnd = 0;
  /** What the browser says it asks for, where the log has it: the header Sec-Purpose. */
  purposeStart = 0;
  purposeEnd = 0;

  /** A stretch of the line as text, each byte a character. */
  text(start: number, end: number): string {
    return this.bytes.toString('latin1', start, end);
  }
}

/** The hash of nothing, from which that of a path grows byte by byte (FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/). */
export const emptyPathHash = 0x811c9dc5 | 0;

/** The hash of a path with one more byte. */
export function hashOn(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193);
}

export function hashOfPath(path: Uint8Array): number {
  let hash = emptyPathHash;
  for (const byte of path) hash = hashOn(hash, byte);
  return hash;
}
