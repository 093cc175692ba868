import type { Redirect } from '@newsroom/shared/redirect';
import type { Snapshot } from '../content/snapshot.ts';
import { contentPages } from './content-pages.ts';

/** What is answered at the addresses that pages have left. */
export interface Redirects {
  /** By the address that was left; each leads to a page that is there, or says that there is none any more. */
  byPath: ReadonlyMap<string, Redirect>;
  /** What was entered and cannot be done, one sentence each. */
  warnings: readonly string[];
}

const made = new WeakMap<Snapshot, Redirects>();

/**
 * The redirects of a snapshot; they are made once, for they take the addresses of all its pages.
 *
 * @param pages gives all pages, for whoever has listed them already
 */
export function redirectsOf(snapshot: Snapshot, pages = () => contentPages(snapshot)): Redirects {
  const known = made.get(snapshot) ?? settle(snapshot.redirects(), () => new Set(pages().map(({ path }) => path)));
  made.set(snapshot, known);
  return known;
}

/**
 * Follows every redirect to its end. One from an address where there is a page is left out, as is one that leads in a
 * circle; one that leads nowhere says that the page is gone.
 *
 * @param pages gives the addresses of all pages; asked only if there are redirects
 */
export function settle(entered: readonly Redirect[], pages: () => ReadonlySet<string>): Redirects {
  if (entered.length === 0) return { byPath: new Map(), warnings: [] };
  const there = pages();
  const byFrom = new Map(entered.filter(({ from }) => !there.has(from)).map((redirect) => [redirect.from, redirect]));
  const settled = [...byFrom.values()].map((redirect) => followToEnd(redirect, byFrom, there));
  return {
    byPath: new Map(settled.flatMap(({ redirect }) => (redirect ? [[redirect.from, redirect]] : []))),
    warnings: [
      ...entered
        .filter(({ from }) => there.has(from))
        .map(({ from }) => `The redirect from ${from} is left out: a page is there.`),
      ...settled.flatMap(({ warning }) => warning ?? []),
    ],
  };
}

interface Settled {
  redirect?: Redirect;
  warning?: string;
}

function followToEnd({ from, to }: Redirect, byFrom: ReadonlyMap<string, Redirect>, there: ReadonlySet<string>): Settled {
  const passed = new Set([from]);
  let end = to;
  while (end !== null && !there.has(end)) {
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
