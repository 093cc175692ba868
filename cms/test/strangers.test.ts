import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { feedToken, metricsToken, startNewsroom, type TestNewsroom } from './newsroom';

let newsroom: TestNewsroom;
beforeAll(async () => {
  newsroom = await startNewsroom();
});
afterAll(() => newsroom.stop());

describe('a stranger', () => {
  it.each([
    '/api/newsroom/feed',
    '/api/newsroom/metrics',
    '/api/newsroom/outside-lists',
    '/api/newsroom/collections',
    `/api/newsroom/media/${'0'.repeat(64)}`,
    '/newsroom/slug?type=event&locale=kk&text=x',
    '/newsroom/standing/press-release/x',
    '/newsroom/editions',
    '/newsroom/popular',
    '/newsroom/popular/releases?q=x',
    '/api/newsroom/publisher/report',
    '/api/press-releases',
    '/api/newsroom/press-releases',
    '/api/upload/files',
    '/content-manager/collection-types/plugin::newsroom.press-release',
    '/uploads/x.png',
  ])('gets nothing at %s', async (address) => {
    expect([401, 403, 404, 405]).toContain((await newsroom.request('GET', address)).status);
  });

  it('cannot register: there is an administrator already, and there are no other users', async () => {
    const body = { email: 'x@example.org', password: 'Correct-Horse-8', firstname: 'X' };
    expect((await newsroom.request('POST', '/admin/register-admin', { body })).status).toBe(400);
    expect([404, 405]).toContain((await newsroom.request('POST', '/api/auth/local/register', { body })).status);
  });
});

describe('an uploaded file', () => {
  const name = 'draft-of-a-decision.txt';
  const file = () => path.join(newsroom.strapi.dirs.static.public, 'uploads', name);
  beforeAll(() => {
    mkdirSync(path.dirname(file()), { recursive: true });
    writeFileSync(file(), 'not yet public');
  });
  afterAll(() => rmSync(file()));

  it.each([
    `/uploads/${name}`,
    `/Uploads/${name}`,
    `//uploads/${name}`,
    `/x/..%2fuploads/${name}`,
    `/%75ploads/${name}`,
    `/uploads/${name}?expires=9999999999&signature=x`,
  ])('is not given out by its address alone: %s', async (address) => {
    expect((await newsroom.request('GET', address)).text).not.toContain('not yet public');
  });

  it('is shown to an editor, by the addresses that the admin gets', async () => {
    const token = await newsroom.logIn();
    const form = new FormData();
    const pixel = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    );
    form.append('files', new Blob([pixel], { type: 'image/png' }), 'pixel.png');
    await fetch(`${newsroom.origin}/upload`, { method: 'POST', headers: { Authorization: `Bearer ${token}` }, body: form });
    const { text } = await newsroom.request('GET', '/upload/files?page=1&pageSize=5', { token });
    const { results } = JSON.parse(text) as { results: { id: number; url: string }[] };
    const one = JSON.parse((await newsroom.request('GET', `/upload/files/${results[0]?.id}`, { token })).text) as { url: string };
    for (const url of [results[0]?.url ?? '', one.url]) {
      expect((await newsroom.request('GET', url)).status).toBe(200);
      expect((await newsroom.request('GET', url.split('?')[0] ?? '')).status).toBe(404);
    }
  });

  it('is not given out by an address that was signed too long ago', async () => {
    const service = newsroom.strapi.plugin('newsroom').service('private-uploads');
    const { url } = await newsroom.strapi.plugin('upload').provider.getSignedUrl({ url: `/uploads/${name}` });
    const query = Object.fromEntries(new URL(url, newsroom.origin).searchParams);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * 60 * 60 * 1000 });
    expect(service.admits(`/uploads/${name}`, query)).toBe(false);
    vi.useRealTimers();
    expect(service.admits(`/uploads/${name}`, query)).toBe(true);
  });

  it('is given out by the address that the admin signs, and by no altered one', async () => {
    const { url } = await newsroom.strapi.plugin('upload').provider.getSignedUrl({ url: `/uploads/${name}` });
    expect((await newsroom.request('GET', url)).text).toBe('not yet public');
    expect((await newsroom.request('GET', url.replace(/expires=\d+/, 'expires=9999999999'))).status).toBe(404);
    expect((await newsroom.request('GET', url.replace(name, 'another.txt'))).status).toBe(404);
  });
});

describe('tokens', () => {
  it('are the two of the newsroom, each with what it is for', async () => {
    const tokens = await newsroom.strapi.db.query('admin::api-token').findMany({ populate: ['permissions'] });
    expect(
      tokens.map(({ name, type, permissions }) => [name, type, permissions.map((one: { action: string }) => one.action)]),
    ).toEqual([
      [
        'Site build',
        'custom',
        [
          'plugin::newsroom.feed.read',
          'plugin::newsroom.media.read',
          'plugin::newsroom.changes.read',
          'plugin::newsroom.changes.wait',
          'plugin::newsroom.publisher.report',
        ],
      ],
      [
        'Metrics import',
        'custom',
        ['plugin::newsroom.metrics.import', 'plugin::newsroom.collections.store', 'plugin::newsroom.outside-lists.store'],
      ],
    ]);
  });

  it('open only what they are for', async () => {
    expect((await newsroom.request('GET', '/api/newsroom/feed', { token: feedToken })).status).toBe(200);
    expect((await newsroom.request('GET', '/api/newsroom/feed', { token: metricsToken })).status).toBe(403);
    expect((await newsroom.request('PUT', '/api/newsroom/metrics', { token: feedToken, body: {} })).status).toBe(403);
    expect((await newsroom.request('PUT', '/api/newsroom/collections', { token: feedToken, body: {} })).status).toBe(403);
    expect((await newsroom.request('PUT', '/api/newsroom/collections', { token: metricsToken, body: {} })).status).toBe(400);
    for (const what of ['choices', 'settings', 'silence'])
      expect((await newsroom.request('PUT', `/newsroom/popular/${what}`, { token: metricsToken, body: {} })).status).toBe(401);
    const report = { token: metricsToken, body: {} };
    expect((await newsroom.request('POST', '/api/newsroom/publisher/report', report)).status).toBe(403);
  });
});

describe('the setup', () => {
  it('changes nothing when it runs again', async () => {
    const state = async () => ({
      changes: await newsroom.changes(),
      tokens: await newsroom.strapi.db.query('admin::api-token').findMany({ populate: ['permissions'] }),
      permissions: await newsroom.strapi.db.query('admin::permission').findMany({ orderBy: { id: 'asc' } }),
      locales: await newsroom.strapi.db.query('plugin::i18n.locale').findMany({ orderBy: { id: 'asc' } }),
      people: await newsroom.strapi.db.query('admin::user').count(),
      epoch: await newsroom.strapi.plugin('newsroom').service('history').epoch(),
    });
    const before = await state();
    await newsroom.strapi.plugin('newsroom').service('setup').afterStrapi();
    expect(await state()).toEqual(before);
    expect(before.people).toBe(1);
  });
});
