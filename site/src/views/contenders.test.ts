import { addDays } from '@newsroom/shared/local-time';
import { noChoices } from '@newsroom/shared/popular-choices';
import { type CountedDay, rankReleases } from '@newsroom/shared/ranking';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contenders } from './contenders.ts';

const ids = Array.from({ length: 12 }, (_, index) => `r${index}`);
const id = fc.constantFrom(...ids);
const asOf = '2024-06-05';

const count = fc.record({ release: id, age: fc.nat(5), views: fc.nat(3), comments: fc.nat(1), reactions: fc.nat(1) });

const rule = fc.record({
  windowDays: fc.constantFrom(1, 2, 4, null),
  halfLifeDays: fc.constantFrom(null, 1),
  size: fc.constantFrom(1, 2, 5, 20),
  commentWeight: fc.nat(2),
  reactionWeight: fc.nat(2),
});

test('whatever was counted, the list is that of all releases', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(count, { selector: ({ release, age }) => `${release} ${age}`, maxLength: 40 }),
      rule,
      fc.record({ pins: fc.uniqueArray(id, { maxLength: 2 }), exclusions: fc.uniqueArray(id, { maxLength: 3 }) }),
      fc.uniqueArray(id, { maxLength: 6 }),
      (counted, rule, { pins, exclusions }, withdrawn) => {
        const counts = counted.map(({ age, ...row }): CountedDay => ({ ...row, day: addDays(asOf, -age) }));
        const choices = { pins, exclusions: exclusions.filter((each) => !pins.includes(each)) };
        const releases = ids
          .filter((each) => !withdrawn.includes(each))
          .map((each, index) => ({ id: each, publicSince: `2024-05-0${1 + (index % 3)}T00:00:00.000Z` }));
        const rankable = (asked: readonly string[]) => releases.filter((release) => asked.includes(release.id));
        const input = { asOf, rule, choices };
        const found = contenders(counts, rule, choices, rankable);
        expect(rankReleases({ ...input, ...found })).toEqual(rankReleases({ ...input, releases, counts }));
      },
    ),
    { numRuns: 500 },
  );
});

test('few releases are looked at, however many were counted', () => {
  const many = Array.from({ length: 1000 }, (_, index) => `r${index}`);
  const counts = many.map((release, index) => ({ release, day: asOf, views: 1 + index, comments: 0, reactions: 0 }));
  const rule = { windowDays: 7, halfLifeDays: null, size: 10, commentWeight: 30, reactionWeight: 10 };
  const asked = new Set<string>();
  contenders(counts, rule, noChoices, (each) => {
    for (const one of each) asked.add(one);
    return each.map((release) => ({ id: release, publicSince: '2024-05-01T00:00:00.000Z' }));
  });
  expect(asked.size).toBe(10);
});
