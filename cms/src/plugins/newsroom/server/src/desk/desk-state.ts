import type { Message } from './call';

/** What the process that is at work remembers, so that another can go on where it stopped. */
export interface DeskState {
  site: {
    /** Why the site's `edition.json` could not be read at the last try; null: it could. */
    problem: string | null;
    /** When it was read last, as an instant, to about half a minute; null: never. */
    readAt: string | null;
  };
  call: CallState | null;
}

/** The last call of a publisher. */
export interface CallState {
  message: Message;
  /** When it ended, as an instant. */
  at: string;
  /** Why it failed; null: somebody heard it. */
  error: string | null;
  /** How many calls in a row had the same end, this one included. */
  times: number;
}

export const nothingYet: DeskState = { site: { problem: null, readAt: null }, call: null };
