import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editorOf } from './acts';
import { metricsToken, startNewsroom, type TestNewsroom } from './newsroom';

let newsroom: TestNewsroom;
let release: string;
beforeAll(async () => {
  newsroom = await startNewsroom();
  const editor = editorOf(newsroom, await newsroom.logIn());
  release = await editor.create('press-release', 'kk', { title: 'Оқылған' });
  await editor.publish('press-release', release, 'kk');
});
afterAll(() => newsroom.stop());

const send = (source: string, rows: object[]) =>
  newsroom.request('PUT', '/api/newsroom/metrics', { token: metricsToken, body: { source, rows } });
const row = (views: number, more: object = {}) => ({
  release,
  language: 'kk',
  day: '2026-03-01',
  views,
  comments: 0,
  reactions: 0,
  ...more,
});
const metrics = async () => (await newsroom.feed()).filter((line) => line.type === 'daily-metrics').map((line) => line.data);

describe('daily metrics', () => {
  it('are one line per release, language and day, summed over their sources', async () => {
    expect((await send('access-log', [row(10), row(3, { language: 'ru' })])).status).toBe(200);
    await send('comments', [row(0, { comments: 4, reactions: 2 })]);
    expect(await metrics()).toEqual([
      { release, day: '2026-03-01', views: 3, comments: 0, reactions: 0 },
      { release, day: '2026-03-01', views: 10, comments: 4, reactions: 2 },
    ]);
  });

  it('are replaced, not added, when a source sends a day again; the same again changes nothing', async () => {
    await send('access-log', [row(12)]);
    const changes = (await newsroom.changes()).length;
    await send('access-log', [row(12)]);
    expect((await newsroom.changes()).length).toBe(changes);
    expect((await metrics()).at(-1)).toMatchObject({ views: 12, comments: 4 });
  });

  it('are refused as a whole when a release is unknown or a row is malformed', async () => {
    const before = await metrics();
    const unknown = await send('access-log', [row(99), row(1, { release: 'nosuchrelease' })]);
    expect([unknown.status, unknown.body.error?.message]).toEqual([
      400,
      'Nothing was taken in: there is no release nosuchrelease.',
    ]);
    const malformed = await send('access-log', [row(99), row(-1)]);
    expect([malformed.status, malformed.body.error?.message]).toEqual([400, expect.stringContaining('At rows.1.views')]);
    const twice = await send('access-log', [row(1), row(2)]);
    expect([twice.status, twice.body.error?.message]).toEqual([400, expect.stringContaining('two rows are about the same')]);
    expect(await metrics()).toEqual(before);
  });

  it('are refused of a day that has not come yet', async () => {
    const before = await metrics();
    const { status, body } = await send('access-log', [row(1), row(5, { day: '2931-03-01' })]);
    expect([status, body.error?.message]).toEqual([
      400,
      `Nothing was taken in: 2931-03-01, of ${release} (kk), has not come yet.`,
    ]);
    expect(await metrics()).toEqual(before);
  });

  it('are refused where all sources together come to more than the feed can say', async () => {
    const before = await metrics();
    const { status, body } = await send('export', [row(2_147_483_647)]);
    expect([status, body.error?.message]).toEqual([400, expect.stringContaining('than can be counted')]);
    expect(await metrics()).toEqual(before);
  });

  it('are all taken in, or none, when something fails halfway', async () => {
    const before = await metrics();
    const changes = newsroom.strapi.plugin('newsroom').service('changes');
    const { appendAll } = changes;
    changes.appendAll = async (states: unknown[], act: string) => {
      await appendAll(states.slice(0, 1), act);
      throw new Error('the disk is full');
    };
    expect((await send('access-log', [row(77), row(78, { language: 'en' })])).status).toBe(500);
    changes.appendAll = appendAll;
    expect(await metrics()).toEqual(before);
    const stored = await newsroom.strapi.db
      .query('plugin::newsroom.daily-metrics')
      .findMany({ where: { views: { $in: [77, 78] } } });
    expect(stored).toEqual([]);
  });
});
