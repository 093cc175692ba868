import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DayOfReaders } from './day-of-readers.ts';

interface Request {
  reader: number;
  network: number;
  page: number;
  second: number;
}

const requests = fc.array(
  fc.record({ reader: fc.nat(3), network: fc.constant(0), page: fc.nat(2), second: fc.integer({ min: -30, max: 200 }) }),
  { maxLength: 60 },
);

function dayOf(added: readonly Request[]): DayOfReaders {
  const day = new DayOfReaders(4);
  // Readers 0 and 1 share the half of the hash by which their place is found.
  for (const { reader, page, second } of added) day.add(reader, reader >> 1, reader, page, second);
  return day;
}

/** A view begins where a reader did not ask for the page in the 30 seconds before; those that begin the day before are its. */
function viewsByDefinition(added: readonly Request[]): Record<string, number> {
  const views: Record<string, number> = {};
  for (const [name, own] of Map.groupBy(added, ({ reader, page }) => `${page} ${reader}`)) {
    const seconds = [...new Set(own.map(({ second }) => second))].sort((a, b) => a - b);
    const begin = seconds.filter((second, index) => index === 0 || second - (seconds[index - 1] ?? 0) > 30);
    const count = begin.filter((second) => second >= 0).length;
    if (count > 0) views[name] = count;
  }
  return views;
}

function viewsOf(day: DayOfReaders): Record<string, number> {
  const views = [...day.byPageAndNetwork()].flatMap(([page, networks]) =>
    [...networks].map(([network, count]) => [`${page} ${network}`, count] as const),
  );
  return Object.fromEntries(views);
}

describe('the views of a day', () => {
  it('are the stretches without a pause of more than 30 seconds, whatever the order of the requests', () => {
    const holds = fc.property(requests, (added) => {
      expect(viewsOf(dayOf(added))).toEqual(viewsByDefinition(added));
    });
    fc.assert(holds, { numRuns: 2000 });
  });

  it('are the same when requests are added again', () => {
    const holds = fc.property(requests, (added) => {
      expect(viewsOf(dayOf([...added, ...added]))).toEqual(viewsOf(dayOf(added)));
    });
    fc.assert(holds);
  });

  it('are the same after they were kept, when pages have other numbers now', () => {
    fc.assert(
      fc.property(requests, requests, (one, other) => {
        const kept = DayOfReaders.from(dayOf(one).toBytes(), (page) => page + 7);
        for (const { reader, page, second } of other) kept.add(reader, reader >> 1, reader, page + 7, second);
        const moved = [...one, ...other].map((request) => ({ ...request, page: request.page + 7 }));
        expect(viewsOf(kept)).toEqual(viewsByDefinition(moved));
      }),
    );
  });
});
