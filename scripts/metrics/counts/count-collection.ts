import type { LeftOutReason } from '@newsroom/shared/collected-day';
import { largestCount } from '@newsroom/shared/daily-metrics';
import { localDay } from '@newsroom/shared/local-time';
import { type CollectContext, type Collected, type CollectedDay, type CountedRow, type Fault, toldFaults } from '../collector.ts';
import { readRow, type WrittenRow } from './counted-row.ts';

/** Adds up what files of counts hold. */
export class CountCollection {
  readonly #context: CollectContext;
  readonly #days = new Map<string, { rows: Map<string, CountedRow>; leftOut: Partial<Record<LeftOutReason, number>> }>();
  readonly #faults: Fault[] = [];
  readonly #unknown = new Map<string, number>();
  #faultCount = 0;
  #lines = 0;
  /** The day of rows that have none of their own: that of the row before. */
  #last: string;

  constructor(context: CollectContext) {
    this.#context = context;
    this.#last = localDay(context.now.toISOString());
  }

  /** Adds a row. @param place the file, and the line from 1 */
  add(written: WrittenRow, place: Omit<Fault, 'message'>): void {
    this.#lines += 1;
    const read = readRow(written, this.#context.addresses, this.#context.now);
    if (read.kind === 'malformed' || read.kind === 'future') {
      this.#leaveOutAt(place, read.kind, read.message);
      return;
    }
    this.#last = read.day;
    if (read.kind === 'unknown') {
      this.#leaveOut('unknown-address');
      this.#unknown.set(read.address, (this.#unknown.get(read.address) ?? 0) + 1);
      return;
    }
    const { rows } = this.#day(read.day);
    const name = `${read.row.document} ${read.row.language}`;
    const before = rows.get(name);
    const sum = before === undefined ? read.row : sumOf(before, read.row);
    if (Math.max(sum.views, sum.comments, sum.reactions) > largestCount) {
      this.#leaveOutAt(place, 'malformed', `with the rows before it the page has more than ${largestCount} on ${read.day}`);
      return;
    }
    rows.set(name, sum);
  }

  /** Notes what cannot be read at all. */
  addFault(place: Omit<Fault, 'message'>, message: string): void {
    this.#lines += 1;
    this.#leaveOutAt(place, 'malformed', message);
  }

  result(): Collected {
    const days = [...this.#days]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([day, { rows, leftOut }]): CollectedDay => ({
          day,
          rows: [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row),
          leftOut,
          spikes: [],
        }),
      );
    const unknown = [...this.#unknown].map(([address, count]) => ({ address, count })).toSorted((a, b) => b.count - a.count);
    return {
      days,
      isAllOfTheDays: false,
      lines: this.#lines,
      faults: this.#faults,
      faultCount: this.#faultCount,
      isToBeMended: this.#faultCount > 0,
      unknown: unknown.slice(0, toldFaults),
      unknownCount: unknown.length,
      notes: [],
      noteTold: () => undefined, // the files say all of it each time
    };
  }

  #leaveOutAt(place: Omit<Fault, 'message'>, reason: LeftOutReason, message: string): void {
    this.#leaveOut(reason);
    this.#faultCount += 1;
    if (this.#faults.length < toldFaults) this.#faults.push({ ...place, message });
  }

  #leaveOut(reason: LeftOutReason): void {
    const { leftOut } = this.#day(this.#last);
    leftOut[reason] = (leftOut[reason] ?? 0) + 1;
  }

  #day(day: string) {
    const known = this.#days.get(day) ?? { rows: new Map<string, CountedRow>(), leftOut: {} };
    this.#days.set(day, known);
    return known;
  }
}

function sumOf(one: CountedRow, other: CountedRow): CountedRow {
  return {
    ...one,
    views: one.views + other.views,
    comments: one.comments + other.comments,
    reactions: one.reactions + other.reactions,
  };
}
