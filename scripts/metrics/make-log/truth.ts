import type { LeftOutReason } from '@newsroom/shared/collected-day';

/** A request for a view by somebody who is known to whoever makes the log. */
export interface KnownRequest {
  /** In seconds since 1970; never before that of an earlier request. */
  time: number;
  day: string;
  /** @example 'r12 kk' */
  page: string;
  reader: string;
  network: string;
}

/** What a log holds, in the form of what a collector prints. */
export interface Truth {
  rows: { day: string; document: string; language: string; views: number }[];
  leftOut: ({ day: string } & Partial<Record<LeftOutReason, number>>)[];
  spikes: { day: string; release: string; language: string; asked: number; counted: number; networks: number }[];
}

interface TrueDay {
  /** Views by page and network. */
  views: Map<string, Map<string, number>>;
  leftOut: Partial<Record<LeftOutReason, number>>;
}

/** Counts what is written into a log by the plainest means, apart from all that counts it afterwards. */
export class TruthBook {
  readonly #days = new Map<string, TrueDay>();
  /** When each reader asked for each page last; those of long ago are forgotten. */
  #recent = new Map<string, number>();
  #older = new Map<string, number>();
  #turnedAt = 0;

  leaveOut(day: string, reason: LeftOutReason): void {
    const { leftOut } = this.#day(day);
    leftOut[reason] = (leftOut[reason] ?? 0) + 1;
  }

  request({ time, day, page, reader, network }: KnownRequest): void {
    if (time - this.#turnedAt > 60) {
      [this.#older, this.#recent, this.#turnedAt] = [this.#recent, new Map(), time];
    }
    const name = `${reader} ${page}`;
    const last = this.#recent.get(name) ?? this.#older.get(name);
    this.#recent.set(name, time);
    if (last !== undefined && time - last <= 30) {
      this.leaveOut(day, 'repeat');
      return;
    }
    const { views } = this.#day(day);
    const networks = views.get(page) ?? new Map<string, number>();
    networks.set(network, (networks.get(network) ?? 0) + 1);
    views.set(page, networks);
  }

  truth(): Truth {
    const truth: Truth = { rows: [], leftOut: [], spikes: [] };
    for (const [day, { views, leftOut }] of [...this.#days].toSorted()) {
      for (const [page, networks] of [...views].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
        const [document = '', language = ''] = page.split(' ');
        const all = [...networks.values()];
        const cap = smallestCap(all);
        const [asked, counted] = [sum(all), sum(all.map((each) => Math.min(each, cap)))];
        const above = all.filter((each) => each > cap);
        truth.rows.push({ day, document, language, views: counted });
        if (above.length === 0) continue;
        leftOut['network-cap'] = (leftOut['network-cap'] ?? 0) + asked - counted;
        truth.spikes.push({
          day,
          release: document,
          language,
          asked: sum(above),
          counted: cap * above.length,
          networks: above.length,
        });
      }
      truth.leftOut.push({ day, ...leftOut });
    }
    return truth;
  }

  #day(day: string): TrueDay {
    const known = this.#days.get(day) ?? { views: new Map<string, Map<string, number>>(), leftOut: {} };
    this.#days.set(day, known);
    return known;
  }
}

/** Tries one cap after the other: the first of at least 20 that is not below a tenth of what counts then. */
function smallestCap(views: readonly number[]): number {
  for (let cap = 20; ; cap += 1) if (cap >= Math.floor(sum(views.map((each) => Math.min(each, cap))) / 10)) return cap;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
