import { readCaddy } from './caddy-line.ts';
import { readCombined } from './combined-line.ts';
import type { LogFile } from './log-file.ts';
import { LogLine } from './log-line.ts';

/** Where to look for the first line that has a time, in bytes. */
const lookedThrough = 2 ** 18;

/** The logs by the time of their first line, so that days are counted one after the other. */
export async function inOrderOfTime(files: readonly LogFile[]): Promise<LogFile[]> {
  const timed = await Promise.all(files.map(async (file) => ({ file, time: firstTime(await beginningOf(file)) })));
  return timed.toSorted((a, b) => a.time - b.time).map(({ file }) => file);
}

/** A damaged file has its say when it is read. */
async function beginningOf(file: LogFile): Promise<Buffer> {
  return await file.head(lookedThrough).catch(() => Buffer.alloc(0));
}

function firstTime(bytes: Buffer): number {
  const line = new LogLine();
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(10, start);
    const end = found < 0 ? bytes.length : found;
    const read = bytes[start] === 0x7b ? readCaddy : readCombined;
    if (read(bytes, start, end, line)) return line.time;
    start = end + 1;
  }
  return Number.POSITIVE_INFINITY;
}
