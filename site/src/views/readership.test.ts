import { addressesOfMonthSchema, movedAddressesSchema, readershipIndexSchema } from '@newsroom/shared/readership';
import { describe, expect, test } from 'vitest';
import type { Act } from '../../test/change-log.ts';
import { goldenEntries, snapshotOf } from '../../test/feed-file.ts';
import { release, settings } from '../../test/newsroom.ts';
import { snapshotWith } from '../../test/snapshot-with.ts';
import { addressesOfMonth, addressesPages } from './addresses-of-month.ts';
import { countedDay, countedDayPages } from './counted-day.ts';
import { movedAddresses } from './moved-addresses.ts';
import { readershipIndex } from './readership-index.ts';

function counted(id: string, day: string, views: number, language: 'kk' | 'en' = 'en'): Act {
  return { type: 'daily-metrics', id: `${id}@${day}`, language, data: { release: id, day, views, comments: 1, reactions: 2 } };
}

function redirect(id: string, from: string, to: string | null): Act {
  return { type: 'redirect', id, language: null, data: { kind: to === null ? 'gone' : 'moved', from, to } };
}

const withdrawn = { kind: 'withdrawn', reason: 'It was wrong.' } as const;

describe('what there is for those who count readers', () => {
  test('names the months of addresses and the counted days, of withdrawn releases and after the day of the site as well', async () => {
    const snapshot = await snapshotWith([
      ...settings(),
      release('a'),
      release('b', { addressMonth: '2024-05', notice: withdrawn }),
      counted('a', '2024-06-04', 1),
      counted('nobody', '2024-05-31', 1),
    ]);
    const index = readershipIndexSchema.parse(readershipIndex(snapshot));
    expect(index).toMatchObject({ timeZone: 'Asia/Almaty', months: ['2024-05', '2024-06'], days: ['2024-05-31', '2024-06-04'] });
  });

  test('names none in a newsroom without any', async () => {
    expect(readershipIndex(await snapshotWith(settings()))).toMatchObject({ months: [], days: [] });
  });
});

describe('the addresses of a month', () => {
  test('are those of all languages, of what is not translated as well, since the first of them was public', async () => {
    const snapshot = await snapshotWith([
      ...settings(),
      release('b', { publicSince: '2024-06-02T04:00:00.000Z' }),
      release('a', { slug: 'some', publicSince: '2024-06-02T04:00:00.000Z' }, 'ru'),
      release('a', { slug: 'other', publicSince: '2024-06-01T04:00:00.000Z' }),
    ]);
    expect(addressesOfMonthSchema.parse(addressesOfMonth(snapshot, { month: '2024-06' }))).toEqual({
      month: '2024-06',
      releases: [
        {
          ...{ id: 'a', publicSince: '2024-06-01T04:00:00.000Z', isWithdrawn: false },
          addresses: [
            { language: 'kk', path: '/kk/news/2024/06/some/' },
            { language: 'ru', path: '/ru/news/2024/06/some/' },
            { language: 'en', path: '/en/news/2024/06/other/' },
          ],
        },
        {
          ...{ id: 'b', publicSince: '2024-06-02T04:00:00.000Z', isWithdrawn: false },
          addresses: ['kk', 'ru', 'en'].map((language) => ({ language, path: `/${language}/news/2024/06/b/` })),
        },
      ],
    });
  });

  test('say what is ranked: the releases that are not withdrawn, and in which languages', async () => {
    const snapshot = await snapshotOf(
      goldenEntries((entry) =>
        entry.type === 'press-release' && entry.id === 'releaseone' && entry.language === 'ru'
          ? { ...entry, data: { ...entry.data, notice: withdrawn } }
          : entry,
      ),
    );
    const tables = readershipIndex(snapshot).months.flatMap((month) => addressesOfMonth(snapshot, { month })?.releases ?? []);
    const ids = snapshot.releaseIds();
    for (const language of [undefined, 'kk', 'ru', 'en'] as const) {
      const here = tables.filter(
        (each) =>
          !each.isWithdrawn && (language === undefined || each.addresses.some((address) => address.language === language)),
      );
      const byId = new Map(here.map(({ id, publicSince }) => [id, { id, publicSince }]));
      expect(snapshot.rankable(ids, language)).toEqual(ids.flatMap((id) => byId.get(id) ?? []));
    }
    expect(tables.filter(({ isWithdrawn }) => isWithdrawn).map(({ id }) => id)).toEqual(['releaseone']);
  });

  test('are whole in both months where the languages of a release have two', async () => {
    const snapshot = await snapshotWith([
      ...settings({ missingTranslations: 'leave-out' }),
      release('a', { addressMonth: '2024-05' }, 'ru'),
      release('a'),
    ]);
    const tables = ['2024-05', '2024-06'].map((month) => addressesOfMonth(snapshot, { month })?.releases);
    expect(tables[0]).toEqual(tables[1]);
    expect(tables[0]?.[0]?.addresses).toHaveLength(2);
  });

  test('are no file where there is none', async () => {
    const snapshot = await snapshotWith([...settings(), release('a')]);
    expect(addressesPages(snapshot, '2024-05')).toEqual([]);
    expect(addressesOfMonth(snapshot, { month: '2024-05' })).toBeUndefined();
    expect(addressesOfMonth(snapshot, {})).toBeUndefined();
  });
});

test('addresses that releases have left are followed to their end; what leads elsewhere, or nowhere, is none of them', async () => {
  const snapshot = await snapshotWith([
    ...settings(),
    release('a'),
    redirect('one', '/en/old/', '/en/older/'),
    redirect('two', '/en/older/', '/en/news/2024/06/a/'),
    redirect('three', '/kk/elsewhere/', '/kk/news/2024/06/a/'),
    redirect('four', '/en/to-the-news/', '/en/news/'),
    redirect('five', '/en/gone/', null),
    redirect('six', '/en/nowhere/', '/en/news/2024/06/nobody/'),
    redirect('seven', '/en/news/2024/06/a/', '/en/news/'),
  ]);
  expect(movedAddressesSchema.parse(movedAddresses(snapshot)).moved).toEqual([
    { path: '/en/old/', id: 'a', language: 'en' },
    { path: '/en/older/', id: 'a', language: 'en' },
    { path: '/kk/elsewhere/', id: 'a', language: 'kk' },
  ]);
});

describe('a counted day', () => {
  test('is CSV: a head, and a line for each release and language', async () => {
    const snapshot = await snapshotWith([
      ...settings(),
      counted('b', '2024-06-01', 5),
      counted('a', '2024-06-01', 7),
      counted('a', '2024-06-01', 30, 'kk'),
      counted('a', '2024-06-02', 9),
    ]);
    expect(countedDay(snapshot, { day: '2024-06-01' })).toBe(
      'release,language,views,comments,reactions\r\na,en,7,1,2\r\na,kk,30,1,2\r\nb,en,5,1,2\r\n',
    );
  });

  test('is no file where nothing was counted', async () => {
    const snapshot = await snapshotWith([...settings(), counted('a', '2024-06-01', 7)]);
    expect(countedDayPages(snapshot, '2024-06-02')).toEqual([]);
    expect(countedDay(snapshot, { day: '2024-06-02' })).toBeUndefined();
    expect(countedDay(snapshot, {})).toBeUndefined();
  });
});
