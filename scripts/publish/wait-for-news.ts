import { setTimeout as wait } from 'node:timers/promises';
import type { Edition } from '@newsroom/shared/edition';
import { localDay } from '@newsroom/shared/local-time';
import { knownCompiled } from './compile-site.ts';
import { GrowingPauses } from './growing-pauses.ts';
import { askHead, type Known } from './head.ts';
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
 * Resolves when there is a reason to look what should be live: something was published or ordered, a day began, the
 * code changed, a CMS that was away is back, or time is up. While the CMS is away, that is told once.
 */
export async function waitForNews(waiting: Waiting): Promise<void> {
  const { live, longest, idle, tell, signal } = waiting;
  const began = performance.now();
  const left = () => longest - (performance.now() - began);
  const away = new GrowingPauses(500, 30_000);
  let isAway = false;
  let known: Known | undefined;
  while (left() > 0) {
    signal.throwIfAborted();
    if (isNewDay(live()) || (waiting.isSettled && isOtherCode(live()))) return;
    try {
      const { wanted, last } = known === undefined ? await begin(waiting) : await goOn(known, left(), signal);
      if (isAway) return tell('The CMS answers again.');
      if (wanted.orders.length > 0 || !isSame(wanted, last.state)) return;
      known = last;
      await idle();
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof Refusal)) throw error;
      if (!isAway) tell(error.message);
      isAway = true;
      await wait(Math.min(away.next(), Math.max(left(), 0)), undefined, { signal });
    }
  }
}

type State = NonNullable<Known['state']>;

/** What the CMS says, and what it was expected to say. */
interface Answer {
  wanted: State & { orders: readonly unknown[] };
  last: Known;
}

/** Nothing is to do where it says what is live, or where that is meant to stay, or was just tried. */
async function begin({ live, isSettled }: Waiting): Promise<Answer> {
  const shown = live();
  const wanted = await look(shown);
  return { wanted, last: { state: isSettled && !shown?.paused ? shown : wanted, order: wanted.handled.order } };
}

async function goOn(last: Known, milliseconds: number, signal: AbortSignal): Promise<Answer> {
  const seconds = Math.max(0, Math.min(patience, Math.ceil(milliseconds / 1000)));
  return { wanted: await askHead(last, seconds, signal), last };
}

function isSame(one: State, other: State | null): boolean {
  return other !== null && one.epoch === other.epoch && one.seq === other.seq && one.mark === other.mark;
}

/** Whether the site's code is not what the live edition was made with, or was touched. */
function isOtherCode(live: Edition | null): boolean {
  return live !== null && live.paused === null && knownCompiled()?.code !== live.code;
}

function isNewDay(live: Edition | null): boolean {
  return live !== null && live.paused === null && localDay(new Date().toISOString()) > live.asOf;
}
