import { type Fault, toldFaults } from '../collector.ts';
import { printable } from '../printable.ts';
import type { BlockCounters } from './block-counters.ts';
import { type BlockCount, type LineFault, longestLine } from './count-block.ts';
import type { CountedDays } from './counted-days.ts';
import { digestOf, type LogFile } from './log-file.ts';
import { type Block, readBlocks } from './read-blocks.ts';
import type { ReadLog } from './state.ts';
import { type Beginning, whereToBegin } from './where-to-begin.ts';

/** So many unknown addresses are told apart. */
const toldApart = 10_000;

const faultWords: Record<LineFault, string> = {
  malformed: 'it is neither in the combined format nor in that of Caddy',
  'too-long': `it is longer than ${longestLine / 1024} kB`,
  future: 'its time has not come yet',
};

/** Reads logs into days, each from where it was read last. */
export class LogCollection {
  readonly #days: CountedDays;
  readonly #counters: BlockCounters;
  #logs: readonly ReadLog[];
  lines = 0;
  readonly faults: Fault[] = [];
  faultCount = 0;
  /** Whether a file is damaged. */
  isToBeMended = false;
  readonly unknown = new Map<string, number>();
  readonly notes: string[] = [];

  /** @param logs those that were read in earlier runs */
  constructor(logs: readonly ReadLog[], days: CountedDays, counters: BlockCounters) {
    this.#logs = logs;
    this.#days = days;
    this.#counters = counters;
  }

  /** The logs that were read so far. */
  get logs(): readonly ReadLog[] {
    return this.#logs;
  }

  /** Reads what is new of a log. What cannot be read of it is told, and stops nothing. */
  async read(file: LogFile): Promise<void> {
    const beginning = await whereToBegin(file, this.#logs).catch((error: unknown) => this.#noteDamage(file, 0, error));
    if (beginning === undefined || beginning.kind === 'known') return;
    const known = beginning.kind === 'grown' ? beginning : { log: { end: 0, lines: 0, tail: '' }, before: Buffer.alloc(0) };
    const read = { end: known.log.end, lines: known.log.lines, tail: known.log.tail };
    let isWhole = true;
    try {
      for await (const { block, count } of this.#countBlocks(file, { place: read.end, before: known.before })) {
        if (block.isUnfinished && isCut(file, count)) {
          this.notes.push(`${file.name} ends within line ${read.lines + 1}, which is left for the next time.`);
          break;
        }
        this.#take(file, read.lines, count);
        Object.assign(read, { end: block.end, lines: read.lines + count.lines, tail: digestOf(block.tail) });
      }
    } catch (error) {
      isWhole = false;
      this.#noteDamage(file, read.lines, error);
    }
    this.#note(file, beginning, read, isWhole);
  }

  /** The blocks of a log in their order, several counted at a time. */
  async *#countBlocks(
    file: LogFile,
    from: { place: number; before: Buffer },
  ): AsyncGenerator<{ block: Omit<Block, 'bytes'>; count: BlockCount }> {
    const pending: { block: Omit<Block, 'bytes'>; count: Promise<BlockCount> }[] = [];
    const fault: { error?: unknown } = {};
    try {
      for await (const { bytes, ...block } of readBlocks(file.chunks(from.place), from)) {
        pending.push({ block, count: this.#counters.count(bytes) });
        const first = pending.length >= this.#counters.hands ? pending.shift() : undefined;
        if (first !== undefined) yield { block: first.block, count: await first.count };
      }
    } catch (error) {
      fault.error = error;
    }
    for (const { block, count } of pending) yield { block, count: await count };
    if (fault.error !== undefined) throw fault.error;
  }

  #take(file: LogFile, linesBefore: number, count: BlockCount): void {
    this.#days.add(count);
    this.lines += count.lines;
    this.faultCount += count.faultCount;
    for (const { reason, line } of count.faults) this.#tellFault(file, linesBefore + line, faultWords[reason]);
    for (const [address, asked] of count.unknown) {
      const name = this.unknown.has(address) || this.unknown.size < toldApart ? printable(address) : '…';
      this.unknown.set(name, (this.unknown.get(name) ?? 0) + asked);
    }
  }

  #noteDamage(file: LogFile, lines: number, error: unknown): undefined {
    this.faultCount += 1;
    this.isToBeMended = true;
    this.#tellFault(file, lines + 1, `the file is damaged from here on, or not all there (${(error as Error).message})`);
  }

  #tellFault({ name: file }: LogFile, line: number, message: string): void {
    if (this.faults.length < toldFaults) this.faults.push({ file, line, message });
  }

  /** Remembers how far a log was read. */
  #note(
    file: LogFile,
    beginning: Exclude<Beginning, { kind: 'known' }>,
    read: Pick<ReadLog, 'end' | 'lines' | 'tail'>,
    isWhole: boolean,
  ): void {
    if (read.end === 0) return;
    const head = beginning.head.subarray(0, read.end);
    const before = beginning.kind === 'grown' ? beginning.log : undefined;
    const packedAs = file.packedAs !== null && isWhole ? [file.packedAs] : [];
    const log: ReadLog = {
      ...read,
      head: digestOf(head),
      headLength: head.length,
      packedAs: [...(before?.packedAs ?? []), ...packedAs],
    };
    this.#logs = [...this.#logs.filter((one) => one !== before), log];
  }
}

/** Whether the last line of a log is only the beginning of one. That of a packed log is all there will ever be. */
function isCut(file: LogFile, { faultCount }: BlockCount): boolean {
  return !file.isPacked && faultCount > 0;
}
