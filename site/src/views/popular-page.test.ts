import { describe, expect, test } from 'vitest';
import { snapshotOf } from '../../test/feed-file.ts';
import { entryOf, plainWith } from '../../test/more-entries.ts';
import { popularPage } from './popular-page.ts';

describe('what is read most', () => {
  test('is ranked for all languages together, and for the page’s alone', async () => {
    const page = popularPage(await snapshotOf(plainWith([])), { locale: 'ru' });
    expect(page?.together.entries.map(({ title }) => title.lang)).toEqual(['kk', undefined, undefined]);
    expect(page?.inLanguage.entries.map(({ counts }) => counts.replaceAll(/\s/g, ' '))).toEqual([
      '1 205 просмотров, 2 комментария, 12 реакций',
      '421 просмотр, 1 комментарий, 2 реакции',
    ]);
  });

  test('by somebody else’s count is shown as it came: order, numbers, source, time and language', async () => {
    const rows = [
      { rank: 1, title: 'Первая', views: 10, comments: 0, reactions: 0 },
      { rank: 2, title: 'Вторая', views: 9000, comments: 0, reactions: 0 },
    ];
    const list = { source: 'Example News', capturedAt: '2024-03-31T18:30:00.000Z', language: 'ru', rows } as const;
    const page = popularPage(await snapshotOf(plainWith([entryOf('outside-list', 'one', null, { ...list, rows })])), {
      locale: 'en',
    });
    expect(page?.outside[0]).toMatchObject({ source: 'Example News', lang: 'ru', titles: 'Language of the titles: Russian' });
    expect(page?.outside[0]?.lead).toContain('31 March 2024 at 23:30');
    expect(page?.outside[0]?.rows.map(({ rank, title, views }) => [rank, title, views])).toEqual([
      ['1', 'Первая', '10'],
      ['2', 'Вторая', '9,000'],
    ]);
  });
});
