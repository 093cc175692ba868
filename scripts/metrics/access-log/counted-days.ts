import { localDay } from '@newsroom/shared/local-time';
import type { BlockCount } from './count-block.ts';
import { DayCount, type ReadersShelf } from './day-count.ts';
import type { DayOfReaders } from './day-of-readers.ts';
import { requestColumns } from './hash-requests.ts';
import type { State } from './state.ts';

/** So much memory the readers of all days may take together before those of other days are laid aside. */
const roomForReaders = 64 * 2 ** 20;

/** The days to which counted blocks are added, one after the other. */
export class CountedDays {
  readonly #shelf: ReadersShelf;
  readonly #days = new Map<string, DayCount>();
  /** The day of lines that have none of their own: that of the lines before. */
  #last: string;

  readonly #room: number;

  /**
   * @param kept the days that are open since earlier runs
   * @param room how much memory readers may take together, but for those of the days that are worked at, in bytes
   */
  constructor(kept: State['days'], shelf: ReadersShelf, now: Date, room = roomForReaders) {
    this.#shelf = shelf;
    this.#room = room;
    this.#last = localDay(now.toISOString());
    for (const [day, { open }] of Object.entries(kept)) if (open !== null) this.#days.set(day, new DayCount(day, shelf, open));
  }

  add(block: BlockCount): void {
    if (block.timeless.some((count) => count > 0)) this.#dayNamed(this.#last).leaveOut(block.timeless);
    this.#last = block.lastDay ?? this.#last;
    const days = block.days.map(({ day, leftOut, requests }) => {
      const counted = this.#dayNamed(day);
      counted.leaveOut(leftOut);
      counted.requests += requests;
      return counted;
    });
    const { requests } = block;
    let place = -1;
    let readers: DayOfReaders | undefined;
    for (let at = 0; at < requests.length; at += requestColumns) {
      if (requests[at] !== place) {
        place = requests[at] ?? -1;
        readers = days[place]?.growingReaders;
      }
      readers?.add(
        requests[at + 1] ?? 0,
        requests[at + 2] ?? 0,
        requests[at + 3] ?? 0,
        requests[at + 4] ?? 0,
        requests[at + 5] ?? 0,
      );
    }
    this.#makeRoom(days);
  }

  /** The day of the last line that had one. */
  get last(): string {
    return this.#last;
  }

  /** What comes next follows lines of a day; null: of none. */
  goOnAfter(day: string | null): void {
    this.#last = day ?? this.#last;
  }

  /** The days that are open, or to which anything came. */
  all(): DayCount[] {
    return [...this.#days.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1));
  }

  #dayNamed(day: string): DayCount {
    const known = this.#days.get(day) ?? new DayCount(day, this.#shelf);
    this.#days.set(day, known);
    return known;
  }

  /** Lays readers of days aside that are not worked at, when all together take too much. */
  #makeRoom(atWork: readonly DayCount[]): void {
    let taken = [...this.#days.values()].reduce((sum, { size }) => sum + size, 0);
    for (const day of this.#days.values()) {
      if (taken <= this.#room) return;
      if (day.size === 0 || atWork.includes(day)) continue;
      taken -= day.size;
      day.shelve();
    }
  }
}
