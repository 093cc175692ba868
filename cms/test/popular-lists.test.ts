import { languages } from '@newsroom/shared/languages';
import { addDays } from '@newsroom/shared/local-time';
import { rankReleases } from '@newsroom/shared/ranking';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CountedRow } from '../src/plugins/newsroom/server/src/popular/counted-days';
import { rankLists } from '../src/plugins/newsroom/server/src/popular/desk-lists';
import type { RankableRelease } from '../src/plugins/newsroom/server/src/popular/rankable-releases';

const today = '2026-03-10';
const ids = Array.from({ length: 12 }, (_, index) => `r${index}`);

const rows = fc.array(
  fc.record({
    release: fc.constantFrom(...ids),
    language: fc.constantFrom(...languages),
    day: fc.integer({ min: 0, max: 9 }).map((age) => addDays(today, -age)),
    views: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2_000_000_000 })),
    comments: fc.integer({ min: 0, max: 2 }),
    reactions: fc.integer({ min: 0, max: 2 }),
  }),
  { maxLength: 60 },
) as fc.Arbitrary<CountedRow[]>;

const rules = fc.record({
  windowDays: fc.integer({ min: 1, max: 8 }),
  commentWeight: fc.constantFrom(0, 30),
  reactionWeight: fc.constantFrom(0, 10),
  halfLifeDays: fc.constantFrom(null, 0.1, 2),
  size: fc.integer({ min: 1, max: 4 }),
});

const releases = fc.subarray(ids).map((some): RankableRelease[] =>
  // Half of them are as old as each other, so that equal scores are told apart by their names.
  some.map((id, index) => ({ id, publicSince: `2026-01-0${1 + (index % 2)}T00:00:00.000Z`, languages: new Set(['kk']) })),
);

it('the lists of all languages and of each are ranked alike, for the newest day that was counted in any', () => {
  fc.assert(
    fc.property(rows, releases, rules, rules, fc.subarray(ids, { maxLength: 4 }), (counts, all, inForce, asked, chosen) => {
      const choices = { pins: chosen.slice(0, 2), exclusions: chosen.slice(2) };
      const day =
        counts
          .map((row) => row.day)
          .sort()
          .at(-1) ?? today;
      const lists = rankLists({ counts, releases: all, missingTranslations: 'show', today, day, inForce, asked, choices });
      for (const { language, ranking, inForce: places } of lists) {
        const spoken = counts.map((row) =>
          language === null || row.language === language ? row : { ...row, views: 0, comments: 0, reactions: 0 },
        );
        const whole = { releases: all, counts: spoken, asOf: day, choices };
        expect(ranking).toEqual(rankReleases({ ...whole, rule: asked }));
        const expected = rankReleases({ ...whole, rule: inForce }).entries.map(({ id, rank }) => [id, rank]);
        expect([...places]).toEqual(expected);
      }
    }),
    { numRuns: 300 },
  );
});

it('a release that is not translated is in no other language’s list where the site leaves it out', () => {
  const counts: CountedRow[] = [{ release: 'r1', language: 'ru', day: today, views: 5, comments: 0, reactions: 0 }];
  const all: RankableRelease[] = [{ id: 'r1', publicSince: '2026-01-01T00:00:00.000Z', languages: new Set(['kk']) }];
  const rule = { windowDays: 7, commentWeight: 0, reactionWeight: 0, halfLifeDays: 2, size: 10 };
  const listed = (missingTranslations: 'show' | 'leave-out') =>
    rankLists({
      ...{ counts, releases: all, missingTranslations, today, day: today, inForce: rule, asked: rule },
      choices: { pins: [], exclusions: [] },
    }).map(({ language, ranking }) => [language, ranking.entries.length]);
  expect(Object.fromEntries(listed('show'))).toEqual({ null: 1, kk: 0, ru: 1, en: 0 });
  expect(Object.fromEntries(listed('leave-out'))).toEqual({ null: 1, kk: 0, ru: 0, en: 0 });
});
