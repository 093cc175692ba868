import type { PopularPeriod } from '@newsroom/shared/popular-rule';
import { expect, test } from 'vitest';
import { snapshotOf } from '../../test/feed-file.ts';
import { entryOf, plainWith } from '../../test/more-entries.ts';
import { rankingOf } from './popular-ranking.ts';

const silentSince = '2024-03-31T20:00:00.000Z'; // 1 April in the office
const silent = plainWith([entryOf('popular-choices', 'popular', null, { pins: [], exclusions: [], silentSince })]);

test.each<[PopularPeriod, 'kk' | undefined]>([
  ['now', undefined],
  ['now', 'kk'],
  ['today', undefined],
  ['week', undefined],
  ['month', 'kk'],
  ['all-time', undefined],
])('a list stands still although a later day was counted, and days pass: %s, %s', async (period, language) => {
  const before = rankingOf(await snapshotOf(plainWith([]), '2024-04-01'), period, language);
  expect(before.day).toBe('2024-04-01');
  for (const asOf of ['2024-04-01', '2024-04-02', '2024-05-01'])
    expect(rankingOf(await snapshotOf(silent, asOf), period, language)).toEqual(before);
  expect(rankingOf(await snapshotOf(plainWith([]), '2024-05-01'), period, language).day).toBe('2024-04-02');
});
