import { addDays } from '@newsroom/shared/local-time';
import type { DeskList } from '@newsroom/shared/popular-desk';
import { weightOfAge } from '@newsroom/shared/ranking';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nobody } from './newsroom';
import { type PopularNewsroom, startPopular } from './popular-newsroom';

let popular: PopularNewsroom;
beforeAll(async () => {
  popular = await startPopular();
});
afterAll(() => popular.newsroom.stop());

const listIn = (lists: DeskList[], language: string | null) => lists.find((list) => list.language === language);
const placesIn = (lists: DeskList[], language: string | null) =>
  listIn(lists, language)?.entries.map(({ rank, id, score }) => [rank, id, score !== '0']);

describe('where nothing was counted yet', () => {
  it('the lists are empty but for what is pinned, and the page knows why', async () => {
    const empty = await popular.desk();
    expect([empty.rankedFor, empty.lists.map(({ entries }) => entries.length)]).toEqual([null, [0, 0, 0, 0]]);
    expect(empty.lists.map(({ language }) => language)).toEqual([null, 'kk', 'ru', 'en']);
    expect(empty.inForce).toEqual({ windowDays: 7, commentWeight: 30, reactionWeight: 10, halfLifeDays: 2, size: 10 });
    expect(empty.asked).toEqual(empty.inForce);
  });
});

describe('the lists', () => {
  let today: string;
  let [old, fresh, russian, withdrawn] = ['', '', '', ''];
  const hostile = 'Ескі <img src=x onerror=alert(1)>';
  beforeAll(async () => {
    ({ today } = await popular.desk());
    old = await popular.release(hostile);
    fresh = await popular.release('Жаңа');
    russian = await popular.release('Только по-русски', 'ru');
    withdrawn = await popular.release('Кері алынған');
    await popular.editor.publish('press-release', withdrawn, 'kk', { notice: { kind: 'withdrawn', reason: 'Қате' } });
    await popular.count(old, addDays(today, -3), 100);
    await popular.count(old, addDays(today, -1), 10, { comments: 1, reactions: 2 });
    await popular.count(fresh, addDays(today, -1), 60);
    await popular.count(russian, addDays(today, -2), 8, { language: 'ru' });
    await popular.count(russian, addDays(today, -1), 5);
    await popular.count(withdrawn, addDays(today, -1), 999);
    await popular.count(old, addDays(today, -20), 44);
  });

  it('are those that readers get: by score, without what is withdrawn, for the newest day that was counted', async () => {
    const { rankedFor, lists } = await popular.desk();
    expect(rankedFor).toBe(addDays(today, -1));
    expect(placesIn(lists, null)).toEqual([
      [1, old, true],
      [2, fresh, true],
      [3, russian, true],
    ]);
    expect(listIn(lists, null)).toMatchObject({ day: addDays(today, -1), firstDay: addDays(today, -7) });
    expect(placesIn(lists, 'ru')).toEqual([[1, russian, true]]);
    // Nothing was counted in Russian on that day, which is the day of its list all the same.
    expect(listIn(lists, 'ru')).toMatchObject({ day: addDays(today, -1), firstDay: addDays(today, -7) });
    expect(placesIn(lists, 'kk')).toEqual([
      [1, old, true],
      [2, fresh, true],
      [3, russian, true],
    ]);
    expect(placesIn(lists, 'en')).toEqual([]);
  });

  it('say where each stood on the day before', async () => {
    const entries = listIn((await popular.desk()).lists, null)?.entries;
    expect(entries?.map(({ id, rankBefore }) => [id, rankBefore])).toEqual([
      [old, 1],
      [fresh, null],
      [russian, 2],
    ]);
  });

  it('leave out in a language what readers do not get there', async () => {
    const form = '/content-manager/single-types/plugin::newsroom.site-settings?locale=kk';
    await popular.editor.act('PUT', form, { missingTranslations: 'leave-out' });
    expect(placesIn((await popular.desk()).lists, 'kk')?.map(([, id]) => id)).toEqual([old, fresh]);
    await popular.editor.act('PUT', form, { missingTranslations: 'show' });
    expect(placesIn((await popular.desk()).lists, 'kk')?.map(([, id]) => id)).toEqual([old, fresh, russian]);
  });

  it('leave out in a language a release whose address there another one has', async () => {
    const { editor } = popular;
    const holder = await popular.release('Санақ');
    for (const language of ['ru', 'en']) await editor.publish('press-release', holder, language, { title: `Count ${language}` });
    const { slug } = await popular.newsroom.strapi.db
      .query('plugin::newsroom.press-release')
      .findOne({ where: { documentId: holder, locale: 'kk' } });
    const rival = await popular.release('Қайта санақ');
    await editor.publish('press-release', rival, 'ru', { title: 'Пересчёт', slug });
    for (const language of ['kk', 'ru', 'en']) await popular.count(rival, addDays(today, -1), 1, { language });
    const listing = async () => {
      const { lists } = await popular.desk();
      return lists.flatMap(({ language, entries }) => (entries.some(({ id }) => id === rival) ? [language] : []));
    };
    expect(await listing()).toEqual([null, 'kk', 'ru', 'en']);
    await editor.unpublish('press-release', rival, 'kk'); // in Kazakh it would stand at the address of its Russian text
    expect(await listing()).toEqual([null, 'ru', 'en']);
    await editor.remove('press-release', rival, '*');
  });

  it('say how each score came about, term by term, and what was read on thirty days', async () => {
    const { lists } = await popular.desk();
    const entry = listIn(lists, null)?.entries[0];
    const [newest, older] = [weightOfAge(0, 2), weightOfAge(2, 2)];
    expect(entry?.terms).toEqual([
      {
        ...{ day: addDays(today, -1), age: 0, views: 10, comments: 1, reactions: 2, worth: 60 },
        ...{ weight: String(newest), product: String(60n * newest) },
      },
      {
        ...{ day: addDays(today, -3), age: 2, views: 100, comments: 0, reactions: 0, worth: 100 },
        ...{ weight: String(older), product: String(100n * older) },
      },
    ]);
    expect(entry?.score).toBe(String(60n * newest + 100n * older));
    expect(entry).toMatchObject({ views: 110, comments: 1, reactions: 2 });
    expect(entry?.last30).toHaveLength(30);
    expect(entry?.last30.at(-1)).toEqual({ day: addDays(today, -1), views: 10 });
    expect(entry?.last30.filter(({ views }) => views > 0).map(({ day, views }) => [day, views])).toEqual([
      [addDays(today, -20), 44],
      [addDays(today, -3), 100],
      [addDays(today, -1), 10],
    ]);
    const inRussian = listIn(lists, 'ru')?.entries[0];
    expect(inRussian?.terms.map(({ views }) => views)).toEqual([8]);
    expect(inRussian?.last30.at(-1)?.views).toBe(0);
  });

  it('sum over languages and sources', async () => {
    const entry = listIn((await popular.desk()).lists, null)?.entries.find(({ id }) => id === russian);
    expect(entry?.terms.map(({ age, views }) => [age, views])).toEqual([
      [0, 5],
      [1, 8],
    ]);
  });

  it('name releases by titles, as text, with the addresses that readers open', async () => {
    const { releases } = await popular.desk();
    const named = releases.find(({ id }) => id === old);
    expect(named).toMatchObject({ state: 'published', versions: [{ language: 'kk', title: hostile }] });
    expect(named?.versions[0]?.address).toMatch(new RegExp(`^${nobody}/kk/news/\\d{4}/\\d{2}/eski-[a-z0-9-]+/$`));
  });

  it('follow pins and exclusions', async () => {
    await popular.put('choices', { pins: [{ release: russian }], exclusions: [{ release: old }] });
    const { lists, releases } = await popular.desk();
    expect(listIn(lists, null)?.entries.map(({ id, isPinned }) => [id, isPinned])).toEqual([
      [russian, true],
      [fresh, false],
    ]);
    expect(listIn(lists, 'en')?.entries).toMatchObject([{ id: russian, isPinned: true, score: '0', terms: [] }]);
    expect(releases.map(({ id }) => id).sort()).toEqual([old, fresh, russian].sort());
    await popular.put('choices', { pins: [], exclusions: [] });
  });

  describe('by other settings', () => {
    it('are shown before anybody saves them, with the place that each has now', async () => {
      const before = await popular.logged();
      const { lists, asked, inForce } = await popular.desk('?halfLifeDays=0.5');
      expect([asked.halfLifeDays, inForce.halfLifeDays]).toEqual([0.5, 2]);
      expect(listIn(lists, null)?.entries.map(({ id, rank, rankInForce }) => [id, rank, rankInForce])).toEqual([
        [old, 1, 1],
        [fresh, 2, 2],
        [russian, 3, 3],
      ]);
      const other = (await popular.desk('?halfLifeDays=0.5&commentWeight=0&reactionWeight=0')).lists;
      expect(listIn(other, null)?.entries.map(({ id, rank, rankInForce }) => [id, rank, rankInForce])).toEqual([
        [fresh, 1, 2],
        [old, 2, 1],
        [russian, 3, 3],
      ]);
      expect(listIn(other, null)?.dropped).toEqual([]);
      expect(await popular.logged()).toBe(before);
      expect((await popular.desk()).inForce.halfLifeDays).toBe(2);
    });

    it('may have no half-life, another window, and fewer entries', async () => {
      const { asked, lists, releases } = await popular.desk('?halfLifeDays=&windowDays=30&size=1');
      expect(asked).toMatchObject({ halfLifeDays: null, windowDays: 30, size: 1 });
      expect(listIn(lists, null)?.entries).toMatchObject([{ id: old, views: 154 }]);
      expect(listIn(lists, null)?.entries[0]?.terms.map(({ weight }) => weight)).toEqual(Array(3).fill(String(2 ** 32)));
      expect(listIn(lists, null)?.dropped).toEqual([
        { id: fresh, rankInForce: 2 },
        { id: russian, rankInForce: 3 },
      ]);
      expect(releases.map(({ id }) => id)).toEqual(expect.arrayContaining([fresh, russian]));
    });

    it('that are not in the list in force have no place in it', async () => {
      await popular.put('settings', { windowDays: 1, halfLifeDays: 2, commentWeight: 30, reactionWeight: 10, size: 1 });
      const { lists, inForce } = await popular.desk('?size=10');
      expect(inForce).toMatchObject({ windowDays: 1, size: 1 });
      expect(listIn(lists, null)?.entries.map(({ rankInForce }) => rankInForce)).toEqual([1, null, null]);
      // The window of the day before begins a day earlier.
      expect(listIn(lists, null)?.entries.map(({ id, rankBefore }) => [id, rankBefore])).toEqual([
        [fresh, null], // as many as the other, and younger
        [old, null],
        [russian, 1],
      ]);
    });

    it.each([
      'windowDays=0',
      'windowDays=366',
      'size=1.5',
      'halfLifeDays=0.05',
      'halfLifeDays=1.234',
      'commentWeight=-1',
      'size=x',
      'size=1&size=2',
    ])('are refused where there are none such: %s', async (query) => {
      const { status, body } = await popular.newsroom.request('GET', `/newsroom/popular?${query}`, { token: popular.token });
      expect([status, body.error?.message]).toEqual([400, expect.stringContaining(`At ${query.split('=')[0]}`)]);
    });
  });
});

describe('settings that are saved', () => {
  const settings = { windowDays: 14, halfLifeDays: null, commentWeight: 5, reactionWeight: 0, size: 20 };

  it('are those of the site in all languages, and are published as ever', async () => {
    const before = await popular.logged();
    const person = await popular.personWith('strapi-editor');
    expect((await popular.put('settings', settings, person)).status).toBe(204);
    expect((await popular.desk()).inForce).toEqual(settings);
    const appended = await popular.appended(before);
    expect(appended).toHaveLength(3);
    expect(new Set(appended.map((row) => row.split(' ').slice(0, 2).join(' ')))).toEqual(new Set(['update site-settings']));
    const inFeed = (await popular.newsroom.feed()).filter(({ type }) => type === 'site-settings');
    expect(inFeed.map(({ data }) => data.popular)).toEqual([settings, settings, settings]);
    expect(inFeed.every(({ data }) => data.name !== null)).toBe(true);
    const row = await popular.newsroom.strapi.db
      .query('plugin::newsroom.site-settings')
      .findOne({ where: { locale: 'kk' }, populate: ['updatedBy'] });
    expect(row.updatedBy.firstname).toBe('Айгерім');
  });

  it.each([
    [{ ...settings, windowDays: 0 }, 'windowDays'],
    [{ ...settings, halfLifeDays: 0.001 }, 'halfLifeDays'],
    [{ ...settings, size: '10' }, 'size'],
    [{ windowDays: 7 }, 'commentWeight'],
    [{ ...settings, name: 'x' }, 'Unrecognized key'],
  ])('are refused where there are none such: %o', async (body, told) => {
    const before = await popular.logged();
    expect(await popular.put('settings', body)).toEqual({ status: 400, told: expect.stringContaining(told) });
    expect(await popular.logged()).toBe(before);
  });

  it('are refused where somebody else saved others since they were seen', async () => {
    const { inForce: seen } = await popular.desk();
    expect((await popular.put('settings', { ...seen, commentWeight: 50, basedOn: seen })).status).toBe(204);
    const before = await popular.logged();
    const late = { ...seen, windowDays: 30, basedOn: seen };
    expect(await popular.put('settings', late)).toEqual({ status: 400, told: expect.stringMatching(/^Nothing was saved/) });
    expect(await popular.logged()).toBe(before);
    const { inForce } = await popular.desk();
    expect(inForce).toEqual({ ...seen, commentWeight: 50 });
    expect((await popular.put('settings', { ...seen, basedOn: inForce })).status).toBe(204);
  });

  it('are not undone by the form of the site’s settings, which sends along what it does not show', async () => {
    const { inForce } = await popular.desk();
    const form = '/content-manager/single-types/plugin::newsroom.site-settings?locale=en';
    const stale = { popularWindowDays: 7, popularCommentWeight: 30, popularReactionWeight: 10, popularHalfLifeDays: 2 };
    await popular.editor.act('PUT', form, { siteNotice: 'Maintenance at night', ...stale, popularSize: 10 });
    expect((await popular.desk()).inForce).toEqual(inForce);
    const inFeed = (await popular.newsroom.feed()).filter(({ type }) => type === 'site-settings');
    expect(inFeed.map(({ data }) => data.popular)).toEqual([inForce, inForce, inForce]);
    expect(inFeed.map(({ data }) => data.siteNotice)).toContain('Maintenance at night');
  });

  it('are those of a language version that is made anew', async () => {
    const { inForce } = await popular.desk();
    const { strapi } = popular.newsroom;
    await strapi.db.query('plugin::newsroom.site-settings').delete({ where: { locale: 'en' } });
    await strapi.plugin('newsroom').service('setup').afterStrapi();
    const inFeed = (await popular.newsroom.feed()).filter(({ type }) => type === 'site-settings');
    expect(inFeed.map(({ data }) => data.popular)).toEqual([inForce, inForce, inForce]);
  });

  it('are saved by nobody who may not decide', async () => {
    const author = await popular.personWith('strapi-author');
    expect((await popular.put('settings', { ...settings, size: 3 }, author)).status).toBe(403);
    expect((await popular.put('settings', { ...settings, size: 3 }, '')).status).toBe(401);
    expect((await popular.desk('', author)).inForce.size).toBe(20);
  });
});

describe('releases to choose from', () => {
  const find = async (q: string) => {
    const { status, text } = await popular.newsroom.request('GET', `/newsroom/popular/releases?q=${encodeURIComponent(q)}`, {
      token: popular.token,
    });
    return status === 200
      ? JSON.parse(text).releases.map((one: { versions: { title: string }[] }) => one.versions[0]?.title)
      : status;
  };

  it('are found by a part of a title in any language, capitals or not, if they are published', async () => {
    await popular.editor.create('press-release', 'ru', { title: 'Итоги: черновик' });
    await popular.release('Итоги ГОЛОСОВАНИЯ', 'ru');
    expect(await find('итоги')).toEqual(['Итоги ГОЛОСОВАНИЯ']);
    expect(await find(' голос ')).toEqual(['Итоги ГОЛОСОВАНИЯ']);
    expect(await find('%')).toEqual([]);
    expect(await find("'; drop table")).toEqual([]);
  });

  it('are ten at most, the youngest first, and none where nothing was asked', async () => {
    for (let number = 1; number <= 11; number += 1) await popular.release(`Көп ${number}`);
    const found = await find('көп');
    expect([found.length, found[0], found[9]]).toEqual([10, 'Көп 11', 'Көп 2']);
    expect([await find(''), await find('x'.repeat(251))]).toEqual([400, 400]);
  });
});

describe('a stranger', () => {
  it.each(['/newsroom/popular', '/newsroom/popular/releases?q=x'])('gets nothing at %s', async (address) => {
    expect((await popular.newsroom.request('GET', address)).status).toBe(401);
  });
});
