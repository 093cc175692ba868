import { describe, expect, test } from 'vitest';
import { goldenEntries, snapshotOf } from '../../test/feed-file.ts';
import { countsInWords, popularList } from './popular-list.ts';

/** Numbers are grouped by a no-break space in Kazakh and Russian. */
const nbsp = '\u00a0';

describe('counts in words', () => {
  test.each([
    ['kk', 1, '1 қаралым, 1 пікір, 1 реакция'],
    ['kk', 12415, `12${nbsp}415 қаралым, 12${nbsp}415 пікір, 12${nbsp}415 реакция`],
    ['ru', 1, '1 просмотр, 1 комментарий, 1 реакция'],
    ['ru', 3, '3 просмотра, 3 комментария, 3 реакции'],
    ['ru', 11, '11 просмотров, 11 комментариев, 11 реакций'],
    ['ru', 2021, `2${nbsp}021 просмотр, 2${nbsp}021 комментарий, 2${nbsp}021 реакция`],
    ['en', 0, '0 views, 0 comments, 0 reactions'],
    ['en', 1, '1 view, 1 comment, 1 reaction'],
    ['en', 2415, '2,415 views, 2,415 comments, 2,415 reactions'],
  ] as const)('%s, %d', (language, number, words) => {
    expect(countsInWords(language, { views: number, comments: number, reactions: number })).toBe(words);
  });
});

describe('the list', () => {
  test('shows the page’s language, or else the original with its language marked', async () => {
    const snapshot = await snapshotOf(goldenEntries((entry) => entry));
    const titles = popularList(snapshot, 'en').entries.map(({ title, href }) => [title.lang, href.slice(0, 4)]);
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
    const lead = popularList(snapshot, 'ru').lead.replaceAll(/\s/g, ' ');
    expect(lead).toBe('Что больше всего читали и обсуждали на всех языках вместе: 27 марта – 2 апреля 2024 г.');
  });

  test('does not count days after the one that the site is made for', async () => {
    const snapshot = await snapshotOf(
      goldenEntries((entry) => entry),
      '2024-04-01',
    );
    expect(popularList(snapshot, 'en').entries.map(({ href }) => href.split('/')[4])).toEqual(['06', '07']);
  });

  test('says so where nothing was counted yet', async () => {
    const snapshot = await snapshotOf(goldenEntries((entry) => (entry.type === 'daily-metrics' ? undefined : entry)));
    expect(popularList(snapshot, 'en')).toEqual({ lead: 'There are no readership figures yet.', entries: [] });
  });

  test('leaves out counts of releases that are not published', async () => {
    const snapshot = await snapshotOf(
      goldenEntries((entry) => (entry.type === 'press-release' && entry.id === 'releaseone' ? undefined : entry)),
    );
    expect(popularList(snapshot, 'en').entries.map(({ rank }) => rank)).toEqual(['1', '2']);
  });
});
