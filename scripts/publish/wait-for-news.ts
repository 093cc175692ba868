import { setTimeout as wait } from 'node:timers/promises';
import type { Edition } from '@newsroom/shared/edition';
import { localDay } from '@newsroom/shared/local-time';
import { GrowingPauses } from './growing-pauses.ts';
import { handledOrders } from './handled-orders.ts';
import { askHead } from './head.ts';
import { look } from './look.ts';
import { Refusal } from './refusal.ts';

/** How long one question to the CMS waits for something newer, in seconds. */
const patience = 25;

export interface Waiting {
  /** What is live. */
  live(): Edition | null;
  /** Whether the last run ended well: then whatever is not live is news. */
  isSettled: boolean;
  /** After so many milliseconds it is time to look again, whatever the CMS says. */
  longest: number;
  /** Called between questions. */
  idle(): Promise<void>;
  tell(line: string): void;
  signal: AbortSignal;
}

/**
 * Resolves when there is a reason to look what should be live: something was published or ordered, a day began, a
 * CMS that was away is back, or time is up. While the CMS is away, that is told once.
 */
export async function waitForNews({ live, isSettled, longest, idle, tell, signal }: Waiting): Promise<void> {
  const began = performance.now();
  const left = () => longest - (performance.now() - began);
  const away = new GrowingPauses(500, 30_000);
  let awaySince: number | undefined;
  let seen: { epoch: string; seq: number; mark: string } | undefined;
  while (left() > 0) {
    signal.throwIfAborted();
    if (isNewDay(live())) return;
    try {
      if (seen === undefined) {
        const now = await look(live());
        if (now.orders.length > 0 || (isSettled && !isShown(now, live()))) return;
        seen = now;
      } else {
        const order = Math.max(handledOrders()?.order ?? 0, live()?.order ?? 0);
        const seconds = Math.max(0, Math.min(patience, Math.ceil(left() / 1000)));
        const now = await askHead({ state: seen, order }, seconds, signal);
        if (now.orders.length > 0 || !isSame(now, seen)) return;
      }
      if (awaySince !== undefined) return tell('The CMS answers again.');
      await idle();
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof Refusal)) throw error;
      if (awaySince === undefined) tell(error.message);
      awaySince ??= performance.now();
      await wait(Math.min(away.next(), Math.max(left(), 0)), undefined, { signal });
    }
  }
}

/** Whether what should be live is. */
function isShown(wanted: { epoch: string; seq: number; mark: string }, live: Edition | null): boolean {
  return live !== null && (live.paused !== null || isSame(wanted, live));
}

function isSame(one: { epoch: string; seq: number; mark: string }, other: { epoch: string; seq: number; mark: string }): boolean {
  return one.epoch === other.epoch && one.seq === other.seq && one.mark === other.mark;
}

function isNewDay(live: Edition | null): boolean {
  return live !== null && live.paused === null && localDay(new Date().toISOString()) > live.asOf;
}
