import fc from 'fast-check';
import { expect, it } from 'vitest';
import { needlessEditions } from '../src/plugins/newsroom/server/src/desk/needless-editions';
import { type LoggedState, type Observation, shownState, sinceWhen } from '../src/plugins/newsroom/server/src/desk/shown-version';

const documents = ['a', 'b', 'c', 'd'];
const keyOf = (id: string) => ({ type: 'page', id, language: 'kk' }) as const;

/** When each document was changed, what the site was seen to be, and where it was another history. */
const histories = fc.record({
  log: fc.array(fc.constantFrom(...documents), { minLength: 1, maxLength: 30 }),
  seen: fc.array(fc.record({ seq: fc.nat(30), held: fc.option(fc.constantFrom(...documents)), other: fc.boolean() }), {
    maxLength: 60,
  }),
});

it('what is forgotten was needed for no standing', () => {
  let forgotten = 0;
  fc.assert(
    fc.property(histories, ({ log, seen }) => {
      const rowsOf = (id: string): LoggedState[] =>
        log.flatMap((document, index) => (document === id ? [{ seq: index + 1, at: '', published: true }] : [])).reverse();
      const observe = ({ seq, held, other }: (typeof seen)[number], index: number): Observation => {
        const state = held === null ? undefined : rowsOf(held)[0];
        const list =
          held !== null && state !== undefined ? [{ ...keyOf(held), seq: state.seq, good: null, fault: 'media' as const }] : [];
        return {
          epoch: other ? 'old' : 'new',
          generation: index,
          seq,
          held: list,
          heldCount: list.length,
          seenAt: String(index),
        };
      };
      // The newest two hundred are always kept: here all of them are of one edition, at the end of the log.
      const end = Array.from({ length: 200 }, (_, index) => ({ seq: 30, held: null, other: false, index }));
      const all = [...seen, ...end].map(observe);
      const newest = documents.flatMap((id) => rowsOf(id)[0]?.seq ?? []).sort((a, b) => a - b);
      const needless = new Set(needlessEditions(all, newest, 'new'));
      forgotten += needless.size;
      const left = all.filter((one) => !needless.has(one));
      for (const id of documents) {
        const rows = rowsOf(id);
        const isShown = (one: Observation) => shownState(one, keyOf(id), 'new', rows) === rows[0];
        if (rows.length > 0) expect(sinceWhen(left, isShown)).toBe(sinceWhen(all, isShown));
      }
    }),
  );
  expect(forgotten).toBeGreaterThan(100);
});
