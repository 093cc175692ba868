import { FetchError, useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { pace } from './pace';

/** Why the newest answer is not there. */
export type Absence =
  | { kind: 'away' }
  /** The CMS answers something else than it should: it is newer or older than this page. */
  | { kind: 'outdated' }
  /** The person's session has ended. */
  | { kind: 'logged-out' }
  /** The CMS answers, and says no. */
  | { kind: 'refused'; message: string };

export interface Polled<T> {
  /** The last answer, and when it came (UTC); undefined before the first. */
  latest: { answer: T; at: string } | undefined;
  /** Undefined: the last answer is the newest. */
  absence: Absence | undefined;
  /** Asks again at once; ends when the answer is there, or known not to come. */
  refresh(): Promise<void>;
}

/** How long an answer may take, in milliseconds. */
const patience = 10_000;

/**
 * What an address of the CMS answers, asked again and again while this tab is seen.
 *
 * @param address null: there is nothing to ask yet
 * @param paceOf how long to wait after an answer, in milliseconds; null: until there is an occasion; has to stay the same function
 * @param occasion asks again at once whenever this is another
 */
export function usePolled<T>(
  address: string | null,
  schema: z.ZodType<T>,
  paceOf: (answer: T) => number | null,
  occasion?: unknown,
): Polled<T> {
  const { get } = useFetchClient();
  const [state, setState] = useState<Omit<Polled<T>, 'refresh'> & { address: string | null }>();
  const wake = useRef<(heard: () => void) => void>((heard) => heard());
  const refresh = useCallback(() => new Promise<void>((heard) => wake.current(heard)), []);

  useEffect(() => {
    if (address === null) return;
    let isCurrent = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isAsking = false;
    let isAskedAgain = false;
    let waiting: (() => void)[] = [];
    const tell = (told: (() => void)[]) => {
      for (const heard of told) heard();
    };

    const look = async () => {
      clearTimeout(timer);
      if (document.hidden || !isCurrent) return tell(waiting.splice(0));
      if (isAsking) {
        isAskedAgain = true;
        return;
      }
      isAsking = true;
      const answered = waiting;
      waiting = []; // who comes from here on waits for the next answer
      const next = await ask();
      isAsking = false;
      tell(answered);
      if (!isCurrent) return tell(waiting.splice(0));
      if (isAskedAgain || next !== null) timer = setTimeout(() => void look(), isAskedAgain ? 0 : (next ?? 0));
      isAskedAgain = false;
    };
    const ask = async (): Promise<number | null> => {
      try {
        const { data } = await get<unknown>(address, { signal: AbortSignal.timeout(patience) });
        const answer = schema.parse(data);
        if (isCurrent) setState({ address, latest: { answer, at: new Date().toISOString() }, absence: undefined });
        return paceOf(answer);
      } catch (error) {
        const absence = absenceFrom(error);
        if (isCurrent) setState((last) => ({ address, latest: last?.address === address ? last.latest : undefined, absence }));
        return absence.kind === 'away' ? pace.away : pace.still;
      }
    };

    const again = () => void look();
    wake.current = (heard) => {
      waiting.push(heard);
      again();
    };
    document.addEventListener('visibilitychange', again);
    again();
    return () => {
      isCurrent = false;
      clearTimeout(timer);
      tell(waiting.splice(0));
      document.removeEventListener('visibilitychange', again);
    };
  }, [address, schema, paceOf, get, occasion]);

  const isOfAddress = state?.address === address;
  return { latest: isOfAddress ? state?.latest : undefined, absence: isOfAddress ? state?.absence : undefined, refresh };
}

function absenceFrom(error: unknown): Absence {
  if (error instanceof FetchError && error.status === 401) return { kind: 'logged-out' };
  if (error instanceof FetchError && error.status !== undefined && error.status >= 400 && error.status < 500)
    return { kind: 'refused', message: error.message };
  if (error instanceof Error && error.name.includes('ZodError')) return { kind: 'outdated' };
  return { kind: 'away' };
}
