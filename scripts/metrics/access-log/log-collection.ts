import { type Fault, toldFaults } from '../collector.ts';
import { printable } from '../printable.ts';
import type { BlockCounters } from './block-counters.ts';
import { type BlockCount, type LineFault, longestLine } from './count-block.ts';
import type { CountedDays } from './counted-days.ts';
import { isWholeLine } from './is-whole-line.ts';
import { digestOf, type LogFile } from './log-file.ts';
import { type Block, readBlocks } from './read-blocks.ts';
import type { ReadLog } from './state.ts';
import { type Beginning, headsOf, whereToBegin } from './where-to-begin.ts';

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
  readonly #isOnce: boolean;
  #logs: readonly ReadLog[];
  lines = 0;
  readonly faults: Fault[] = [];
  faultCount = 0;
  /** Whether a file is damaged. */
  isToBeMended = false;
  readonly unknown = new Map<string, number>();
  readonly notes: string[] = [];

  /**
   * @param logs those that were read in earlier runs
   * @param isOnce whether nothing will be read on: then a last line that looks whole is taken for whole
   */
  constructor(logs: readonly ReadLog[], days: CountedDays, counters: BlockCounters, isOnce = false) {
    this.#isOnce = isOnce;
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
    if (beginning?.kind === 'shorter')
      this.notes.push(`${file.name} begins like a log that was read further than it goes: it is taken for an earlier copy.`);
    if (beginning === undefined || beginning.kind === 'known' || beginning.kind === 'shorter') return;
    const isGrown = beginning.kind === 'grown';
    const { end, lines } = isGrown ? beginning.log : beginning.from;
    const read = { end, lines, tail: isGrown ? beginning.log.tail : '' };
    const before = isGrown ? beginning.before : beginning.head.subarray(0, end);
    if (isGrown) this.#days.goOnAfter(beginning.log.lastDay);
    let isWhole = true;
    try {
      for await (const { block, count, isCut } of this.#countBlocks(file, { place: end, before })) {
        if (isCut && !file.isPacked) {
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
    if (read.end > end) this.#note(file, beginning, read, isWhole);
  }

  /** The blocks of a log in their order, several counted at a time. */
  async *#countBlocks(file: LogFile, from: { place: number; before: Buffer }): AsyncGenerator<CountedBlock> {
    const pending: (() => Promise<CountedBlock>)[] = [];
    const fault: { error?: unknown } = {};
    let { before } = from;
    try {
      for await (const { bytes, ...block } of readBlocks(file.chunks(from.place), from)) {
        const mayBeCut = block.isUnfinished && !this.#isOnce && !isWholeLine(bytes, before);
        before = block.tail;
        const counting = this.#counters.count(bytes);
        pending.push(async () => {
          const count = await counting;
          return { block, count, isCut: block.isUnfinished && (mayBeCut || count.faultCount > 0) };
        });
        const first = pending.length >= this.#counters.hands ? pending.shift() : undefined;
        if (first !== undefined) yield await first();
      }
    } catch (error) {
      fault.error = error;
    }
    for (const next of pending) yield await next();
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
  #note(file: LogFile, beginning: Readable, read: Pick<ReadLog, 'end' | 'lines' | 'tail'>, isWhole: boolean): void {
    const before = beginning.kind === 'grown' ? beginning.log : undefined;
    const packedAs = file.packedAs !== null && isWhole ? [file.packedAs] : [];
    const log: ReadLog = {
      ...read,
      heads: headsOf(beginning.head.subarray(0, read.end)),
      lastDay: this.#days.last,
      packedAs: [...(before?.packedAs ?? []), ...packedAs],
    };
    this.#logs = [...this.#logs.filter((one) => one !== before), log];
  }
}

type Readable = Extract<Beginning, { kind: 'grown' | 'new' }>;

interface CountedBlock {
  block: Omit<Block, 'bytes'>;
  count: BlockCount;
  /** Whether it is only the beginning of a line. In a packed log that is all there will ever be. */
  isCut: boolean;
}
