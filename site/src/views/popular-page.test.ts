import type { FeedData, FeedEntry } from '@newsroom/shared/feed';
import { popularChoicesId } from '@newsroom/shared/popular-choices';
import { describe, expect, test } from 'vitest';
import { snapshotOf } from '../../test/feed-file.ts';
import { entryOf, plainWith } from '../../test/more-entries.ts';
import { homePage } from './home-page.ts';
import { newsPage } from './news-page.ts';
import { popularData } from './popular-data.ts';
import { popularPage } from './popular-page.ts';

/** What the office decided, as an entry. */
function choices(decided: Partial<FeedData<'popular-choices'>>): FeedEntry {
  return entryOf('popular-choices', popularChoicesId, null, { pins: [], exclusions: [], silentSince: null, ...decided });
}

const plain = (text: string | undefined) => text?.replaceAll(/\s/g, ' ');

describe('what is read most', () => {
  test('is ranked for all languages together, and for the page’s alone', async () => {
    const page = popularPage(await snapshotOf(plainWith([])), { locale: 'ru' });
    expect(page?.together.entries.map(({ title }) => title.lang)).toEqual(['kk', undefined, undefined]);
    expect(page?.inLanguage.entries.map(({ counts }) => plain(counts))).toEqual([
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
    const snapshot = await snapshotOf(plainWith([entryOf('outside-list', 'one', null, { ...list, rows })]));
    const page = popularPage(snapshot, { locale: 'en' });
    expect(page?.outside[0]).toMatchObject({ source: 'Example News', lang: 'ru', titles: 'Language of the titles: Russian' });
    expect(page?.outside[0]?.lead).toContain('31 March 2024 at 23:30');
    expect(page?.outside[0]?.rows.map(({ rank, title, views }) => [rank, title, views])).toEqual([
      ['1', 'Первая', '10'],
      ['2', 'Вторая', '9,000'],
    ]);
    expect(popularPage(snapshot, { locale: 'en', period: 'week' })?.outside).toEqual([]);
  });
});

describe('the lists of other stretches of time', () => {
  test.each([
    ['today', 'What was read and discussed most in all languages together: 2 April 2024', ['1,021']],
    ['week', 'What was read and discussed most in all languages together: 27 March – 2 April 2024', ['2,415', '1,021', '421']],
    ['month', 'What was read and discussed most in all languages together: 4 March – 2 April 2024', ['2,415', '1,021', '421']],
    ['all-time', 'What was read and discussed most in all languages together since 1 March 2024', ['92,415', '1,021', '421']],
  ])('%s', async (period, lead, views) => {
    const { together } = popularPage(await snapshotOf(plainWith([])), { locale: 'en', period }) ?? expect.fail();
    expect(plain(together.lead)).toBe(lead);
    expect(together.entries.map(({ counts }) => counts.split(' ')[0])).toEqual(views);
  });

  test('say so where nothing was counted in the page’s language on their days', async () => {
    const page = popularPage(await snapshotOf(plainWith([])), { locale: 'ru', period: 'today' });
    expect(plain(page?.inLanguage.lead)).toBe('На русском языке ничего не читали: 2 апреля 2024 г.');
    expect(page?.inLanguage.entries).toEqual([]);
    expect(page?.together.entries).toHaveLength(1);
  });

  test('say how releases moved since the day before', async () => {
    const snapshot = await snapshotOf(plainWith([]));
    const moved = (period: string) =>
      popularPage(snapshot, { locale: 'en', period })?.together.entries.map(({ movement }) => movement?.words);
    expect(moved('week')).toEqual(['Same place as the day before', 'New', '1 place down since the day before']);
    expect(moved('today')).toEqual(['New']);
  });

  test('lead to one another, and know which of them is shown', async () => {
    const page = popularPage(await snapshotOf(plainWith([])), { locale: 'kk', period: 'all-time' });
    expect(page?.periods.map(({ href, current }) => [href, current])).toEqual([
      ['/kk/popular/', undefined],
      ['/kk/popular/today/', undefined],
      ['/kk/popular/week/', undefined],
      ['/kk/popular/month/', undefined],
      ['/kk/popular/all-time/', 'page'],
    ]);
  });

  test('are five: others are not there, and that of now has one address', async () => {
    const snapshot = await snapshotOf(plainWith([]));
    expect(popularPage(snapshot, { locale: 'en', period: 'year' })).toBeUndefined();
    expect(popularPage(snapshot, { locale: 'en', period: 'now' })).toBeUndefined();
  });

  test.each([
    ['kk', 'Ең соңғы дерек күні: 2024 ж. 2 сәуір.', 'Бүгінгі (2024 ж. 2 сәуір) деректер әлі толық емес.'],
    ['ru', 'Данные за 2 апреля 2024 г. — самые новые.', 'Данные за сегодня, 2 апреля 2024 г., пока неполные.'],
    ['en', 'The newest figures are from 2 April 2024.', 'Figures of today, 2 April 2024, so far.'],
  ])(
    'say of which day the newest figures are, and that those of the day of the site are not all (%s)',
    async (locale, older, soFar) => {
      const notes = async (asOf: string) =>
        popularPage(await snapshotOf(plainWith([]), asOf), { locale, period: 'today' })?.notes.map(plain);
      expect(await notes('2024-04-03')).toEqual([older]);
      expect(await notes('2024-04-02')).toEqual([soFar]);
      expect(await notes('2020-01-01')).toEqual([]);
    },
  );
});

describe('what the office decided', () => {
  test('stands first where it is pinned, is said to be, has not moved, and needs no readers', async () => {
    const snapshot = await snapshotOf(plainWith([choices({ pins: ['releasetwo', 'releasethree'] })]));
    const entries = popularPage(snapshot, { locale: 'en', period: 'today' })?.together.entries;
    expect(entries?.map(({ rank, pinned, movement, counts }) => [rank, pinned, movement, counts])).toEqual([
      ['1', 'Pinned by the office', undefined, '0 views, 0 comments, 0 reactions'],
      ['2', 'Pinned by the office', undefined, '1,021 views, 5 comments, 21 reactions'],
    ]);
  });

  test.each([
    ['kk', 'Мекеме тізім басына қойған'],
    ['ru', 'Закреплено ведомством'],
    ['en', 'Pinned by the office'],
  ])('is said to have been put there, not to be approved (%s)', async (locale, words) => {
    const snapshot = await snapshotOf(plainWith([choices({ pins: ['releasetwo'] })]));
    expect(popularPage(snapshot, { locale })?.together.entries[0]?.pinned).toBe(words);
  });

  test('is pinned though nothing was ever counted, and the page says that there are no figures', async () => {
    const none = plainWith([choices({ pins: ['releasetwo'] })]).filter(({ type }) => type !== 'daily-metrics');
    const counted = none.map((line) =>
      'counts' in line
        ? { ...line, counts: (line.counts as { type: string }[]).filter(({ type }) => type !== 'daily-metrics') }
        : line,
    );
    const lines = counted.map((line) => ('end' in line ? { ...line, count: counted.length - 2 } : line));
    const { together, notes } = popularPage(await snapshotOf(lines), { locale: 'en' }) ?? expect.fail();
    expect(notes).toEqual([]);
    expect(together.lead).toBe('There are no readership figures yet.');
    expect(together.entries.map(({ pinned }) => pinned)).toEqual(['Pinned by the office']);
  });

  test('is in no list where it is excluded, and the page says how many are not', async () => {
    const snapshot = await snapshotOf(plainWith([choices({ exclusions: ['releaseone', 'nobody'] })]));
    const page = popularPage(snapshot, { locale: 'en' });
    expect(page?.together.entries.map(({ counts }) => counts.split(' ')[0])).toEqual(['1,021', '421']);
    expect(page?.notes).toContain('1 release is left out of this list by decision of the office.');
  });

  test.each([
    ['kk', 'Мекеменің шешімімен тізімнің жаңартылуы тоқтатылды (2024 ж. 1 сәуір): одан кейінгі кірулер есепке алынбайды.'],
    ['ru', 'По решению ведомства список не обновляется с 1 апреля 2024 г.: более поздние посещения в нём не учитываются.'],
    ['en', 'The list has stood still since 1 April 2024 by decision of the office; it does not count newer visits.'],
  ] as const)('is said on every page that shows a list while the lists stand still (%s)', async (locale, sentence) => {
    const snapshot = await snapshotOf(plainWith([choices({ silentSince: '2024-03-31T20:00:00.000Z' })]));
    for (const period of [undefined, 'today', 'week', 'month', 'all-time'])
      expect(popularPage(snapshot, { locale, period })?.notes.map(plain)).toContain(sentence);
    for (const page of [homePage(snapshot, { locale }), newsPage(snapshot, { locale })])
      expect(plain(page?.popular.silence)).toBe(sentence);
  });

  test('is among what the list was computed from', async () => {
    const decided = { pins: ['releasetwo'], exclusions: ['releaseone'] };
    const snapshot = await snapshotOf(plainWith([choices(decided)]));
    const data = popularData(snapshot, { locale: 'en', period: 'month' }, new URL('https://newsroom.example'));
    expect(data).toMatchObject({ period: 'month', rule: { windowDays: 30, halfLifeDays: null }, choices: decided, outside: [] });
    expect(data?.together.entries.map(({ id, isPinned, rankBefore }) => [id, isPinned, rankBefore])).toEqual([
      ['releasetwo', true, 1],
      ['releasethree', false, null],
    ]);
  });
});
