/** How long the same reader's repeats are one view, in seconds. */
export const repeatSeconds = 30;

/** Columns of a row: two halves of the reader's hash, the network's hash, the page, the first second and the last. */
const columns = 6;

/** Where a row has no page, its stretch was joined to another; where it has no first second, there never was any. */
const none = -0x80000000;

/**
 * The views of one day: for each reader and page, the stretches of time in which requests followed each other by at
 * most 30 seconds. Each stretch is one view.
 *
 * Which stretches there are does not hang on the order in which requests are added, and a request that is added twice
 * changes nothing. Readers are known by hashes alone; pages by numbers; seconds count from the day's beginning. The
 * last 30 seconds of the day before are added as well, as seconds below 0: a stretch that begins there is that day's
 * view, and none of this one.
 */
export class DayOfReaders {
  /** Rows in an open table: a row's place is looked for from its hash on, to the first where there never was any. */
  #rows: Int32Array;
  #mask: number;
  #taken = 0;

  /** @param capacity of how many rows without growing, a power of two */
  constructor(capacity = 1 << 10) {
    this.#rows = emptyRows(capacity);
    this.#mask = capacity - 1;
  }

  /** What it takes in memory, in bytes. */
  get size(): number {
    return this.#rows.byteLength;
  }

  /** Adds a request. @param high the first half of the reader's hash, `low` the second */
  add(high: number, low: number, network: number, page: number, second: number): void {
    const rows = this.#rows;
    let joined = none;
    let at = this.#placeOf(low, page);
    for (; rows[at + 4] !== none; at = this.#next(at)) {
      if (rows[at + 1] !== low || rows[at] !== high || rows[at + 3] !== page) continue;
      const first = rows[at + 4] ?? 0;
      const last = rows[at + 5] ?? 0;
      if (second < first - repeatSeconds || second > last + repeatSeconds) continue;
      if (joined === none) {
        if (second >= first && second <= last) return; // it joins no two stretches
        rows[at + 4] = Math.min(first, second);
        rows[at + 5] = Math.max(last, second);
        joined = at;
      } else {
        // It lies between two stretches, which are one now.
        rows[joined + 4] = Math.min(rows[joined + 4] ?? 0, first);
        rows[joined + 5] = Math.max(rows[joined + 5] ?? 0, last);
        rows[at + 3] = none;
        return;
      }
    }
    if (joined !== none) return;
    rows[at] = high;
    rows[at + 1] = low;
    rows[at + 2] = network;
    rows[at + 3] = page;
    rows[at + 4] = rows[at + 5] = second;
    this.#taken += 1;
    if (this.#taken > (this.#mask + 1) * fullest) this.#grow();
  }

  /** How many views each network has of each page. */
  byPageAndNetwork(): Map<number, Map<number, number>> {
    const pages = new Map<number, Map<number, number>>();
    const rows = this.#rows;
    for (let at = 0; at < rows.length; at += columns) {
      const network = rows[at + 2] ?? 0;
      const page = rows[at + 3] ?? none;
      const first = rows[at + 4] ?? none;
      if (page === none || first < 0) continue;
      const views = pages.get(page) ?? new Map<number, number>();
      if (!pages.has(page)) pages.set(page, views);
      views.set(network, (views.get(network) ?? 0) + 1);
    }
    return pages;
  }

  /** All of it, to be kept; `DayOfReaders.from` makes it again. */
  toBytes(): Buffer {
    const kept = new Int32Array(this.#taken * columns);
    let length = 0;
    for (const at of this.#places()) {
      kept.set(this.#rows.subarray(at, at + columns), length);
      length += columns;
    }
    return Buffer.from(kept.buffer, 0, length * Int32Array.BYTES_PER_ELEMENT);
  }

  /** @param pageOf gives the number that a page has now for the one that it had when it was kept */
  static from(bytes: Buffer, pageOf: (kept: number) => number): DayOfReaders {
    const kept = new Int32Array(new Uint8Array(bytes).buffer);
    let capacity = 1 << 10;
    while (capacity * fullest < kept.length / columns) capacity *= 2;
    const day = new DayOfReaders(capacity);
    for (let from = 0; from < kept.length; from += columns) {
      kept[from + 3] = pageOf(kept[from + 3] ?? none);
      day.#insert(kept.subarray(from, from + columns));
    }
    return day;
  }

  /** The numbers of all pages that anybody asked for. */
  pages(): Set<number> {
    const pages = new Set<number>();
    for (const at of this.#places()) pages.add(this.#rows[at + 3] ?? none);
    return pages;
  }

  *#places(): Generator<number> {
    for (let at = 0; at < this.#rows.length; at += columns) if (this.#rows[at + 3] !== none) yield at;
  }

  #placeOf(low: number, page: number): number {
    return ((low ^ Math.imul(page, 0x9e3779b1)) & this.#mask) * columns;
  }

  #next(at: number): number {
    const next = at + columns;
    return next === this.#rows.length ? 0 : next;
  }

  #insert(row: Int32Array): void {
    let at = this.#placeOf(row[1] ?? 0, row[3] ?? 0);
    while (this.#rows[at + 4] !== none) at = this.#next(at);
    this.#rows.set(row, at);
    this.#taken += 1;
  }

  #grow(): void {
    const old = this.#rows;
    const capacity = (this.#mask + 1) * 2;
    this.#rows = emptyRows(capacity);
    this.#mask = capacity - 1;
    this.#taken = 0;
    for (let at = 0; at < old.length; at += columns) {
      if (old[at + 3] !== none) this.#insert(old.subarray(at, at + columns));
    }
  }
}

/** So full a table may be before it grows. */
const fullest = 0.6;

function emptyRows(capacity: number): Int32Array {
  const rows = new Int32Array(capacity * columns);
  for (let at = 0; at < rows.length; at += columns) rows[at + 3] = rows[at + 4] = none;
  return rows;
}
