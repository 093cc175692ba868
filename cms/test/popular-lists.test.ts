import { type Language, languages } from '@newsroom/shared/languages';
import { addDays } from '@newsroom/shared/local-time';
import { rankReleases } from '@newsroom/shared/ranking';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CountedRow } from '../src/plugins/newsroom/server/src/popular/counted-days';
import { rankLists } from '../src/plugins/newsroom/server/src/popular/desk-lists';
import { type AddressedVersion, languagesWithPage } from '../src/plugins/newsroom/server/src/popular/languages-with-page';
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

const translations: Language[][] = [['kk'], ['kk', 'ru', 'en'], ['ru', 'en'], ['en']];

const releases = fc.subarray(ids).map((some): RankableRelease[] =>
  // Half of them are as old as each other, so that equal scores are told apart by their names.
  some.map((id, index) => ({
    id,
    publicSince: `2026-01-0${1 + (index % 2)}T00:00:00.000Z`,
    languages: new Set(translations[index % translations.length]),
  })),
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
      const lists = rankLists({ counts, releases: all, today, day, inForce, asked, choices });
      for (const { language, ranking, inForce: places } of lists) {
        const spoken = counts.map((row) =>
          language === null || row.language === language ? row : { ...row, views: 0, comments: 0, reactions: 0 },
        );
        const here = all.filter(({ languages: found }) => language === null || found.has(language));
        const whole = { releases: here, counts: spoken, asOf: day, choices };
        expect(ranking).toEqual(rankReleases({ ...whole, rule: asked }));
        const expected = rankReleases({ ...whole, rule: inForce }).entries.map(({ id, rank }) => [id, rank]);
        expect([...places]).toEqual(expected);
      }
    }),
    { numRuns: 300 },
  );
});

it('a release that has no page in a language is not in its list', () => {
  const counts: CountedRow[] = [{ release: 'r1', language: 'ru', day: today, views: 5, comments: 0, reactions: 0 }];
  const rule = { windowDays: 7, commentWeight: 0, reactionWeight: 0, halfLifeDays: 2, size: 10 };
  const listed = (...found: Language[]) => {
    const all: RankableRelease[] = [{ id: 'r1', publicSince: '2026-01-01T00:00:00.000Z', languages: new Set(found) }];
    const choices = { pins: [], exclusions: [] };
    const lists = rankLists({ counts, releases: all, today, day: today, inForce: rule, asked: rule, choices });
    return Object.fromEntries(lists.map(({ language, ranking }) => [language, ranking.entries.length]));
  };
  expect(listed('kk', 'ru')).toEqual({ null: 1, kk: 0, ru: 1, en: 0 });
  expect(listed('kk')).toEqual({ null: 1, kk: 0, ru: 0, en: 0 });
});

describe('a release has a page', () => {
  const version = (id: string, language: Language, slug: string, month = '2026-03'): AddressedVersion => ({
    ...{ id, language, slug, month },
  });
  const found = (policy: 'show' | 'leave-out', ...versions: AddressedVersion[]) =>
    Object.fromEntries([...languagesWithPage(versions, policy)].map(([id, has]) => [id, [...has].sort().join(' ')]));

  it('in its own languages, and in all others where what is not translated is shown', () => {
    const versions = [version('a', 'ru', 'x'), version('b', 'kk', 'y'), version('b', 'en', 'z')];
    expect(found('leave-out', ...versions)).toEqual({ a: 'ru', b: 'en kk' });
    expect(found('show', ...versions)).toEqual({ a: 'en kk ru', b: 'en kk ru' });
  });

  it('not where a translated one has its address of the same month', () => {
    expect(found('show', version('a', 'ru', 'x'), version('b', 'kk', 'x'))).toEqual({ a: 'en ru', b: 'kk' });
    const elsewhere = version('b', 'kk', 'x', '2026-04');
    expect(found('show', version('a', 'ru', 'x'), elsewhere)).toEqual({ a: 'en kk ru', b: 'en kk ru' });
  });

  it('not where one with a smaller identifier that is not translated either wants the same', () => {
    expect(found('show', version('b', 'kk', 'x'), version('a', 'ru', 'x'))).toEqual({ a: 'en ru', b: 'kk' });
  });

  it('at the address of the first language that it has, whatever its others are', () => {
    const two = [version('a', 'kk', 'first'), version('a', 'ru', 'second')];
    expect(found('show', ...two, version('b', 'en', 'second'))).toEqual({ a: 'en kk ru', b: 'en kk' });
    expect(found('show', ...two, version('b', 'en', 'first'))).toEqual({ a: 'kk ru', b: 'en ru' });
  });
});
