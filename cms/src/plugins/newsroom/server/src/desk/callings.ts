import { randomUUID } from 'node:crypto';
import { call, type Message, type Wanted } from './call';
import type { CallState } from './desk-state';
import type { DeskSettings } from './settings';
import { isSame, type LastCall, type Situation, type Unrest, whenToCall } from './when-to-call';

interface Surroundings {
  settings: DeskSettings;
  /** The last call that is remembered, of this process or of another. */
  remembered: CallState | null;
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
  remember(state: CallState): Promise<void>;
  warn(text: string): void;
  signal: AbortSignal;
}

/** Calls whoever publishes, when it is time to. One call at a time. */
export function createCallings({ settings, remembered, now, remember, warn, signal }: Surroundings) {
  const { caller } = settings;
  let state = remembered;
  let called: LastCall | undefined = state === null ? undefined : asOfNow(state, now());
  let known: Wanted | undefined;
  let unrest: Unrest | undefined;
  let calling: Promise<void> | undefined;

  /** When the changes came for which nobody was called. */
  function unrestFor(wanted: Wanted): Unrest {
    const isNews = known === undefined || !isSame(known, wanted);
    known = wanted;
    if (called !== undefined && isSame(called.wanted, wanted)) unrest = undefined;
    else if (isNews || unrest === undefined) unrest = { first: unrest?.first ?? now(), last: now() };
    return unrest ?? { first: now(), last: now() };
  }

  async function callFor(wanted: Wanted): Promise<void> {
    if (caller.kind === 'none') return;
    const before = state;
    const again = before !== null && before.error !== null && isSame(before.message.wanted, wanted);
    const message: Message = again ? before.message : { id: `msg_${randomUUID()}`, at: new Date().toISOString(), wanted };
    const error = await call(caller, message, signal).then(
      () => null,
      (failure: Error) => failure.message,
    );
    if (signal.aborted) return; // nobody knows whether it was heard: the next process calls again
    const sameEnd = before !== null && (before.error === null) === (error === null);
    const continued = sameEnd && (error !== null || isSame(before.message.wanted, wanted));
    state = { message, at: new Date().toISOString(), error, times: continued ? before.times + 1 : 1 };
    called = { wanted, at: now(), failed: error !== null, times: state.times };
    if (error !== null && error !== before?.error) warn(`The publisher could not be called, and is called again soon: ${error}.`);
    await remember(state);
  }

  return {
    /** Calls, if it is time to; does not wait for the end of the call. */
    look(wanted: Wanted, seen: Situation['seen']): void {
      if (caller.kind === 'none' || calling !== undefined) return;
      const due = whenToCall({ wanted, seen, called, unrest: unrestFor(wanted) }, settings);
      if (due === undefined) unrest = undefined;
      if (due === undefined || due > now()) return;
      calling = callFor(wanted)
        .catch((error: Error) => warn(`The last call could not be noted: ${error.message}`))
        .finally(() => {
          calling = undefined;
        });
    },

    /** The end of a call that is under way. */
    async end(): Promise<void> {
      await calling;
    },
  };
}

/** The wall's clock only helps to guess how much of a pause is over: set wrong it costs one pause at most. */
function asOfNow({ message, at, error, times }: CallState, now: number): LastCall {
  const past = Math.max(0, Date.now() - Date.parse(at));
  return { wanted: message.wanted, at: now - past, failed: error !== null, times };
}
