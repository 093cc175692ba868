import { afterAll, beforeAll, expect, it } from 'vitest';
import { feedToken, metricsToken, startNewsroom, type TestNewsroom } from './newsroom';

let newsroom: TestNewsroom;
beforeAll(async () => {
  newsroom = await startNewsroom();
});
afterAll(() => newsroom.stop());

const list = (source: string, capturedAt: string, title: string) => ({
  source,
  capturedAt,
  language: 'ru',
  rows: [{ rank: 1, title, views: 10, comments: 0, reactions: 2 }],
});
async function send(body: object, token = metricsToken): Promise<string> {
  const answer = await newsroom.request('PUT', '/api/newsroom/outside-lists', { token, body });
  return `${answer.status} ${JSON.stringify(answer.body.data ?? answer.body.error?.message)}`;
}
const inFeed = async () =>
  (await newsroom.feed())
    .filter(({ type }) => type === 'outside-list')
    .map(({ id, language, data }) => [id, language, (data.rows as { title: string }[])[0]?.title]);

it('a list is kept as it came; the same again changes nothing, another of the same source and time is refused', async () => {
  const first = list('News portal', '2026-03-01T00:00:00.000Z', 'One');
  expect(await send(first)).toBe('200 {"stored":true}');
  const changes = (await newsroom.changes()).length;
  expect(await send(first)).toBe('200 {"stored":false}');
  expect(await send({ ...first, language: null })).toMatch(/^400 "Nothing was taken in: a list of .* is kept already/);
  expect((await newsroom.changes()).length).toBe(changes);
  expect(await inFeed()).toEqual([['news-portal', null, 'One']]);
});

it('the feed gives the newest of each source, whatever came last', async () => {
  await send(list('News portal', '2026-03-03T00:00:00.000Z', 'Three'));
  expect(await send(list('News portal', '2026-03-02T00:00:00.000Z', 'Two'))).toBe('200 {"stored":true}');
  expect(await inFeed()).toEqual([['news-portal', null, 'Three']]);
});

it('two sources whose names are spelt alike are two lists', async () => {
  await send(list('News Portal!', '2026-03-01T00:00:00.000Z', 'Another'));
  await send(list('News portal', '2026-03-04T00:00:00.000Z', 'Four'));
  expect((await inFeed()).sort()).toEqual([
    ['news-portal', null, 'Four'],
    ['news-portal-2', null, 'Another'],
  ]);
});

it('a malformed list is refused as a whole, and so is one with the wrong token', async () => {
  const before = await inFeed();
  const bad = {
    ...list('News portal', '2026-03-05T00:00:00.000Z', 'Five'),
    rows: [{ rank: 2, title: 'x', views: 1, comments: 0, reactions: 0 }],
  };
  expect(await send(bad)).toContain('400 "Nothing was taken in. At rows: the ranks are not 1, 2, 3 and so on');
  expect(await send(list('News portal', '2026-03-05T00:00:00.000Z', 'Five'), feedToken)).toMatch(/^403/);
  expect(await inFeed()).toEqual(before);
});
