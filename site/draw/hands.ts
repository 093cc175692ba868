import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { drawOne, type Easel, type PageOrder, type PageResult } from './draw-one.ts';

/** Whoever draws: gives a result for each page, as they come, with the number of its order. */
export type Hands = (orders: readonly PageOrder[], done: (index: number, result: PageResult) => void) => Promise<void>;

/** After how many pages news from outside is heard, such as that whoever started this was stopped. */
const breath = 10;

/** Draws in this very thread. */
export function ownHand(easel: Easel): Hands {
  return async (orders, done) => {
    for (const [index, order] of orders.entries()) {
      if (index % breath === 0) await setImmediate();
      done(index, await drawOne(easel, order));
    }
  };
}

/** What a thread is given to draw with. */
export interface HandMeans {
  /** The folder of the compiled application. */
  server: string;
  snapshot: string;
  out: string;
  goesOn: boolean;
}

/** What stands where, so that no thread has to list it again. */
export interface StandingPaths {
  pages: readonly string[];
  others: readonly string[];
}

/** What a thread is told: what stands where first of all, then page after page. */
export type HandOrder = StandingPaths | readonly PageOrder[];

/** What a thread answers for the pages of a portion. */
export type PortionResult = { kind: 'results'; results: PageResult[] } | { kind: 'broken'; error: unknown };

/** A page leaves much behind that nobody needs: with less room for it, a thread clears up longer; with more, it is only larger. */
const resourceLimits = { maxYoungGenerationSizeMb: 48 };

/** The fewest pages that are handed to a thread at a time. */
const smallestPortion = 20;

/** Draws in threads, one for each core. They begin to load what they need as soon as this is made. */
export class ManyHands {
  readonly #hands: readonly Hand[];

  constructor(means: HandMeans) {
    this.#hands = Array.from({ length: availableParallelism() }, () => new Hand(means));
  }

  async draw(paths: StandingPaths, orders: readonly PageOrder[], done: Parameters<Hands>[1]): Promise<void> {
    let next = 0;
    // Large portions first, so that this thread may do something else for a while; small ones at the end, so that all end at once.
    const portion = () => Math.max(smallestPortion, Math.ceil((orders.length - next) / (this.#hands.length * 8)));
    const work = async (hand: Hand) => {
      hand.tell(paths);
      const begun: { first: number; results: Promise<PageResult[]> }[] = [];
      const begin = () => {
        if (next >= orders.length) return;
        const [first, end] = [next, next + portion()];
        begun.push({ first, results: hand.draw(orders.slice(first, end)) });
        next = end;
      };
      begin(); // one portion is ahead always, so that no thread waits for this one
      for (begin(); begun.length > 0; begin()) {
        const { first, results } = begun.shift() as (typeof begun)[number];
        for (const [index, result] of (await results).entries()) done(first + index, result);
      }
    };
    await Promise.all(this.#hands.map(work));
  }

  async end(): Promise<void> {
    await Promise.all(this.#hands.map((hand) => hand.end()));
  }
}

/** A thread, which answers in the order in which it is asked. */
class Hand {
  readonly #worker: Worker;
  readonly #asked: { resolve: (results: PageResult[]) => void; reject: (error: unknown) => void }[] = [];
  #broken: unknown;

  constructor(means: HandMeans) {
    this.#worker = new Worker(fileURLToPath(new URL('./hand.ts', import.meta.url)), { workerData: means, resourceLimits });
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', (code) => this.#fail(new Error(`A thread that draws ended with ${code}.`)));
    this.#worker.on('message', (answer: PortionResult) => {
      if (answer.kind === 'results') this.#asked.shift()?.resolve(answer.results);
      else this.#fail(answer.error);
    });
  }

  tell(paths: StandingPaths): void {
    this.#worker.postMessage(paths satisfies HandOrder);
  }

  draw(orders: readonly PageOrder[]): Promise<PageResult[]> {
    const results = new Promise<PageResult[]>((resolve, reject) => this.#asked.push({ resolve, reject }));
    if (this.#broken === undefined) this.#worker.postMessage(orders satisfies HandOrder);
    else this.#fail(this.#broken);
    results.catch(() => undefined); // the one before it tells why
    return results;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(error: unknown): void {
    this.#broken ??= error;
    for (const { reject } of this.#asked.splice(0)) reject(this.#broken);
  }
}
