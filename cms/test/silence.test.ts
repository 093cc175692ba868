import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareMetrics } from '../src/plugins/newsroom/server/src/comparison/compare-metrics';
import { compareOutsideLists } from '../src/plugins/newsroom/server/src/comparison/compare-outside-lists';
import type { Found } from '../src/plugins/newsroom/server/src/comparison/found';
import { metricsToken } from './newsroom';
import { type PopularNewsroom, startPopular } from './popular-newsroom';

let popular: PopularNewsroom;
let release: string;
beforeAll(async () => {
  popular = await startPopular();
  release = await popular.release('Оқылатын');
});
afterAll(() => popular.newsroom.stop());

const service = (name: string) => popular.newsroom.strapi.plugin('newsroom').service(name);
const silence = (silent: unknown, as?: string) => popular.put('silence', { silent }, as);
const choices = async () => (await popular.newsroom.feed()).find(({ type }) => type === 'popular-choices')?.data;
const views = async (day: string) =>
  (await popular.newsroom.feed()).find(({ id, language }) => id === `${release}@${day}` && language === 'kk')?.data.views;
const list = (title: string, capturedAt: string) => ({
  source: 'Portal',
  capturedAt,
  language: 'ru',
  rows: [{ rank: 1, title, views: 1, comments: 0, reactions: 0 }],
});
const sendList = (body: object) => popular.newsroom.request('PUT', '/api/newsroom/outside-lists', { token: metricsToken, body });
const listed = async () =>
  (await popular.newsroom.feed()).filter(({ type }) => type === 'outside-list').map(({ data }) => data.capturedAt);
const settingsForm = '/content-manager/single-types/plugin::newsroom.site-settings?locale=ru';
const saveForm = (body: object) => popular.newsroom.request('PUT', settingsForm, { token: popular.token, body });

describe('before a silence', () => {
  it('what is counted, and lists of others, are published at once', async () => {
    await popular.count(release, '2026-03-01', 5);
    await sendList(list('Бір', '2026-03-01T00:00:00.000Z'));
    expect([await views('2026-03-01'), await listed()]).toEqual([5, ['2026-03-01T00:00:00.000Z']]);
    expect((await popular.desk()).silence).toBeNull();
  });

  it('one is not begun by an author, a stranger, or a body that does not say so', async () => {
    const before = await popular.logged();
    expect((await silence(true, await popular.personWith('strapi-author'))).status).toBe(403);
    expect((await silence(true, '')).status).toBe(401);
    expect(await silence('yes')).toEqual({ status: 400, told: expect.stringContaining('At silent') });
    expect(await popular.logged()).toBe(before);
  });
});

describe('while the lists stand still', () => {
  let since: string;
  beforeAll(async () => {
    const before = await popular.logged();
    expect((await silence(true)).status).toBe(204);
    expect(await popular.appended(before)).toEqual(['silence popular-choices popular']);
    since = (await popular.desk()).silence?.since ?? '';
  });

  it('readers are told since when, editors by whom; beginning it again changes nothing', async () => {
    expect(Math.abs(Date.now() - Date.parse(since))).toBeLessThan(60_000);
    const before = await popular.logged();
    expect((await silence(true)).status).toBe(204);
    expect(await popular.logged()).toBe(before);
    expect(await choices()).toEqual({ pins: [], exclusions: [], silentSince: since });
    expect((await popular.desk()).silence).toEqual({ since, by: 'First Administrator' });
  });

  it('counts and lists of others are kept, and nothing of them is published', async () => {
    const before = await popular.logged();
    await popular.count(release, '2026-03-01', 7);
    await popular.count(release, '2026-03-02', 9);
    expect((await sendList(list('Екі', '2026-03-02T00:00:00.000Z'))).body.data).toEqual({ stored: true });
    expect((await popular.desk()).lists[0]?.entries[0]).toMatchObject({ id: release, views: 16 });
    expect(await popular.logged()).toBe(before);
    expect([await views('2026-03-01'), await views('2026-03-02')]).toEqual([5, undefined]);
  });

  it('the comparison at the start takes what is held for no fault', async () => {
    const before = await popular.logged();
    await service('comparison').run();
    expect(await popular.appended(before)).toEqual([]);
    expect(await service('repairs').toTell()).toBeNull();
  });

  it('nor does one that was under way when it began publish anything', async () => {
    const before = await popular.logged();
    const found: Found = { compared: 0, mended: [], broken: [] };
    const { strapi } = popular.newsroom;
    await compareMetrics(strapi, found, 'repair', new AbortController().signal);
    await compareOutsideLists(strapi, found, 'repair');
    expect([await popular.appended(before), found.mended]).toEqual([[], []]);
  });

  it('nothing is pinned or left out, and the settings of the list stay', async () => {
    const before = await popular.logged();
    const told = expect.stringMatching(/^The popular lists stand still for readers at present/);
    expect(await popular.put('choices', { pins: [{ release }], exclusions: [] })).toEqual({ status: 400, told });
    const { inForce } = await popular.desk();
    expect(await popular.put('settings', { ...inForce, size: 3 })).toEqual({ status: 400, told });
    expect(await popular.logged()).toBe(before);
    expect((await popular.desk()).inForce).toEqual(inForce);
  });

  it('nor does the form of the site’s settings change which releases are in a language, and says so at the field', async () => {
    const { status, body } = await saveForm({ missingTranslations: 'leave-out' });
    expect(status).toBe(400);
    expect(body.error?.details.errors).toEqual([
      { path: ['missingTranslations'], name: 'translationsSilent', message: expect.stringContaining('stand still for readers') },
    ]);
    expect(await service('popular-settings').missingTranslations()).toBe('show');
  });

  it('an editor who works in Russian is told so in Russian', async () => {
    const headers = { Authorization: `Bearer ${popular.token}`, 'Content-Type': 'application/json', 'Accept-Language': 'ru' };
    const body = JSON.stringify({ missingTranslations: 'leave-out' });
    const answer = await fetch(`${popular.newsroom.origin}${settingsForm}`, { method: 'PUT', headers, body });
    expect(await answer.text()).toContain('Сейчас списки популярного для читателей заморожены');
  });

  it('all other settings of the site may change, also in a form that was opened when others of the list were in force', async () => {
    const { inForce } = await popular.desk();
    const stale = { popularSize: 3, popularHalfLifeDays: null, popularWindowDays: '8', missingTranslations: 'show' };
    expect((await saveForm({ siteNotice: 'Сегодня тишина', ...stale })).status).toBe(200);
    expect((await popular.desk()).inForce).toEqual(inForce);
  });

  it('texts are published as ever', async () => {
    const before = await popular.logged();
    const id = await popular.release('Үнсіздікте');
    expect(await popular.appended(before)).toEqual([`publish press-release ${id}`]);
  });
});

describe('when the silence ends', () => {
  it('what was held is published as what it is, then the lists move, and nobody is warned', async () => {
    const before = await popular.logged();
    expect((await silence(false)).status).toBe(204);
    await service('comparison').done();
    expect(await popular.appended(before)).toEqual([
      `import daily-metrics ${release}@2026-03-01`,
      `import daily-metrics ${release}@2026-03-02`,
      'import outside-list portal',
      'silence popular-choices popular',
    ]);
    expect([await views('2026-03-01'), await views('2026-03-02'), await listed()]).toEqual([7, 9, ['2026-03-02T00:00:00.000Z']]);
    expect(await choices()).toEqual({ pins: [], exclusions: [], silentSince: null });
    expect([await service('repairs').toTell(), (await popular.desk()).silence]).toEqual([null, null]);
  });

  it('the lists move again', async () => {
    await popular.count(release, '2026-03-03', 3);
    expect(await views('2026-03-03')).toBe(3);
    const { inForce } = await popular.desk();
    expect((await popular.put('settings', { ...inForce, size: 9 })).status).toBe(204);
    expect((await popular.desk()).inForce.size).toBe(9);
    expect((await saveForm({ missingTranslations: 'leave-out' })).status).toBe(200);
  });

  it('and the CMS stops before all of it is published, the next start goes on, and warns nobody', async () => {
    await silence(true);
    await popular.count(release, '2026-03-04', 4);
    await endAndStop();
    expect([await views('2026-03-04'), (await choices())?.silentSince]).toEqual([undefined, expect.any(String)]);
    const before = await popular.logged();
    await service('comparison').run();
    expect(await popular.appended(before)).toEqual([
      `import daily-metrics ${release}@2026-03-04`,
      'silence popular-choices popular',
    ]);
    expect(await service('repairs').toTell()).toBeNull();
  });

  it('and what was held cannot be published, the log says that, and the next start goes on', async () => {
    await silence(true);
    await popular.count(release, '2026-03-04', 44);
    const told: string[] = [];
    const { log } = popular.newsroom.strapi;
    const [{ error }, silences] = [log, service('silence')];
    const { settle } = silences;
    log.error = ((words: string) => told.push(words)) as never;
    silences.settle = () => Promise.reject(new Error('the disk is full'));
    await silence(false);
    await service('comparison').done();
    await service('comparison').run();
    [log.error, silences.settle] = [error, settle];
    const words = 'What was counted while the popular lists stood still is not all published yet; the next start goes on';
    expect(told).toEqual([`${words}: the disk is full`, `${words}: the disk is full`]);
    expect(await silences.unsettled()).toHaveLength(1);
    await service('comparison').run();
    expect([await silences.unsettled(), await views('2026-03-04')]).toEqual([[], 44]);
  });

  it('a hand past the CMS is told of again', async () => {
    await popular.newsroom.strapi.db.connection('newsroom_daily_metrics').where({ day: '2026-03-04' }).update({ views: 40 });
    const before = await popular.logged();
    await service('comparison').run();
    expect(await popular.appended(before)).toEqual([`repair daily-metrics ${release}@2026-03-04`]);
    expect((await service('repairs').toTell())?.mendedCount).toBe(1);
  });

  it('and another begins before all of it is published, what is held waits for the end of that one', async () => {
    await silence(true);
    await popular.count(release, '2026-03-05', 5);
    await endAndStop();
    await silence(true);
    const before = await popular.logged();
    await service('comparison').run();
    expect(await popular.appended(before)).toEqual(['silence popular-choices popular']);
    await silence(false);
    await service('comparison').done();
    expect((await popular.appended(before)).slice(1)).toEqual([
      `import daily-metrics ${release}@2026-03-05`,
      'silence popular-choices popular',
    ]);
    expect((await choices())?.silentSince).toBeNull();
  });

  it('and another begins and ends while it is being published, what that one held is published as well', async () => {
    await silence(true);
    await popular.count(release, '2026-03-06', 6);
    const silences = service('silence');
    const { settle } = silences;
    silences.settle = async (ids: number[]) => {
      silences.settle = settle;
      await silence(true); // after all days were compared
      await popular.count(release, '2026-03-01', 66);
      await silence(false);
      await settle(ids);
    };
    await silence(false);
    await expect.poll(() => views('2026-03-01'), { timeout: 5000 }).toBe(66);
    await service('comparison').done();
    expect(await service('repairs').toTell()).toMatchObject({ mendedCount: 1 }); // of the hand above, and no other
    expect((await popular.appended(0)).filter((row) => row.startsWith('repair'))).toHaveLength(1);
  });

  /** The silence ends, and the CMS stops before it does anything more. */
  async function endAndStop(): Promise<void> {
    const comparison = service('comparison');
    const { appendHeld } = comparison;
    comparison.appendHeld = async () => undefined;
    await silence(false);
    comparison.appendHeld = appendHeld;
  }
});
