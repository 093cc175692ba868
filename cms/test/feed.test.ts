import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editorOf } from './acts';
import { feedToken, startNewsroom, type TestNewsroom } from './newsroom';

let newsroom: TestNewsroom;
beforeAll(async () => {
  newsroom = await startNewsroom();
});
afterAll(() => newsroom.stop());

describe('the feed', () => {
  it('stays the state of the moment in which it was asked for, whatever is published meanwhile', async () => {
    const editor = editorOf(newsroom, await newsroom.logIn());
    const id = await editor.create('press-release', 'kk', { title: 'Бұрын' });
    await editor.publish('press-release', id, 'kk');
    const plugin = newsroom.strapi.plugin('newsroom');
    const reading = plugin.service('feed').lines(await plugin.service('history').state(), null);
    const lines = [(await reading.next()).value];
    await editor.publish('press-release', id, 'kk', { title: 'Кейін' });
    await editor.create('event', 'kk', { name: 'Жаңа', kind: 'local', votingDay: '2030-01-01' });
    for await (const line of reading) lines.push(line);
    const [header, ...rest] = lines.map((line) => JSON.parse(line));
    expect(rest.pop()).toEqual({
      end: true,
      seq: header.seq,
      count: rest.length,
      digest: createHash('sha256').update(lines.slice(0, -1).join('')).digest('hex'),
    });
    expect(rest.find((line) => line.id === id).data.title).toBe('Бұрын');
    expect(rest.every((line) => line.seq <= header.seq)).toBe(true);
    expect(header.counts.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(rest.length);
  });

  it('is whole however long it is', async () => {
    const before = (await newsroom.feed()).length;
    const rows = Array.from({ length: 1100 }, (_, number) => ({
      type: 'daily-metrics',
      document: `counted@${number}`,
      language: 'kk',
      act: 'import',
      data: '{"views":1}',
      at: new Date(),
    }));
    for (const row of rows) await newsroom.strapi.db.query('plugin::newsroom.change').create({ data: row });
    const lines = await newsroom.feed();
    expect(lines.length).toBe(before + rows.length);
    expect(new Set(lines.map((line) => line.id)).has('counted@1099')).toBe(true);
    expect(lines.at(-1)).toMatchObject({ count: lines.length - 2 });
  });

  it('says of a setting left empty that it is empty', async () => {
    const settings = newsroom.strapi.plugin('newsroom').service('popular-settings');
    await settings.save({ ...(await settings.inForce()), halfLifeDays: null }, null);
    const line = (await newsroom.feed()).find((one) => one.type === 'site-settings' && one.language === 'kk');
    expect(line?.data.popular).toMatchObject({ halfLifeDays: null, windowDays: 7 });
  });

  it('breaks the connection when it fails on the way, instead of ending as if all were well', async () => {
    const feed = newsroom.strapi.plugin('newsroom').service('feed');
    const { lines } = feed;
    feed.lines = async function* () {
      yield '{"feed":"newsroom"}\n';
      throw new Error('the database is gone');
    };
    await expect(newsroom.request('GET', '/api/newsroom/feed', { token: feedToken })).rejects.toThrow();
    feed.lines = lines;
    expect((await newsroom.feed()).at(-1)).toMatchObject({ end: true });
  });

  it('refuses parameters that it does not know, instead of giving something else than was asked for', async () => {
    for (const query of ['since=4', 'epoch=a&since=4&at=4', 'epoch=a', 'epoch=a&since=-1', 'epoch=a&since=1&mark=b', 'from=1']) {
      const { status, body } = await newsroom.request('GET', `/api/newsroom/feed?${query}`, { token: feedToken });
      expect([query, status, body.error?.message]).toEqual([query, 400, expect.stringContaining('either at or since')]);
    }
  });
});
