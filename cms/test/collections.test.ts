import { addDays } from '@newsroom/shared/local-time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feedToken, metricsToken } from './newsroom';
import { type PopularNewsroom, startPopular } from './popular-newsroom';

let popular: PopularNewsroom;
/** Long ago, where the day does not matter. */
const longAgo = '2026-01-02';
let today: string;
let release: string;
beforeAll(async () => {
  popular = await startPopular();
  ({ today } = await popular.desk());
  release = await popular.release('Шыңдағы');
});
afterAll(() => popular.newsroom.stop());

const send = (body: unknown, token = metricsToken) =>
  popular.newsroom.request('PUT', '/api/newsroom/collections', { token, body });
const spike = (of: string) => ({ release: of, language: 'kk', asked: 1_000_000, counted: 20, networks: 1 });
const day = (more: object = {}) => ({
  day: today,
  views: 100,
  leftOut: { robot: 7, office: 2 },
  spikes: [spike(release)],
  ...more,
});
const bad = (more: object = {}) => ({ day: longAgo, views: 1, leftOut: {}, spikes: [], ...more });
const collected = async () => (await popular.desk()).collections;

describe('what a counter says of its work', () => {
  it('is kept by source and day, told on the page, and publishes nothing', async () => {
    const before = await popular.logged();
    const answer = await send({ source: 'access-log', days: [day(), day({ day: addDays(today, -1), leftOut: {}, spikes: [] })] });
    expect([answer.status, answer.text]).toEqual([200, '{"days":2}']);
    await send({ source: 'cdn', days: [day({ views: 5_000_000_000 })] });
    expect(await popular.logged()).toBe(before);
    expect((await collected()).map(({ source, day: one, views }) => [source, one, views])).toEqual([
      ['access-log', today, 100],
      ['cdn', today, 5_000_000_000],
      ['access-log', addDays(today, -1), 100],
    ]);
    expect((await collected())[0]).toEqual({ source: 'access-log', ...day() });
  });

  it('is replaced when it says it again, in that source alone', async () => {
    await send({ source: 'access-log', days: [day({ views: 1, leftOut: { 'network-cap': 3 }, spikes: [] })] });
    const [own, other] = await collected();
    expect(own).toEqual({ source: 'access-log', day: today, views: 1, leftOut: { 'network-cap': 3 }, spikes: [] });
    expect(other?.views).toBe(5_000_000_000);
    const rows = await popular.newsroom.strapi.db.connection('newsroom_collections').where({ source: 'access-log' });
    expect(rows).toHaveLength(2);
  });

  it('names releases that the CMS does not know as they came', async () => {
    expect((await send({ source: 'cdn', days: [day({ spikes: [spike('nosuchrelease')] })] })).status).toBe(200);
    const { collections, releases } = await popular.desk();
    expect(collections[1]?.spikes).toEqual([spike('nosuchrelease')]);
    expect(releases.find(({ id }) => id === 'nosuchrelease')).toEqual({ id: 'nosuchrelease', state: 'gone', versions: [] });
  });

  it('is told for thirty days', async () => {
    await send({ source: 'old', days: [day({ day: addDays(today, -29) }), day({ day: addDays(today, -30) })] });
    expect((await collected()).filter(({ source }) => source === 'old').map((one) => one.day)).toEqual([addDays(today, -29)]);
  });
});

describe('it is refused as a whole', () => {
  it.each([
    [
      'a reason that nobody knows',
      { source: 'x', days: [bad(), bad({ day: '2026-01-01', leftOut: { boredom: 1 } })] },
      'At days.1.leftOut',
    ],
    ['a day that is none', { source: 'x', days: [bad({ day: '2026-02-30' })] }, 'At days.0.day'],
    ['a day twice', { source: 'x', days: [bad(), bad()] }, 'At days: a day is named twice'],
    ['less than nothing', { source: 'x', days: [bad({ views: -1 })] }, 'At days.0.views'],
    ['no days', { source: 'x', days: [] }, 'At days'],
    ['a source that is no name', { source: '<b>', days: [bad()] }, 'At source'],
    ['a spike without a release', { source: 'x', days: [bad({ spikes: [spike('')] })] }, 'At days.0.spikes.0.release'],
    ['nothing', {}, 'At source'],
  ])('%s', async (_, body, place) => {
    const before = await collected();
    const answer = await send(body);
    expect([answer.status, answer.body.error?.message]).toEqual([400, expect.stringContaining(`Nothing was taken in. ${place}`)]);
    expect(await collected()).toEqual(before);
  });

  it('with the wrong token, or none', async () => {
    const body = { source: 'x', days: [bad()] };
    expect((await send(body, feedToken)).status).toBe(403);
    expect((await send(body, '')).status).toBe(401);
  });
});
