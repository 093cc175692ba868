import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import comparison from '../src/plugins/newsroom/server/src/services/comparison';
import { type Editor, startWithEditor } from './acts';
import { metricsToken, type TestNewsroom } from './newsroom';

let newsroom: TestNewsroom;
let editor: Editor;
let token: string;
beforeAll(async () => {
  ({ newsroom, editor, token } = await startWithEditor());
});
afterAll(() => newsroom.stop());

const type = 'press-release';
const badge = readFileSync(
  path.resolve(
    import.meta.dirname,
    '../../shared/examples/meetings-with-observers/media/ed5e7511949f501e32d7c744ca8019609b505c3f038e99c48f5030fdc2889eb1',
  ),
);

/** A table as a hand past the CMS sees it. */
const sql = (table: string) => newsroom.strapi.db.connection(table);
const tableOf = (name: string) => newsroom.strapi.db.metadata.get(`plugin::newsroom.${name}`).tableName;
const releases = () => sql(tableOf(type));

/** What a comparison appends to the log, as "type document language", with a minus where something went. */
async function repaired(): Promise<string[]> {
  const before = (await newsroom.changes()).length;
  await newsroom.strapi.plugin('newsroom').service('comparison').run();
  return (await newsroom.changes()).slice(before).map((row) => {
    expect(row.act).toBe('repair');
    return `${row.type} ${row.document} ${row.language}${row.data === null ? ' −' : ''}`;
  });
}

const report = () =>
  newsroom.strapi.store({ type: 'plugin', name: 'newsroom' }).get({ key: 'repair-report' }) as Promise<{
    at: string;
    mendedCount: number;
    brokenCount: number;
    mended: { id: string; went: boolean }[];
    broken: { why: string }[];
  } | null>;

const inFeed = async (id: string, language: string) =>
  (await newsroom.feed()).find((line) => line.id === id && line.language === language)?.data;

async function release(title: string, more: object = {}): Promise<string> {
  const id = await editor.create(type, 'kk', { title, ...more });
  await editor.publish(type, id, 'kk');
  return id;
}

describe('what the CMS itself did', () => {
  it('is in the log already, what is deliberately not published among it', async () => {
    const file = await editor.upload('badge.png', 'image/png', badge);
    const cover = { file: file.id, alternativeText: 'Төсбелгі' };
    const pictured = await release('Суретпен', { cover, gallery: [cover], body: `Мәтін ![Төсбелгі](${file.url})` });
    const guests = await editor.create('delegation', 'kk', { electionBody: 'Қонақтар', countryCode: 'TR', logo: file.id });
    const named = await release('Аталған');
    const naming = await release('Атайды', {
      related: { connect: [{ documentId: named, locale: 'kk' }] },
      delegations: { connect: [{ documentId: guests, locale: 'kk' }] },
    });
    await editor.save(type, naming, 'ru', { title: 'Называет' });
    await editor.publish(type, naming, 'ru');
    await editor.publish(type, naming, 'kk', { releasedAt: '2024-02-02T02:00:00.000Z' });
    await editor.unpublish(type, named, 'kk'); // Strapi drops the relation from the published release
    await editor.save(type, naming, 'kk', { title: 'Өзгертілген жоба' });
    const form = new FormData();
    form.append('files', new Blob([new Uint8Array([...badge, 0])], { type: 'image/png' }), 'another.png');
    const headers = { Authorization: `Bearer ${token}` };
    const replaced = await fetch(`${newsroom.origin}/upload?id=${file.id}`, { method: 'POST', headers, body: form });
    expect(replaced.status).toBeLessThan(300);
    await newsroom.request('PUT', '/api/newsroom/metrics', {
      token: metricsToken,
      body: {
        source: 'one',
        rows: [{ release: pictured, language: 'kk', day: '2026-01-01', views: 5, comments: 0, reactions: 0 }],
      },
    });
    expect(await repaired()).toEqual([]);
    expect(await report()).toBeNull();
    expect((await inFeed(naming, 'kk'))?.related).toEqual([named]);
  });
});

describe('a version that a hand past the CMS', () => {
  it('changed, is published as it is now, in that language alone', async () => {
    const id = await release('Бастапқы');
    await editor.save(type, id, 'ru', { title: 'Первоначально' });
    await editor.publish(type, id, 'ru');
    await releases().where({ document_id: id, locale: 'kk' }).whereNotNull('published_at').update({ title: 'Қолмен' });
    expect(await repaired()).toEqual([`${type} ${id} kk`]);
    expect([(await inFeed(id, 'kk'))?.title, (await inFeed(id, 'ru'))?.title]).toEqual(['Қолмен', 'Первоначально']);
    expect(await repaired()).toEqual([]);
  });

  it('changed beside files that were replaced, keeps the files as they were published', async () => {
    const file = await editor.upload('other.png', 'image/png', Buffer.concat([badge, Buffer.from([1])]));
    const id = await release('Файлмен', { cover: { file: file.id, alternativeText: 'Сурет' }, body: `![Сурет](${file.url})` });
    const before = await inFeed(id, 'kk');
    const form = new FormData();
    form.append('files', new Blob([new Uint8Array([...badge, 2])], { type: 'image/png' }), 'third.png');
    await fetch(`${newsroom.origin}/upload?id=${file.id}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      body: form,
    });
    await releases().where({ document_id: id }).update({ summary: 'Қолмен' });
    expect(await repaired()).toEqual([`${type} ${id} kk`]);
    expect(await inFeed(id, 'kk')).toEqual({ ...before, summary: 'Қолмен' });
  });

  it('put there, is published', async () => {
    const id = await release('Көшірілетін');
    const [row] = await releases().where({ document_id: id }).whereNotNull('published_at');
    await releases().insert({ ...row, id: undefined, document_id: 'byhand', slug: 'by-hand', title: 'Қолдан' });
    expect(await repaired()).toEqual([`${type} byhand kk`]);
    expect(await inFeed('byhand', 'kk')).toMatchObject({ title: 'Қолдан', slug: 'by-hand' });
  });

  it('took away, goes', async () => {
    const id = await release('Жоғалады');
    await editor.save(type, id, 'ru', { title: 'Пропадёт' });
    await editor.publish(type, id, 'ru');
    await releases().where({ document_id: id, locale: 'ru' }).whereNotNull('published_at').delete();
    expect(await repaired()).toEqual([`${type} ${id} ru −`]);
    await releases().where({ document_id: id }).delete();
    expect(await repaired()).toEqual([`${type} ${id} kk −`]);
  });

  it('broke, stays as readers have it, and is told with what is wrong', async () => {
    const id = await editor.create('delegation', 'en', { electionBody: 'Guests', countryCode: 'AZ' });
    await sql(tableOf('delegation')).where({ document_id: id, locale: 'en' }).update({ country_code: 'QQ' });
    newsroom.strapi.log.level = 'silent';
    expect(await repaired()).toEqual([]);
    newsroom.strapi.log.level = 'error';
    expect(await inFeed(id, 'en')).toMatchObject({ countryCode: 'AZ' });
    expect(await report()).toMatchObject({ mendedCount: 0, brokenCount: 1, broken: [{ why: expect.stringContaining('QQ') }] });
    await sql(tableOf('delegation')).where({ document_id: id }).update({ country_code: 'AZ' });
  });

  it('took out of a release, although the directory still has it, goes from the release', async () => {
    const guests = await editor.create('delegation', 'kk', { electionBody: 'Кетеді', countryCode: 'KG' });
    const id = await release('Делегациямен', { delegations: { connect: [{ documentId: guests, locale: 'kk' }] } });
    expect((await inFeed(id, 'kk'))?.delegations).toEqual([guests]);
    const published = await releases().where({ document_id: id }).whereNotNull('published_at').first('id');
    const { attributes } = newsroom.strapi.db.metadata.get(`plugin::newsroom.${type}`);
    const { joinTable } = attributes.delegations as never as { joinTable: { name: string; joinColumn: { name: string } } };
    await sql(joinTable.name)
      .where({ [joinTable.joinColumn.name]: published.id })
      .delete();
    expect(await repaired()).toEqual([`${type} ${id} kk`]);
    expect((await inFeed(id, 'kk'))?.delegations).toEqual([]);
  });
});

describe('rows of the log that a hand past the CMS', () => {
  const log = () => sql('newsroom_changes');

  it('took away, are written again', async () => {
    const [never, newest, gone] = [await release('Мүлдем'), await release('Соңғысы'), await release('Кеткен')];
    await editor.publish(type, newest, 'kk', { title: 'Соңғысы, екінші' });
    await editor.unpublish(type, gone, 'kk');
    await log().where({ document: never }).delete();
    for (const document of [newest, gone])
      await log()
        .where({ id: log().where({ document }).max('id') })
        .delete();
    expect((await repaired()).sort()).toEqual([`${type} ${gone} kk −`, `${type} ${never} kk`, `${type} ${newest} kk`].sort());
    expect((await inFeed(newest, 'kk'))?.title).toBe('Соңғысы, екінші');
  });

  it('changed, are followed by what is true', async () => {
    const id = await release('Шындық');
    await log().where({ document: id }).update({ data: '{"title":"Жалған"}' });
    expect(await repaired()).toEqual([`${type} ${id} kk`]);
    expect((await inFeed(id, 'kk'))?.title).toBe('Шындық');
  });

  it('left in a language that the site does not have, are nobody’s business', async () => {
    await log().insert({ type: 'event', document: 'elsewhere', language: 'de', act: 'create', data: '{}', at: Date.now() });
    expect(await repaired()).toEqual([]);
  });
});

describe('counts and lists', () => {
  it('are published as they are in their tables', async () => {
    const id = await release('Саналған');
    const row = { release: id, language: 'kk', views: 5, comments: 1, reactions: 0 };
    const rows = ['2026-01-01', '2026-01-02', '2026-01-03'].map((day) => ({ ...row, day }));
    await newsroom.request('PUT', '/api/newsroom/metrics', { token: metricsToken, body: { source: 'log', rows } });
    await newsroom.request('PUT', '/api/newsroom/metrics', { token: metricsToken, body: { source: 'other', rows } });
    expect(await repaired()).toEqual([]);
    const counts = () => sql('newsroom_daily_metrics');
    await counts().where({ release: id, day: '2026-01-01', source: 'log' }).update({ views: 7 });
    await counts().where({ release: id, day: '2026-01-02' }).delete();
    await counts().insert({ ...row, day: '2026-01-09', source: 'log' });
    expect((await repaired()).sort()).toEqual([
      `daily-metrics ${id}@2026-01-01 kk`,
      `daily-metrics ${id}@2026-01-02 kk −`,
      `daily-metrics ${id}@2026-01-09 kk`,
    ]);
    expect((await inFeed(`${id}@2026-01-01`, 'kk'))?.views).toBe(12);
  });

  it('of others are published as they are kept, or go', async () => {
    const list = {
      source: 'Portal',
      capturedAt: '2026-03-01T00:00:00.000Z',
      language: 'ru',
      rows: [{ rank: 1, title: 'Один', views: 1, comments: 0, reactions: 0 }],
    };
    await newsroom.request('PUT', '/api/newsroom/outside-lists', { token: metricsToken, body: list });
    expect(await repaired()).toEqual([]);
    await sql('newsroom_outside_lists').delete();
    expect(await repaired()).toEqual(['outside-list portal  −']);
  });
});

describe('the report', () => {
  it('names what was mended, and stays until something else is found', async () => {
    const id = await release('Есепте');
    await releases().where({ document_id: id }).whereNotNull('published_at').delete();
    await repaired();
    const told = await report();
    expect(told).toMatchObject({ mendedCount: 1, brokenCount: 0, mended: [{ type, id, language: 'kk', went: true }] });
    expect(Date.parse(told?.at ?? '')).toBeGreaterThan(0);
    await repaired();
    expect(await report()).toEqual(told);
  });

  const told = async () => JSON.parse((await newsroom.request('GET', '/newsroom/editions', { token })).text).repair;

  it('is told on the page of the editions by titles: what went, and what is broken until somebody mends it', async () => {
    const gone = await release('Өшірілген');
    const event = await editor.create('event', 'kk', { name: 'Сайлау', kind: 'local', votingDay: '2030-01-01' });
    await releases().where({ document_id: gone }).whereNotNull('published_at').delete();
    await sql(tableOf('event')).where({ document_id: event, locale: 'kk' }).update({ kind: 'none' });
    newsroom.strapi.log.level = 'silent';
    await repaired();
    newsroom.strapi.log.level = 'error';
    const broken = { type: 'event', id: event, language: 'kk', title: 'Сайлау', why: expect.stringContaining('kind') };
    expect(await told()).toMatchObject({
      mended: [{ type, id: gone, language: 'kk', title: 'Өшірілген', went: true }],
      mendedCount: 1,
      broken: [broken],
      brokenCount: 1,
    });
    await editor.save('event', event, 'kk', { kind: 'presidential' });
    expect(await told()).toMatchObject({ mendedCount: 1, broken: [], brokenCount: 0 });
  });

  it('tells no more of what is broken once a comparison finds it in order, and of nothing after a week', async () => {
    const id = await editor.create('delegation', 'en', { electionBody: 'Board', countryCode: 'AM' });
    const row = () => sql(tableOf('delegation')).where({ document_id: id, locale: 'en' });
    await row().update({ country_code: 'QQ' });
    newsroom.strapi.log.level = 'silent';
    await repaired();
    newsroom.strapi.log.level = 'error';
    expect(await told()).toMatchObject({ mendedCount: 0, brokenCount: 1 });
    await row().update({ country_code: 'AM' });
    await repaired();
    expect(await told()).toBeNull();
    await releases()
      .where({ document_id: await release('Апта') })
      .whereNotNull('published_at')
      .delete();
    await repaired();
    const store = newsroom.strapi.store({ type: 'plugin', name: 'newsroom' });
    const kept = (await store.get({ key: 'repair-report' })) as object;
    expect(await told()).toMatchObject({ mendedCount: 1 });
    const longAgo = new Date(Date.now() - 8 * 24 * 3_600_000).toISOString();
    await store.set({ key: 'repair-report', value: { ...kept, at: longAgo } });
    expect(await told()).toBeNull();
  });

  it('comes of itself once the CMS listens', async () => {
    const id = await release('Іске қосылғанда');
    await releases().where({ document_id: id }).whereNotNull('published_at').delete();
    await newsroom.strapi.plugin('newsroom').service('setup').afterStrapi();
    newsroom.strapi.server.httpServer.emit('listening');
    expect(await repaired()).toEqual([`${type} ${id} kk −`]); // it waits for the one that the start began
    expect((await newsroom.changes()).filter((row) => row.document === id).map(({ act }) => act)).toEqual(['publish', 'repair']);
  });
});

describe('two processes that compare at once', () => {
  it('append each change once', async () => {
    const id = await release('Екеуі');
    await releases().where({ document_id: id }).whereNotNull('published_at').update({ title: 'Екеуі де' });
    const other = comparison({ strapi: newsroom.strapi });
    const before = (await newsroom.changes()).length;
    await Promise.all([newsroom.strapi.plugin('newsroom').service('comparison').run(), other.run()]);
    expect((await newsroom.changes()).slice(before).map(({ document }) => document)).toEqual([id]);
  });
});
