import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleOfPeriod } from './popular-rule.ts';
import { type CountedDay, rankReleases, scoreTerms, weightOfAge, weightOfDay, worthOf } from './ranking.ts';

const settings = { windowDays: 7, commentWeight: 30, reactionWeight: 10, halfLifeDays: 2, size: 10 };
const day = (release: string, date: string, views: number, comments = 0, reactions = 0): CountedDay => ({
  release,
  day: date,
  views,
  comments,
  reactions,
});
const releases = ['a', 'b', 'c'].map((id) => ({ id, publicSince: `2026-03-0${id.charCodeAt(0) - 96}T08:00:00.000Z` }));
const rank = (
  counts: CountedDay[],
  more: Partial<typeof settings> & { halfLifeDays?: number | null } = {},
  asOf = '2026-03-10',
) => rankReleases({ releases, counts, asOf, rule: { ...settings, ...more } });

describe('the weight of a day', () => {
  it('halves with the half-life, in whole units of 2^-32, rounded down', () => {
    expect([0, 1, 2, 4].map((age) => weightOfAge(age, 2))).toEqual([4294967296n, 3037000499n, 2147483648n, 1073741824n]);
  });

  it('stays when there is no half-life', () => {
    expect(weightOfAge(300, null)).toBe(4294967296n);
  });

  it('is none outside the window', () => {
    const days = ['2026-03-11', '2026-03-10', '2026-03-08', '2026-03-04', '2026-03-03'];
    const weights = days.map((counted) => weightOfDay(counted, settings, '2026-03-10'));
    expect(weights).toEqual([undefined, 4294967296n, 2147483648n, 536870912n, undefined]);
    expect(weightOfDay('2022-01-01', { ...settings, windowDays: null, halfLifeDays: null }, '2026-03-10')).toBe(4294967296n);
  });
});

describe('what readers did', () => {
  it('is worth as many views as the rule says', () => {
    expect(worthOf({ views: 7, comments: 2, reactions: 3 }, settings)).toBe(97);
  });
});

describe('the score', () => {
  it('is the weighted sum of views, comments and reactions', () => {
    const [entry] = rank([day('a', '2026-03-10', 100, 2, 3), day('a', '2026-03-08', 50)]).entries;
    expect(entry).toEqual({
      rank: 1,
      rankBefore: 1,
      isPinned: false,
      id: 'a',
      views: 150,
      comments: 2,
      reactions: 3,
      score: 190n * 2n ** 32n + 50n * 2n ** 31n,
    });
  });

  it('lets a fresh view count more than an old one', () => {
    expect(rank([day('a', '2026-03-06', 150), day('b', '2026-03-10', 100)]).entries.map((entry) => entry.id)).toEqual(['b', 'a']);
  });

  it('is plain "most read" without a half-life', () => {
    const counts = [day('a', '2026-03-06', 150), day('b', '2026-03-10', 100)];
    expect(rank(counts, { halfLifeDays: null }).entries.map((entry) => entry.id)).toEqual(['a', 'b']);
  });

  it('is exact where sums pass what a number can hold', () => {
    const [entry] = rank([day('a', '2026-03-10', 9_000_000_001)]).entries;
    expect(entry?.score).toBe(9_000_000_001n * 2n ** 32n);
    const [older] = rank([day('a', '2026-03-09', 9_000_000_001), day('b', '2026-03-10', 0)]).entries;
    expect(older?.score).toBe(9_000_000_001n * 3_037_000_499n);
  });
});

describe('the window', () => {
  it('holds the given number of days, the last one included', () => {
    const { entries, firstDay } = rank([day('a', '2026-03-04', 1), day('b', '2026-03-03', 1000), day('c', '2026-03-10', 1)]);
    expect(firstDay).toBe('2026-03-04');
    expect(entries.map((entry) => entry.id).sort()).toEqual(['a', 'c']);
  });

  it('ends with the newest day of the metrics when that lies before asOf', () => {
    expect(rank([day('a', '2026-02-20', 5)]).day).toBe('2026-02-20');
  });

  it('leaves out days after asOf', () => {
    const ranking = rank([day('a', '2026-03-11', 500), day('b', '2026-03-10', 1)]);
    expect([ranking.day, ...ranking.entries.map((entry) => entry.id)]).toEqual(['2026-03-10', 'b']);
  });
});

describe('a list over all days', () => {
  const rule = ruleOfPeriod('all-time', settings);
  const ranked = (counts: CountedDay[]) => rankReleases({ releases, counts, asOf: '2026-03-10', rule });

  it('counts every day alike, from the first that was counted', () => {
    const ranking = ranked([day('a', '2019-01-01', 5), day('b', '2026-03-10', 4)]);
    expect([ranking.firstDay, ranking.weights]).toEqual(['2019-01-01', [{ age: 0, weight: 2n ** 32n }]]);
    expect(ranking.entries.map(({ id, score }) => [id, score])).toEqual([
      ['a', 5n * 2n ** 32n],
      ['b', 4n * 2n ** 32n],
    ]);
  });
});

describe('the place of the day before', () => {
  it('is that in the list for that day, with the window moved', () => {
    const counts = [
      day('a', '2026-03-03', 900),
      day('a', '2026-03-10', 1),
      day('b', '2026-03-09', 50),
      day('c', '2026-03-10', 70),
    ];
    expect(rank(counts).entries.map(({ id, rank: now, rankBefore }) => [id, now, rankBefore])).toEqual([
      ['c', 1, null],
      ['b', 2, 2],
      ['a', 3, 1],
    ]);
  });

  it('is none where the list had no room for it', () => {
    const counts = [day('a', '2026-03-09', 9), day('b', '2026-03-09', 8), day('b', '2026-03-10', 8)];
    expect(rank(counts, { size: 1 }).entries.map(({ id, rankBefore }) => [id, rankBefore])).toEqual([['b', null]]);
  });
});

describe('what the office decided', () => {
  const counts = [day('a', '2026-03-10', 3), day('b', '2026-03-10', 2)];
  const ids = (choices: { pins: string[]; exclusions: string[] }, size = 10) =>
    rankReleases({ releases, counts, asOf: '2026-03-10', rule: { ...settings, size }, choices }).entries.map(
      ({ rank, id, isPinned }) => [rank, id, isPinned],
    );

  it('puts pinned releases first, in its order, read or not, and marks them', () => {
    expect(ids({ pins: ['c', 'b'], exclusions: [] })).toEqual([
      [1, 'c', true],
      [2, 'b', true],
      [3, 'a', false],
    ]);
  });

  it('leaves excluded releases out, and pins only what is there', () => {
    expect(ids({ pins: ['gone'], exclusions: ['a'] })).toEqual([[1, 'b', false]]);
  });

  it('stops the list at the day on which it was to stand still', () => {
    const later = [...counts, day('c', '2026-03-11', 900), day('c', '2026-03-12', 900)];
    const at = (asOf: string, silentSince: string | null) =>
      rankReleases({ releases, counts: later, asOf, rule: settings, choices: { silentSince } });
    // In the office's zone the day has begun already.
    expect(at('2026-03-12', '2026-03-09T20:00:00.000Z')).toEqual(at('2026-03-10', null));
    expect(at('2026-03-12', null).day).toBe('2026-03-12');
    expect(at('2026-03-09', '2026-03-11T20:00:00.000Z')).toEqual(at('2026-03-09', null));
  });

  it('does not make the list longer', () => {
    expect(ids({ pins: ['c'], exclusions: [] }, 2).map(([, id]) => id)).toEqual(['c', 'a']);
  });
});

describe('the terms of a score', () => {
  it('are the days of the window, the newest first, and add up to it', () => {
    const counts = [
      day('a', '2026-03-08', 50),
      day('a', '2026-03-10', 100, 2, 3),
      day('a', '2026-03-01', 7),
      day('a', '2026-03-11', 7),
    ];
    const terms = scoreTerms(counts, settings, '2026-03-10');
    expect(terms).toEqual([
      {
        day: '2026-03-10',
        views: 100,
        comments: 2,
        reactions: 3,
        age: 0,
        worth: 190,
        weight: 2n ** 32n,
        product: 190n * 2n ** 32n,
      },
      { day: '2026-03-08', views: 50, comments: 0, reactions: 0, age: 2, worth: 50, weight: 2n ** 31n, product: 50n * 2n ** 31n },
    ]);
    expect(rank(counts).entries[0]?.score).toBe(terms.reduce((sum, { product }) => sum + product, 0n));
  });
});

describe('equal scores', () => {
  it('put the release that is younger here first, then the smaller identifier', () => {
    const twins = [...releases, { id: 'a0', publicSince: '2026-03-03T08:00:00.000Z' }];
    const counts = twins.map((release) => day(release.id, '2026-03-10', 7));
    const { entries } = rankReleases({ releases: twins, counts, asOf: '2026-03-10', rule: settings });
    expect(entries.map((entry) => entry.id)).toEqual(['a0', 'c', 'b', 'a']);
  });
});

describe('the list', () => {
  it('holds only releases that were read, at most as many as wanted, ranked from 1', () => {
    const counts = [
      day('a', '2026-03-10', 0),
      day('b', '2026-03-10', 2),
      day('c', '2026-03-10', 3),
      day('gone', '2026-03-10', 9),
    ];
    expect(rank(counts).entries.map(({ rank, id }) => [rank, id])).toEqual([
      [1, 'c'],
      [2, 'b'],
    ]);
    expect(rank(counts, { size: 1 }).entries).toHaveLength(1);
  });

  it('does not depend on the order of the rows', () => {
    const row = fc.record({
      release: fc.constantFrom('a', 'b', 'c'),
      day: fc.constantFrom('2026-03-10', '2026-03-09', '2026-03-05'),
      views: fc.nat(1000),
      comments: fc.nat(5),
      reactions: fc.nat(5),
    });
    fc.assert(
      fc.property(fc.array(row), fc.infiniteStream(fc.nat()), (rows, keys) => {
        const shuffled = rows.map((value) => ({ value, key: keys.next().value as number })).sort((x, y) => x.key - y.key);
        expect(rank(shuffled.map(({ value }) => value)).entries).toEqual(rank(rows).entries);
      }),
    );
  });
});
