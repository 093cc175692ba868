import type { Redirect } from '@newsroom/shared/redirect';
import type { Snapshot } from '../content/snapshot.ts';

/** What is answered at the addresses that pages have left. */
export interface Redirects {
  /** By the address that was left; each leads to a page that is there, or says that there is none any more. */
  byPath: ReadonlyMap<string, Redirect>;
  /** What was entered and cannot be done, one sentence each. */
  warnings: readonly string[];
}

/** The redirects of a snapshot. */
export function redirectsOf(snapshot: Snapshot): Redirects {
  return snapshot.once('redirects', () => settle(snapshot.redirects(), (path) => snapshot.hasPage(path)));
}

/**
 * Follows every redirect to its end. One from an address where there is a page is left out, as is one that leads in a
 * circle; one that leads nowhere says that the page is gone.
 *
 * @param isPage whether there is a page at an address
 */
export function settle(entered: readonly Redirect[], isPage: (path: string) => boolean): Redirects {
  const byFrom = new Map(entered.filter(({ from }) => !isPage(from)).map((redirect) => [redirect.from, redirect]));
  const settled = [...byFrom.values()].map((redirect) => followToEnd(redirect, byFrom, isPage));
  return {
    byPath: new Map(settled.flatMap(({ redirect }) => (redirect ? [[redirect.from, redirect]] : []))),
    warnings: [
      ...entered.filter(({ from }) => isPage(from)).map(({ from }) => `The redirect from ${from} is left out: a page is there.`),
      ...settled.flatMap(({ warning }) => warning ?? []),
    ],
  };
}

interface Settled {
  redirect?: Redirect;
  warning?: string;
}

function followToEnd({ from, to }: Redirect, byFrom: ReadonlyMap<string, Redirect>, isPage: (path: string) => boolean): Settled {
  const passed = new Set([from]);
  let end = to;
  while (end !== null && !isPage(end)) {
    if (passed.has(end)) return { warning: `The redirect from ${from} is left out: it leads in a circle, by ${end}.` };
    passed.add(end);
    const next = byFrom.get(end);
    if (next === undefined) {
      const warning = `The redirect from ${from} leads to ${end}, where there is no page: it says that the page was removed.`;
      return { redirect: { kind: 'gone', from, to: null }, warning };
    }
    end = next.to;
  }
  return { redirect: end === null ? { kind: 'gone', from, to: null } : { kind: 'moved', from, to: end } };
}
