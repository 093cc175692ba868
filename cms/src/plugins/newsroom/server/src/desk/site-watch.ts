import type { Edition } from '@newsroom/shared/edition';
import type { DeskState } from './desk-state';
import { readEdition } from './read-edition';

/** How often the site is asked, in milliseconds: while something is awaited, and otherwise. */
const [often, seldom] = [1000, 30_000];

/** So long after the last news something is awaited, in milliseconds. */
const attention = 10 * 60_000;

interface Surroundings {
  edition: URL;
  remembered: DeskState['site'];
  now(): number;
  note(edition: Edition): Promise<void>;
  remember(state: DeskState['site']): Promise<void>;
  warn(text: string): void;
  signal: AbortSignal;
}

/** What is known of the work before the site is asked. */
export interface Awaited {
  /** Something is published, or ordered, and the site does not show it; or a run is at work. */
  isAwaited: boolean;
  /** Another text whenever there is news: a change, an order, a report. */
  news: string;
}

/** Asks the site which edition it is. One question at a time. */
export function watchSite({ edition, remembered, now, note, remember, warn, signal }: Surroundings) {
  let state = remembered;
  let askedAt = Number.NEGATIVE_INFINITY;
  let rememberedAt = Number.NEGATIVE_INFINITY;
  let news: string | undefined;
  let newsAt = now();
  let asking: Promise<void> | undefined;

  async function ask(): Promise<void> {
    askedAt = now();
    const problem = await readEdition(edition, signal).then(
      async (found) => {
        await note(found);
        return null;
      },
      (error: Error) => error.message,
    );
    if (signal.aborted) return;
    const isKnown = state.problem === problem;
    state = { problem, readAt: problem === null ? new Date().toISOString() : state.readAt };
    if (isKnown && (problem !== null || now() - rememberedAt < seldom)) return;
    rememberedAt = now();
    await remember(state);
  }

  return {
    /** Asks, if it is time to; does not wait for the answer. */
    look(awaited: Awaited): void {
      if (awaited.news !== news) {
        [news, newsAt, askedAt] = [awaited.news, now(), Number.NEGATIVE_INFINITY];
      }
      const pause = awaited.isAwaited && now() - newsAt < attention ? often : seldom;
      if (asking !== undefined || now() - askedAt < pause) return;
      asking = ask()
        .catch((error: Error) => warn(`What the site is could not be noted: ${error.message}`))
        .finally(() => {
          asking = undefined;
        });
    },

    async end(): Promise<void> {
      await asking;
    },
  };
}
