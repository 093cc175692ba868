import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Editor, startWithEditor, type Uploaded } from './acts';
import { metricsToken, type TestNewsroom } from './newsroom';

let newsroom: TestNewsroom;
let editor: Editor;
let token: string;
beforeAll(async () => {
  ({ newsroom, token, editor } = await startWithEditor());
});
afterAll(() => newsroom.stop());

const release = 'press-release';
const releases = '/content-manager/collection-types/plugin::newsroom.press-release';
const releasedAt = '2024-05-15T06:00:00.000Z';
const badge = readFileSync(
  path.resolve(
    import.meta.dirname,
    '../../shared/examples/meetings-with-observers/media/ed5e7511949f501e32d7c744ca8019609b505c3f038e99c48f5030fdc2889eb1',
  ),
);

/** A way in which published content changes: the request, once all is prepared, and what it must write into the log. */
interface Way {
  request(): Promise<{ status: number; text: string }>;
  /** "act type language", with a minus where something went. */
  log: string[];
}

let number = 0;
const some = (what: string) => {
  number += 1;
  return `${what} ${number}`;
};

const ask =
  (method: string, address: string, body: object = {}, bearer = token) =>
  () =>
    newsroom.request(method, address, { token: bearer, body });

/** A release that is published in these languages. */
async function published(...languages: string[]): Promise<string> {
  const [first = 'kk', ...more] = languages;
  const id = await editor.create(release, first, { title: some('Release'), releasedAt });
  await editor.publish(release, id, first);
  for (const language of more) {
    await editor.save(release, id, language, { title: some('Release') });
    await editor.publish(release, id, language);
  }
  return id;
}

const delegation = () => editor.create('delegation', 'kk', { electionBody: some('Guests'), countryCode: 'TR' });
const event = () => editor.create('event', 'kk', { name: some('Vote'), kind: 'local', votingDay: '2030-01-01' });
const inAll = (act: string, type: string, more = '') => ['kk', 'ru', 'en'].map((language) => `${act} ${type} ${language}${more}`);

async function replace(file: Uploaded): Promise<{ status: number; text: string }> {
  const form = new FormData();
  form.append('files', new Blob([new Uint8Array([...badge, 0])], { type: 'image/png' }), 'another.png');
  const headers = { Authorization: `Bearer ${token}` };
  const answer = await fetch(`${newsroom.origin}/upload?id=${file.id}`, { method: 'POST', headers, body: form });
  return { status: answer.status, text: await answer.text() };
}

/** A release with a picture that is published, and the picture. */
async function pictured(): Promise<Uploaded> {
  const file = await editor.upload('badge.png', 'image/png', badge);
  const id = await editor.create(release, 'kk', { title: some('Release'), cover: { file: file.id, alternativeText: 'Badge' } });
  await editor.publish(release, id, 'kk');
  return file;
}

const ways: Record<string, () => Promise<Way>> = {
  'a release that is written and published at once': async () => ({
    request: ask('POST', `${releases}/actions/publish?locale=kk`, { title: some('Release') }),
    log: ['publish press-release kk'],
  }),
  'a release that is corrected and published': async () => ({
    request: ask('POST', `${releases}/${await published('kk', 'ru')}/actions/publish?locale=ru`, { title: some('Release') }),
    log: ['publish press-release ru'],
  }),
  'a field of all languages, published in one of them': async () => ({
    request: ask('POST', `${releases}/${await published('kk', 'ru')}/actions/publish?locale=ru`, { kind: 'decision' }),
    log: ['publish press-release ru', 'publish press-release kk'].sort(),
  }),
  'a slug that is changed, which leaves a redirect': async () => ({
    request: ask('POST', `${releases}/${await published('kk')}/actions/publish?locale=kk`, {
      slug: `moved-${some('x').split(' ')[1]}`,
    }),
    log: ['create redirect ', 'create redirect ', 'create redirect ', 'publish press-release kk'],
  }),
  'releases that are published together, in several languages': async () => {
    const documentIds: string[] = [];
    for (let one = 0; one < 2; one += 1) {
      const id = await editor.create(release, 'kk', { title: some('Release') });
      await editor.save(release, id, 'ru', { title: some('Release') });
      documentIds.push(id);
    }
    return {
      request: ask('POST', `${releases}/actions/bulkPublish`, { documentIds, locale: ['kk', 'ru'] }),
      log: ['kk', 'kk', 'ru', 'ru'].map((language) => `publish press-release ${language}`),
    };
  },
  'releases that are unpublished together': async () => ({
    request: ask('POST', `${releases}/actions/bulkUnpublish`, {
      documentIds: [await published('kk', 'ru'), await published('kk')],
      locale: ['kk', 'ru'],
    }),
    log: ['kk', 'kk', 'ru'].map((language) => `unpublish press-release ${language} −`),
  }),
  'releases that are deleted together': async () => ({
    request: ask('POST', `${releases}/actions/bulkDelete?locale=kk`, {
      documentIds: [await published('kk'), await published('kk')],
    }),
    log: ['delete press-release kk −', 'delete press-release kk −'],
  }),
  'a language that is unpublished': async () => ({
    request: ask('POST', `${releases}/${await published('kk', 'ru')}/actions/unpublish?locale=ru`),
    log: ['unpublish press-release ru −'],
  }),
  'a language that is unpublished, its draft discarded': async () => ({
    request: ask('POST', `${releases}/${await published('kk', 'ru')}/actions/unpublish?locale=kk`, { discardDraft: true }),
    log: ['unpublish press-release kk −'],
  }),
  'a language that is deleted': async () => ({
    request: ask('DELETE', `${releases}/${await published('kk', 'ru')}?locale=ru`),
    log: ['delete press-release ru −'],
  }),
  'a document that is deleted': async () => ({
    request: ask('DELETE', `${releases}/${await published('kk', 'ru')}?locale=*`),
    log: ['delete press-release kk −', 'delete press-release ru −'],
  }),
  'a release that is duplicated': async () => ({
    request: ask('POST', `${releases}/clone/${await published('kk')}?locale=kk`, { title: some('Copy') }),
    log: [],
  }),
  'a draft that is edited, and one that is discarded': async () => {
    const id = await published('kk');
    return {
      request: async () => {
        await editor.save(release, id, 'kk', { title: some('Draft') });
        return ask('POST', `${releases}/${id}/actions/discard?locale=kk`)();
      },
      log: [],
    };
  },
  'a release that is published again unchanged': async () => ({
    request: ask('POST', `${releases}/${await published('kk')}/actions/publish?locale=kk`),
    log: [],
  }),
  'a page that is published': async () => ({
    request: ask('POST', `/content-manager/collection-types/plugin::newsroom.page/actions/publish?locale=en`, {
      title: some('Page'),
    }),
    log: ['publish page en'],
  }),
  'a directory entry that is made': async () => ({
    request: ask('POST', `${editor.collection('event')}?locale=ru`, {
      name: some('Vote'),
      kind: 'local',
      votingDay: '2030-01-01',
    }),
    log: inAll('create', 'event'),
  }),
  'a directory entry that is renamed in one language': async () => ({
    request: ask('PUT', `${editor.collection('delegation')}/${await delegation()}?locale=kk`, { electionBody: some('Guests') }),
    log: ['update delegation kk'],
  }),
  'a directory entry of which a shared field is changed': async () => ({
    request: ask('PUT', `${editor.collection('delegation')}/${await delegation()}?locale=ru`, { countryCode: 'KG' }),
    log: inAll('update', 'delegation'),
  }),
  'a directory entry that is duplicated': async () => ({
    request: ask('POST', `${editor.collection('delegation')}/auto-clone/${await delegation()}`),
    log: inAll('clone', 'delegation'),
  }),
  'a directory entry that is deleted': async () => ({
    request: ask('DELETE', `${editor.collection('event')}/${await event()}?locale=*`),
    log: inAll('delete', 'event', ' −'),
  }),
  'an accreditation that is made': async () => {
    const [vote, guests] = [await event(), await delegation()];
    return {
      request: ask('POST', editor.collection('accreditation'), {
        event: { connect: [{ documentId: vote, locale: 'kk' }] },
        delegation: { connect: [{ documentId: guests, locale: 'kk' }] },
        observers: 3,
        asOf: '2029-12-01',
      }),
      log: ['create accreditation '],
    };
  },
  'a redirect that is written': async () => ({
    request: ask('POST', editor.collection('redirect'), { kind: 'gone', from: `/kk/pages/${some('x').replace(' ', '-')}/` }),
    log: ['create redirect '],
  }),
  'a redirect that is deleted': async () => {
    const id = await editor.create('redirect', '', { kind: 'gone', from: `/kk/pages/${some('x').replace(' ', '-')}/` });
    return { request: ask('DELETE', `${editor.collection('redirect')}/${id}`), log: ['delete redirect  −'] };
  },
  'the settings of the site': async () => ({
    request: ask('PUT', '/content-manager/single-types/plugin::newsroom.site-settings?locale=ru', { name: some('Newsroom') }),
    log: ['update site-settings ru'],
  }),
  'a setting of all languages': async () => ({
    request: ask('PUT', '/content-manager/single-types/plugin::newsroom.site-settings?locale=ru', { colour: '#123456' }),
    log: inAll('update', 'site-settings'),
  }),
  'counts that are imported': async () => ({
    request: ask(
      'PUT',
      '/api/newsroom/metrics',
      {
        source: 'one',
        rows: [
          { release: await published('kk'), language: 'kk', day: '2026-01-01', views: 1, comments: 0, reactions: 0 },
          { release: await published('kk'), language: 'ru', day: '2026-01-01', views: 1, comments: 0, reactions: 0 },
        ],
      },
      metricsToken,
    ),
    log: ['import daily-metrics kk', 'import daily-metrics ru'],
  }),
  'a list of others that is imported': async () => ({
    request: ask(
      'PUT',
      '/api/newsroom/outside-lists',
      {
        source: some('Portal'),
        capturedAt: '2026-03-01T00:00:00.000Z',
        language: 'ru',
        rows: [{ rank: 1, title: 'Один', views: 1, comments: 0, reactions: 0 }],
      },
      metricsToken,
    ),
    log: ['import outside-list '],
  }),
  'a release that is pinned in the popular list': async () => ({
    request: ask('PUT', '/newsroom/popular/choices', { pins: [{ release: await published('kk') }], exclusions: [] }),
    log: ['choose popular-choices '],
  }),
  'settings of the popular list': async () => ({
    request: ask('PUT', '/newsroom/popular/settings', {
      windowDays: 8,
      halfLifeDays: 2,
      commentWeight: 30,
      reactionWeight: 10,
      size: 10,
    }),
    log: inAll('update', 'site-settings'),
  }),
  'a silence that begins': async () => ({
    request: ask('PUT', '/newsroom/popular/silence', { silent: true }),
    log: ['silence popular-choices '],
  }),
  'a related release that is unpublished under the one that names it': async () => {
    const named = await published('kk');
    const naming = await editor.create(release, 'kk', {
      title: some('Release'),
      related: { connect: [{ documentId: named, locale: 'kk' }] },
    });
    await editor.publish(release, naming, 'kk');
    return {
      request: ask('POST', `${releases}/${named}/actions/unpublish?locale=kk`),
      log: ['unpublish press-release kk −'],
    };
  },
  'a picture that is replaced in the media library': async () => {
    const file = await pictured();
    return { request: () => replace(file), log: [] };
  },
  'a picture that gets another name in the media library': async () => {
    const file = await pictured();
    return {
      request: ask('POST', `/upload?id=${file.id}`, { fileInfo: { name: 'renamed.png', alternativeText: 'Another' } }),
      log: [],
    };
  },
  'a file that nobody uses and that is deleted': async () => {
    const file = await editor.upload('badge.png', 'image/png', badge);
    return { request: ask('DELETE', `/upload/files/${file.id}`), log: [] };
  },
  'a language that the site does not have and that is deleted': async () => {
    const { body } = await newsroom.request('POST', '/i18n/locales', {
      token,
      body: { code: 'fr', name: 'French (fr)', isDefault: false },
    });
    const id = await published('kk');
    await editor.save(release, id, 'fr', { title: some('Communiqué') });
    await editor.publish(release, id, 'fr');
    return { request: ask('DELETE', `/i18n/locales/${(body as unknown as { id: number }).id}`), log: [] };
  },
};

/** Everything that the database holds of the content and the log, so that two moments can be compared. */
async function photograph(): Promise<Map<string, unknown>> {
  const { connection } = newsroom.strapi.db;
  const tables: { name: string }[] = await connection('sqlite_master').where({ type: 'table' }).select('name');
  // Left out: Strapi's own, the bytes that are kept before an act begins, and what the desk notes meanwhile.
  const names = tables
    .map(({ name }) => name)
    .filter((name) => !/^(sqlite|strapi|admin|i18n)_|^newsroom_(originals|leases|runs|seen_editions)$/.test(name));
  const seen = new Map<string, unknown>();
  for (const name of names.sort()) seen.set(name, await connection(name).select());
  return seen;
}

/** Lets every write to the log be followed by a failure, while something is done. */
async function afterWhichAllFails<T>(work: () => Promise<T>): Promise<T> {
  const changes = newsroom.strapi.plugin('newsroom').service('changes');
  const writers = ['record', 'append', 'appendAll'];
  const real = writers.map((name) => changes[name]);
  for (const [index, name] of writers.entries()) {
    changes[name] = async (...given: unknown[]) => {
      await real[index](...given);
      throw new Error('the disk is full');
    };
  }
  try {
    return await work();
  } finally {
    for (const [index, name] of writers.entries()) changes[name] = real[index];
  }
}

describe('the log has', () => {
  it.each(Object.entries(ways))('%s', async (_, prepare) => {
    const { request, log } = await prepare();
    const before = (await newsroom.changes()).length;
    if (log.length > 0) {
      const moment = await photograph();
      expect((await afterWhichAllFails(request)).status).toBe(500);
      expect(await photograph()).toEqual(moment);
    }
    const { status, text } = await request();
    expect([status < 300, text]).toEqual([true, text]);
    const rows = (await newsroom.changes()).slice(before);
    expect(rows.map(({ act, type, language, data }) => `${act} ${type} ${language}${data === null ? ' −' : ''}`).sort()).toEqual(
      [...log].sort(),
    );
  });

  it('a silence that ends, when all that it held is there', async () => {
    const before = (await newsroom.changes()).length;
    expect((await ask('PUT', '/newsroom/popular/silence', { silent: false })()).status).toBe(204);
    await newsroom.strapi.plugin('newsroom').service('comparison').done();
    const rows = (await newsroom.changes()).slice(before);
    expect(rows.map(({ act, type }) => [act, type])).toEqual([['silence', 'popular-choices']]);
    expect(JSON.parse(rows[0]?.data ?? '{}')).toMatchObject({ silentSince: null });
  });

  it('nothing left to be mended after all that', async () => {
    const before = (await newsroom.changes()).length;
    expect(await newsroom.strapi.plugin('newsroom').service('comparison').run()).toMatchObject({ mended: [], broken: [] });
    expect((await newsroom.changes()).length).toBe(before);
  });
});
