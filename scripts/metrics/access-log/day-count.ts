import { type LeftOut, leftOutReasons } from '@newsroom/shared/collected-day';
import { DayOfReaders } from './day-of-readers.ts';

/** Where readers of a day lie that are not in memory. */
export interface ReadersShelf {
  /** @returns the name by which `take` finds them */
  put(readers: DayOfReaders): string;
  take(name: string): DayOfReaders;
}

/** What was counted of one day, and is kept while it is open. */
export class DayCount {
  readonly day: string;
  /** Requests for views, repeats included. */
  requests: number;
  /** Whether anything came to it since it was kept. */
  isTouched = false;
  readonly #leftOut: number[];
  readonly #shelf: ReadersShelf;
  #readers: DayOfReaders | undefined;
  /** Where its readers lie, as long as nothing came to them since. */
  #place: string | undefined;

  constructor(day: string, shelf: ReadersShelf, kept?: { leftOut: LeftOut; requests: number; readers: string }) {
    this.day = day;
    this.requests = kept?.requests ?? 0;
    this.#place = kept?.readers;
    this.#shelf = shelf;
    this.#leftOut = leftOutReasons.map((reason) => kept?.leftOut[reason] ?? 0);
  }

  /** @param counts by the order of `leftOutReasons` */
  leaveOut(counts: readonly number[]): void {
    this.isTouched = true;
    for (const [place, count] of counts.entries()) this.#leftOut[place] = (this.#leftOut[place] ?? 0) + count;
  }

  /** What was left out, but for repeats and what is above networks' shares: the readers tell these. */
  get leftOut(): LeftOut {
    const found = leftOutReasons.map((reason, place) => [reason, this.#leftOut[place] ?? 0] as const);
    return Object.fromEntries(found.filter(([, count]) => count > 0));
  }

  /** Whether anything of the day itself was counted: the last seconds of a day are added to the next one, too. */
  get isOfReaders(): boolean {
    return this.requests > 0 || this.#leftOut.some((count) => count > 0);
  }

  /** Its readers, to be looked at. Those that lie aside stay there. */
  get readers(): DayOfReaders {
    if (this.#readers !== undefined) return this.#readers;
    return this.#place === undefined ? new DayOfReaders() : this.#shelf.take(this.#place);
  }

  /** Its readers, to be added to. */
  get growingReaders(): DayOfReaders {
    this.#readers = this.readers;
    this.#place = undefined;
    this.isTouched = true;
    return this.#readers;
  }

  /** What its readers take in memory, in bytes. */
  get size(): number {
    return this.#readers?.size ?? 0;
  }

  /** Lays its readers aside. @returns the name of the place */
  shelve(): string {
    this.#place ??= this.#shelf.put(this.readers);
    this.#readers = undefined;
    return this.#place;
  }
}
