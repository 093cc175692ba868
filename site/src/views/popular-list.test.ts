import { describe, expect, test } from 'vitest';
import { goldenEntries, snapshotOf } from '../../test/feed-file.ts';
import { popularList } from './popular-list.ts';

describe('the list', () => {
  test('shows the page’s language, or else the original with its language marked', async () => {
    const snapshot = await snapshotOf(goldenEntries((entry) => entry));
    const titles = popularList(snapshot, 'en', 'now').entries.map(({ title, href }) => [title.lang, href.slice(0, 4)]);
    expect(titles).toEqual([
      [undefined, '/en/'],
      [undefined, '/en/'],
      ['ru', '/en/'],
    ]);
  });

  test('says which days it was computed for: the last that were counted, not today', async () => {
    const snapshot = await snapshotOf(
      goldenEntries((entry) => entry),
      '2024-05-01',
    );
    const lead = popularList(snapshot, 'ru', 'now').lead.replaceAll(/\s/g, ' ');
    expect(lead).toBe('Что больше всего читали и обсуждали на всех языках вместе: 27 марта – 2 апреля 2024 г.');
  });

  test('does not count days after the one that the site is made for', async () => {
    const snapshot = await snapshotOf(
      goldenEntries((entry) => entry),
      '2024-04-01',
    );
    expect(popularList(snapshot, 'en', 'now').entries.map(({ href }) => href.split('/')[4])).toEqual(['06', '07']);
  });

  test('says so where nothing was counted yet', async () => {
    const snapshot = await snapshotOf(goldenEntries((entry) => (entry.type === 'daily-metrics' ? undefined : entry)));
    expect(popularList(snapshot, 'en', 'now')).toEqual({ lead: 'There are no readership figures yet.', entries: [] });
  });

  test('leaves out counts of releases that are not published', async () => {
    const snapshot = await snapshotOf(
      goldenEntries((entry) => (entry.type === 'press-release' && entry.id === 'releaseone' ? undefined : entry)),
    );
    expect(popularList(snapshot, 'en', 'now').entries.map(({ rank }) => rank)).toEqual(['1', '2']);
  });
});
