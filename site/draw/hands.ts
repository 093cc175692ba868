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
  pages: readonly string[];
  others: readonly string[];
}

/** A page leaves much behind that nobody needs: with more room for it, a thread would not be quicker, only larger. */
const resourceLimits = { maxYoungGenerationSizeMb: 32 };

/** So many pages are handed to a thread at a time. */
const portion = 40;

/** What a thread answers for the pages of a portion. */
export type PortionResult = { kind: 'results'; results: PageResult[] } | { kind: 'broken'; error: unknown };

/** Draws in threads, one for each core. */
export function manyHands(means: HandMeans): Hands {
  return async (orders, done) => {
    let next = 0;
    const work = async () => {
      const worker = new Worker(fileURLToPath(new URL('./hand.ts', import.meta.url)), { workerData: means, resourceLimits });
      try {
        while (next < orders.length) {
          const first = next;
          next += portion;
          const results = await askHand(worker, orders.slice(first, first + portion));
          for (const [index, result] of results.entries()) done(first + index, result);
        }
      } finally {
        await worker.terminate();
      }
    };
    await Promise.all(Array.from({ length: Math.min(availableParallelism(), Math.ceil(orders.length / portion)) }, work));
  };
}

function askHand(worker: Worker, orders: readonly PageOrder[]): Promise<PageResult[]> {
  return new Promise((resolve, reject) => {
    const ended = (code: number) => reject(new Error(`A thread that draws ended with ${code}.`));
    worker.once('error', reject);
    worker.once('exit', ended);
    worker.once('message', (answer: PortionResult) => {
      worker.off('error', reject);
      worker.off('exit', ended);
      if (answer.kind === 'results') resolve(answer.results);
      else reject(answer.error);
    });
    worker.postMessage(orders);
  });
}
