import { randomUUID } from 'node:crypto';
import { deskOrderSchema } from '@newsroom/shared/desk-order';
import type { Edition } from '@newsroom/shared/edition';
import { pausedBy } from '@newsroom/shared/edition';
import { editionsViewSchema } from '@newsroom/shared/editions-view';
import type { PublisherReport } from '@newsroom/shared/publisher-report';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Editor, startWithEditor } from './acts';
import { administrator, feedToken, metricsToken, nobody, type TestNewsroom } from './newsroom';
import { reportOf } from './reports';
import { editionOf } from './stubs';

let newsroom: TestNewsroom;
let editor: Editor;
let token: string;
let epoch: string;
beforeAll(async () => {
  ({ newsroom, token, editor } = await startWithEditor());
  await service('desk').stop();
  epoch = await service('history').epoch();
});
afterAll(() => newsroom.stop());

const service = (name: string) => newsroom.strapi.plugin('newsroom').service(name);
const head = (): Promise<number> => service('changes').head();
const see = (edition: Edition) => service('seen-editions').note(edition);

async function view(as = token) {
  return editionsViewSchema.parse(JSON.parse((await newsroom.request('GET', '/newsroom/editions', { token: as })).text));
}

async function report(more: Partial<PublisherReport>): Promise<void> {
  const body = reportOf(more);
  expect((await newsroom.request('POST', '/api/newsroom/publisher/report', { token: feedToken, body })).status).toBe(204);
}

/** An edition of everything up to a seq is made and seen. */
async function deploy(seq: number, generation: number, more: Partial<Edition> = {}): Promise<void> {
  const edition = editionOf(epoch, seq, generation, more);
  await report({
    state: { kind: 'deployed', edition },
    durations: { draw: 1200 },
    kept: [generation, generation - 1].filter((one) => one > 0),
  });
  await see(edition);
}

async function personWith(role: string): Promise<string> {
  const person = { ...administrator, email: `${role}@example.org` };
  const { id } = await newsroom.strapi.db.query('admin::role').findOne({ where: { code: role } });
  const data = { ...person, firstname: 'Айгерім', lastname: 'Серік', isActive: true, registrationToken: null, roles: [id] };
  await newsroom.strapi.service('admin::user').create(data);
  return newsroom.logIn(person);
}

const order = async (body: object, as = token) => {
  const answer = await newsroom.request('POST', '/newsroom/orders', { token: as, body });
  return { status: answer.status, told: answer.body.error?.message ?? answer.text };
};

describe('before anything was made', () => {
  it('everything waits, and nothing is known of the site', async () => {
    const seen = await view();
    expect(seen).toMatchObject({
      live: null,
      site: nobody,
      wanted: { epoch, seq: await head() },
      publisherHeardAt: null,
      runs: [],
    });
    expect(seen.caller).toEqual({ kind: 'none', target: null, lastCall: null });
    expect(seen.waiting.count).toBe(3);
    expect(seen.waiting.versions.map(({ type, language }) => `${type} ${language}`).sort()).toEqual(
      ['en', 'kk', 'ru'].map((language) => `site-settings ${language}`),
    );
  });
});

describe('what an edition brought', () => {
  it('is what changed since the one before it, by the titles that editors know, metrics in one line', async () => {
    await deploy(await head(), 1);
    const delegation = await editor.create('delegation', 'ru', { electionBody: 'Избирком', countryCode: 'UZ' });
    const event = await editor.create('event', 'kk', { name: 'Сайлау', kind: 'local', votingDay: '2030-01-01' });
    const link = (documentId: string) => ({ connect: [{ documentId, locale: 'kk' }] });
    const accredited = { event: link(event), delegation: link(delegation), observers: 3, asOf: '2029-12-01' };
    await editor.create('accreditation', '', accredited);
    const release = await editor.create('press-release', 'kk', { title: 'Кездесу' });
    await editor.publish('press-release', release, 'kk');
    const rows = ['01', '02', '03'].map((day) => {
      return { release, language: 'kk', day: `2026-01-${day}`, views: 5, comments: 0, reactions: 0 };
    });
    await newsroom.request('PUT', '/api/newsroom/metrics', { token: metricsToken, body: { source: 'log', rows } });
    const { waiting } = await view();
    expect(waiting.count).toBe(9);
    await deploy(await head(), 2);
    const [run] = (await view()).runs;
    expect(run?.broughtCount).toBe(9);
    const lines = run?.brought.map(({ type, language, title }) => `${type} ${language} ${title}`);
    expect(lines?.at(-1)).toBe('daily-metrics null 2026-01-01 – 2026-01-03');
    expect(lines?.sort()).toEqual(
      [
        'accreditation null Избирком · Сайлау',
        'daily-metrics null 2026-01-01 – 2026-01-03',
        ...['kk', 'ru', 'en'].map((language) => `delegation ${language} Избирком`),
        ...['kk', 'ru', 'en'].map((language) => `event ${language} Сайлау`),
        'press-release kk Кездесу',
      ].sort(),
    );
    expect(run).toMatchObject({ state: { kind: 'deployed' }, durations: { draw: 1200 }, kept: true });
    expect(run?.provenAt).not.toBeNull();
  });

  it('is named as well where it went', async () => {
    const id = await editor.create('page', 'kk', { title: 'Байланыс' });
    await editor.publish('page', id, 'kk');
    await deploy(await head(), 3);
    await editor.remove('page', id, '*');
    const making = { epoch, seq: await head(), code: 'c'.repeat(64), asOf: '2026-02-01' };
    await report({ making, state: { kind: 'working', stage: 'draw' } });
    const [run] = (await view()).runs;
    expect(run).toMatchObject({ state: { kind: 'working', stage: 'draw' }, broughtCount: 1, provenAt: null, kept: false });
    expect(run?.brought).toEqual([{ type: 'page', id, language: 'kk', title: 'Байланыс' }]);
    await deploy(await head(), 4);
  });
});

describe('what waits', () => {
  it('is told with its titles, the longest first, since when, and why', async () => {
    const [first, second] = [
      await editor.create('press-release', 'kk', { title: 'Бірінші' }),
      await editor.create('press-release', 'ru', { title: 'Вторая' }),
    ];
    await editor.publish('press-release', first, 'kk');
    await editor.publish('press-release', second, 'ru');
    const making = { epoch, seq: await head(), code: 'c'.repeat(64), asOf: '2026-02-01' };
    await report({ making, state: { kind: 'refused', why: 'loss', message: 'Half of it.', gone: 12 } });
    const { waiting } = await view();
    expect(waiting).toMatchObject({ count: 2, obstacle: { kind: 'refused', why: 'loss' } });
    expect(waiting.versions.map(({ title }) => title)).toEqual(['Бірінші', 'Вторая']);
    const [row] = (await newsroom.changes()).filter((one) => one.document === first) as unknown as { at: string }[];
    expect(waiting.since).toBe(new Date(row?.at ?? 0).toISOString());
    await deploy(await head(), 5);
    expect((await view()).waiting).toEqual({ count: 0, versions: [], since: null, obstacle: null });
  });
});

describe('reports of one run that come at once', () => {
  it('are all taken, and the run stays as it ended', async () => {
    const run = randomUUID();
    const working = { run, state: { kind: 'working', stage: 'draw' } } as const;
    const ended = { run, state: { kind: 'refused', why: 'draw', message: 'It cannot be drawn.' } } as const;
    await Promise.all([working, working, ended, working].map((one) => service('runs').take(reportOf(one))));
    await report(working);
    const rows = await newsroom.strapi.db.query('plugin::newsroom.run').findMany({ where: { run } });
    expect(rows.map(({ kind }) => kind)).toEqual(['refused']);
  });
});

describe('many runs', () => {
  it('that found nothing to do leave one row, and old ones are forgotten but for the edition that is live', async () => {
    for (let number = 0; number < 5; number += 1) await report({});
    const kinds = (await view()).runs.map(({ state }) => state.kind);
    expect(kinds.filter((kind) => kind === 'nothing')).toHaveLength(1);
    const row = { kind: 'refused', begunAt: new Date(), heardAt: new Date() };
    for (let number = 0; number < 230; number += 1) {
      const told = {
        run: randomUUID(),
        publisher: 'x',
        startedAt: new Date().toISOString(),
        making: null,
        durations: {},
        changes: null,
      };
      const state = { kind: 'refused', why: 'cms', message: 'It does not answer.' };
      const data = { ...row, run: told.run, report: JSON.stringify({ ...told, state, held: [], warnings: [], kept: [] }) };
      await newsroom.strapi.db.query('plugin::newsroom.run').create({ data });
    }
    await report({ state: { kind: 'refused', why: 'cms', message: 'Still.' } });
    expect(await newsroom.strapi.db.query('plugin::newsroom.run').count()).toBe(201);
    const { runs } = await view();
    expect(runs.at(-1)).toMatchObject({ state: { kind: 'deployed', edition: { generation: 5 } } });
    expect(runs).toHaveLength(31);
  });
});

describe('an order that is not carried out yet', () => {
  const asked = async () => (await view()).orders.map(({ number, kind, by }) => [number, kind, by]);
  /** A publisher asks what is new; it is done with the orders up to this one. */
  const knows = (number: number) =>
    newsroom.request('GET', `/api/newsroom/changes/wait?order=${number}&seconds=0`, { token: feedToken });

  it('is shown with who gave it and when, until a publisher is done with it or the site shows it', async () => {
    expect(await asked()).toEqual([]);
    for (const kind of ['publish', 'release', 'publish']) expect(await order({ kind })).toMatchObject({ status: 201 });
    const given = ['publish', 'release', 'publish'].map((kind, index) => [index + 1, kind, 'First Administrator']);
    expect(await asked()).toEqual(given);
    expect(Date.parse((await view()).orders[0]?.at ?? '')).toBeGreaterThan(0);
    await knows(0);
    expect(await asked()).toEqual(given);
    await knows(1); // it made no edition: nothing on the site tells of it
    expect(await asked()).toEqual(given.slice(1));
    await knows(99); // of another history
    expect(await asked()).toEqual(given.slice(1));
    await deploy(await head(), 5, { order: 2, at: new Date().toISOString() });
    expect(await asked()).toEqual(given.slice(2));
    await knows(3);
    expect(await asked()).toEqual([]);
    expect([await service('orders').handled(), await service('orders').newest()]).toEqual([3, 3]);
    await newsroom.strapi.db.query('plugin::newsroom.order').deleteMany({ where: {} });
    await newsroom.strapi.db.query('plugin::newsroom.seen-edition').deleteMany({ where: { seq: await head(), generation: 5 } });
    await deploy(await head(), 5);
  });
});

describe('an order', () => {
  it('is numbered and kept with the name of who gave it, for the publisher', async () => {
    const person = await personWith('strapi-editor');
    expect((await view(person)).mayOrder).toBe(true);
    expect(await order({ kind: 'roll-back', generation: 4 }, person)).toEqual({ status: 201, told: '{"number":1}' });
    expect(await order({ kind: 'release' })).toEqual({ status: 201, told: '{"number":2}' });
    expect(await order({ kind: 'accept-loss', seq: await head() })).toEqual({ status: 201, told: '{"number":3}' });
    const orders = (await service('orders').since(1)).map((one: unknown) => deskOrderSchema.parse(one));
    expect(orders.map(({ number, kind, by }: { number: number; kind: string; by: string }) => [number, kind, by])).toEqual([
      [2, 'release', 'First Administrator'],
      [3, 'accept-loss', 'First Administrator'],
    ]);
    expect((await service('orders').since(0))[0]).toMatchObject({ kind: 'roll-back', generation: 4, by: 'Айгерім Серік' });
  });

  it('to roll back is told with the name of who gave it to people who are logged in, though the site names nobody', async () => {
    const at = '2026-02-01T09:00:00.000Z';
    const pauseOf = (by: string, number: number) => service('orders').pauseOf({ paused: { by, at }, order: number });
    expect(await pauseOf(pausedBy.desk, 1)).toEqual({ by: 'Айгерім Серік', at });
    expect(await pauseOf(pausedBy.operator, 1)).toEqual({ by: pausedBy.operator, at });
    expect(await pauseOf(pausedBy.desk, 99)).toEqual({ by: pausedBy.desk, at });
  });

  it('that makes no sense is refused in words', async () => {
    expect(await order({ kind: 'explode' })).toMatchObject({ status: 400, told: expect.stringContaining('This is no order.') });
    expect(await order({ kind: 'roll-back' })).toMatchObject({ status: 400, told: expect.stringContaining('generation') });
    expect(await order({ kind: 'roll-back', generation: 1 })).toMatchObject({
      status: 400,
      told: 'Edition 1 is not kept any more: 5, 4 can be brought back.',
    });
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'Accept-Language': 'ru' };
    const body = JSON.stringify({ kind: 'roll-back', generation: 1 });
    const inRussian = await fetch(`${newsroom.origin}/newsroom/orders`, { method: 'POST', headers, body });
    expect(await inRussian.text()).toContain('Выпуск 1 больше не хранится; вернуть можно: 5, 4.');
    expect(await order({ kind: 'accept-loss', seq: 99_999 })).toMatchObject({
      status: 400,
      told: expect.stringContaining('99999'),
    });
  });

  it('is not given by an author, who sees the editions all the same', async () => {
    const author = await personWith('strapi-author');
    expect((await view(author)).mayOrder).toBe(false);
    expect(await order({ kind: 'publish' }, author)).toMatchObject({ status: 403 });
    expect((await newsroom.request('GET', '/newsroom/standing/press-release/x', { token: author })).status).toBe(200);
  });

  it('may not be given by editors any more where an administrator said so, after a new start, too', async () => {
    const permissions = newsroom.strapi.db.query('admin::permission');
    const where = { action: 'plugin::newsroom.orders.give', role: { code: 'strapi-editor' } };
    expect(await permissions.count({ where })).toBe(1);
    await newsroom.strapi.service('admin::permission').deleteByIds((await permissions.findMany({ where })).map(({ id }) => id));
    await service('setup').afterStrapi();
    expect(await permissions.count({ where })).toBe(0);
  });

  it('gets a number after those that the site carried out, where the database is an older copy', async () => {
    await see(editionOf(epoch, await head(), 6, { order: 40 }));
    expect(await order({ kind: 'publish' })).toEqual({ status: 201, told: '{"number":41}' });
  });

  it.each(['/newsroom/editions', '/newsroom/orders'])('and all of this is nothing for strangers: %s', async (address) => {
    const method = address.endsWith('orders') ? 'POST' : 'GET';
    expect((await newsroom.request(method, address, { body: method === 'POST' ? {} : undefined })).status).toBe(401);
  });
});
