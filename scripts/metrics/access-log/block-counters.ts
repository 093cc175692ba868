import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { CountedPage } from '../addresses/address-table.ts';
import type { BlockCount, BlockCounter } from './count-block.ts';
import { makeCounter } from './make-counter.ts';

/** What a thread needs to count; all of it can be handed to another thread. */
export interface Counting {
  addresses: [address: string, page: CountedPage][];
  office: string;
  now: Date;
  salts: Map<string, Uint8Array>;
  secret: Uint8Array;
}

/** Counts blocks, several at a time. */
export interface BlockCounters {
  /** How many blocks it has work for at a time. */
  readonly hands: number;
  count(bytes: Buffer): Promise<BlockCount>;
  end(): Promise<void>;
}

/** Below this, starting threads takes longer than they save. In bytes. */
export const worthThreads = 16 * 2 ** 20;

/** @param size how many bytes there are to read, packed or not */
export function blockCounters(counting: Counting, size: number): BlockCounters {
  return size < worthThreads ? inThisThread(makeCounter(counting)) : inThreads(counting);
}

function inThisThread(counter: BlockCounter): BlockCounters {
  return { hands: 1, count: async (bytes) => counter.count(bytes), end: async () => undefined };
}

function inThreads(counting: Counting): BlockCounters {
  const threads = Array.from({ length: Math.min(4, availableParallelism()) }, () => new CountingThread(counting));
  let turn = 0;
  return {
    hands: threads.length * 2,
    count(bytes) {
      const thread = threads[turn % threads.length];
      turn += 1;
      if (thread === undefined) throw new Error('There is no thread.');
      return thread.count(bytes);
    },
    end: async () => void (await Promise.all(threads.map((thread) => thread.end()))),
  };
}

/** A thread that answers blocks in the order in which it gets them. */
class CountingThread {
  readonly #worker: Worker;
  readonly #waiting: { resolve(count: BlockCount): void; reject(error: unknown): void }[] = [];

  constructor(counting: Counting) {
    this.#worker = new Worker(new URL('./counting-thread.ts', import.meta.url), { workerData: counting });
    this.#worker.on('message', (count: BlockCount) => this.#waiting.shift()?.resolve(count));
    this.#worker.on('error', (error) => {
      for (const { reject } of this.#waiting.splice(0)) reject(error);
    });
  }

  count(bytes: Buffer): Promise<BlockCount> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      const { buffer, byteOffset, byteLength } = bytes;
      this.#worker.postMessage(new Uint8Array(buffer, byteOffset, byteLength), [buffer as ArrayBuffer]);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
