import { AsyncLocalStorage } from 'node:async_hooks';
import type { DeskAnswer, DeskOrder } from '@newsroom/shared/desk-order';
import type { Core } from '@strapi/strapi';
import { changeModel } from '../models/change';

/** How often the database is asked what other processes did, in milliseconds; only while somebody waits. */
const pause = 100;

/** What somebody knows who waits for something newer. */
export interface Question {
  /** Null: nothing is known, which is answered at once. */
  epoch: string | null;
  since: number;
  mark?: string | undefined;
  /** The newest order that is known; null: orders are not waited for. */
  order: number | null;
  /** How long to wait at most, in seconds. */
  seconds: number;
  /** Aborted when nobody waits for the answer any more. */
  signal?: AbortSignal | undefined;
}

interface Head {
  epoch: string;
  seq: number;
  orders: DeskOrder[];
}

interface Waiter {
  question: Question;
  wake(): void;
}

/** What is looked at belongs to no request and to no transaction, whoever made us look. */
const outside = AsyncLocalStorage.snapshot();

/** Lets readers wait until something newer is published or ordered, here or by another process on the database. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const waiting = new Set<Waiter>();
  /** Ends the poller's pause. */
  let hurry: (() => void) | undefined;
  let polling = false;
  let closed = false;

  async function head(): Promise<Head> {
    const { connection, metadata } = strapi.db;
    const settings = connection(metadata.get('strapi::core-store').tableName);
    const [row] = await connection.select(
      connection(changeModel.tableName).max('id').as('seq'),
      settings.where({ key: 'plugin_newsroom_epoch' }).select('value').as('epoch'),
    );
    const known = [...waiting].flatMap(({ question: { order } }) => order ?? []);
    const orders =
      known.length === 0
        ? []
        : await strapi
            .plugin('newsroom')
            .service('orders')
            .since(Math.min(...known));
    return { epoch: JSON.parse(row.epoch ?? 'null'), seq: row.seq ?? 0, orders };
  }

  /** One for all who wait; it ends when nobody does. */
  async function poll(): Promise<void> {
    if (polling) return;
    polling = true;
    while (waiting.size > 0) {
      const looked = new Promise<void>((resolve) => {
        hurry = resolve;
      });
      // A database that does not answer for a moment is asked again; whoever waits is answered in the end.
      const found = await head().catch((error: Error) => {
        strapi.log.debug(`The change log could not be read: ${error.message}`);
        return undefined;
      });
      if (found !== undefined) for (const waiter of waiting) if (isNews(waiter.question, found)) waiter.wake();
      if (waiting.size > 0) await Promise.race([looked, sleep(pause)]);
    }
    polling = false;
  }

  async function answer({ order }: Question): Promise<DeskAnswer> {
    const plugin = strapi.plugin('newsroom');
    return {
      ...(await plugin.service('history').state()),
      orders: order === null ? [] : await plugin.service('orders').since(order),
    };
  }

  return {
    /**
     * Answers when there is something newer than what is known, or with what is known after the given time; undefined
     * where nobody waits any more, or this process stops.
     */
    async wait(question: Question): Promise<DeskAnswer | undefined> {
      const { epoch, since, mark, seconds, signal } = question;
      if (epoch === null) return answer(question);
      // A state that the log does not have makes this another history, which is news at once.
      await strapi.plugin('newsroom').service('history').confirm({ epoch, seq: since, mark });
      if (closed || signal?.aborted) return undefined;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(() => waiter.wake(), seconds * 1000);
        const waiter: Waiter = {
          question,
          wake() {
            clearTimeout(timer);
            signal?.removeEventListener('abort', waiter.wake);
            waiting.delete(waiter);
            resolve();
          },
        };
        signal?.addEventListener('abort', waiter.wake);
        waiting.add(waiter);
        void outside(poll); // it answers for its own faults
        hurry?.();
      });
      return closed || signal?.aborted ? undefined : answer(question);
    },

    /** Looks at once: something was committed. */
    look(): void {
      hurry?.();
    },

    /** Nobody waits any longer: this process stops. */
    close(): void {
      closed = true;
      for (const waiter of waiting) waiter.wake();
    },
  };
};

function isNews({ epoch, since, order }: Question, head: Head): boolean {
  return epoch !== head.epoch || head.seq !== since || (order !== null && head.orders.some(({ number }) => number > order));
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
