import type { FeedType } from '@newsroom/shared/feed';
import { describe, expect, it } from 'vitest';
import { makeNewsroom } from '../scale/newsroom-of-scale.ts';
import { rowsOf } from './peers/typed-row.ts';

const n = 200;
const { entries } = makeNewsroom(n, { seed: 7, translated: 'all' });
const releases = rowsOf(entries, 'press-release');
const idsOf = (type: FeedType) => new Set(rowsOf(entries, type).map(({ id }) => id));

describe('the newsroom that is measured', () => {
  it('is the same for the same seed, and another for another', () => {
    const again = (seed: number) => JSON.stringify(makeNewsroom(n, { seed, translated: 'all' }).entries);
    expect(again(7) === JSON.stringify(entries)).toBe(true);
    expect(again(8) === JSON.stringify(entries)).toBe(false);
  });

  it('has every release in three languages, with about 1,800 characters of Markdown', () => {
    expect(releases).toHaveLength(3 * n);
    const mean = releases.reduce((sum, { data }) => sum + data.body.length, 0) / releases.length;
    expect(mean).toBeGreaterThan(1_700);
    expect(mean).toBeLessThan(1_900);
  });

  it('has 150 delegations, 60 organisations and 12 events', () => {
    const sizes = (['delegation', 'observer-organisation', 'event'] as const).map((type) => idsOf(type).size);
    expect(sizes).toEqual([150, 60, 12]);
  });

  it('ties each release to one to four delegations and up to three organisations', () => {
    const counts = (field: 'delegations' | 'observerOrganisations') =>
      [...new Set(releases.map(({ data }) => data[field].length))].toSorted();
    expect(counts('delegations')).toEqual([1, 2, 3, 4]);
    expect(counts('observerOrganisations')).toEqual([0, 1, 2, 3]);
  });

  it('has every document that is named', () => {
    const named = releases.flatMap(({ data }) => [
      ...(data.event === null ? [] : [['event', data.event] as const]),
      ...data.delegations.map((id) => ['delegation', id] as const),
      ...data.observerOrganisations.map((id) => ['observer-organisation', id] as const),
      ...data.related.map((id) => ['press-release', id] as const),
    ]);
    const there = {
      event: idsOf('event'),
      delegation: idsOf('delegation'),
      'observer-organisation': idsOf('observer-organisation'),
    };
    const all = { ...there, 'press-release': idsOf('press-release') };
    expect(named.filter(([type, id]) => !all[type].has(id))).toEqual([]);
  });
});
