import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Editor, startWithEditor } from './acts';
import type { TestNewsroom } from './newsroom';

let newsroom: TestNewsroom;
let editor: Editor;
let token: string;
beforeAll(async () => {
  ({ newsroom, token, editor } = await startWithEditor());
});
afterAll(() => newsroom.stop());

const event = { kind: 'local', votingDay: '2030-01-01' };

/** A field of a document's versions in the feed, by language. */
async function inFeed(id: string, field: string): Promise<Record<string, unknown>> {
  const lines = (await newsroom.feed()).filter((line) => line.id === id);
  return Object.fromEntries(lines.map(({ language, data }) => [language, data[field]]).sort());
}

async function told(method: string, address: string, body?: object): Promise<string> {
  const answer = await newsroom.request(method, address, { token, body });
  return `${answer.status} ${answer.body.error?.message}`;
}

describe('a directory entry', () => {
  it('exists in every language from its creation, without texts that nobody wrote', async () => {
    const id = await editor.create('event', 'ru', { ...event, name: 'Выборы акима' });
    expect(await inFeed(id, 'name')).toEqual({ en: null, kk: null, ru: 'Выборы акима' });
    expect(await inFeed(id, 'slug')).toEqual({ en: null, kk: null, ru: 'vybory-akima' });
    expect(await inFeed(id, 'votingDay')).toEqual({ en: '2030-01-01', kk: '2030-01-01', ru: '2030-01-01' });
    await editor.save('event', id, 'kk', { name: 'Әкім сайлауы' });
    expect(await inFeed(id, 'slug')).toEqual({ en: null, kk: 'akim-sailauy', ru: 'vybory-akima' });
  });

  it('has the language in which it was made as its source, which nobody sets', async () => {
    const id = await editor.create('event', 'en', { ...event, name: 'Source', sourceLanguage: 'kk' });
    await editor.save('event', id, 'ru', { name: 'Источник', sourceLanguage: 'ru' });
    expect(await inFeed(id, 'sourceLanguage')).toEqual({ en: 'en', kk: 'en', ru: 'en' });
  });

  it('must have a name in its source language alone', async () => {
    expect(await told('POST', `${editor.collection('event')}?locale=en`, event)).toContain(
      '400 Not saved (English). The name is missing',
    );
    const id = await editor.create('event', 'en', { ...event, name: 'Named' });
    const cleared = await newsroom.request('PUT', `${editor.collection('event')}/${id}?locale=en`, { token, body: { name: '' } });
    expect(cleared.body.error?.details.errors).toMatchObject([{ path: ['name'], name: 'nameMissing' }]);
    await editor.save('event', id, 'ru', { name: 'Названо' });
    await editor.save('event', id, 'ru', { name: '' });
    expect(await inFeed(id, 'name')).toEqual({ en: 'Named', kk: null, ru: null });
  });

  it('cannot be made in a language that the site does not have', async () => {
    await newsroom.request('POST', '/i18n/locales', { token, body: { code: 'de', name: 'German (de)', isDefault: false } });
    expect(await told('POST', `${editor.collection('event')}?locale=de`, { ...event, name: 'Wahl' })).toContain(
      '400 "de" is no language of the site.',
    );
  });

  it('is duplicated in a language in which it has a name, and gets the others anew', async () => {
    const id = await editor.create('event', 'en', { ...event, name: 'Twice' });
    const { data } = await editor.act('POST', `${editor.collection('event')}/auto-clone/${id}`, {});
    expect(await inFeed(data?.documentId ?? '', 'slug')).toEqual({ en: 'twice-2', kk: null, ru: null });
  });

  it('can be named by a release in a language in which it has no texts', async () => {
    const id = await editor.create('delegation', 'kk', { electionBody: 'Тек қазақша', countryCode: 'KG' });
    const release = await editor.create('press-release', 'en', {
      title: 'Names it',
      delegations: { connect: [{ documentId: id, locale: 'en' }] },
    });
    await editor.publish('press-release', release, 'en');
    expect(await inFeed(release, 'delegations')).toEqual({ en: [id] });
  });
});

describe('a slug in a language', () => {
  it('is taken by what falls back to it', async () => {
    await editor.create('event', 'kk', { ...event, name: 'Бос', slug: 'free' });
    const other = await editor.create('event', 'kk', { ...event, name: 'Басқа' });
    expect(await told('PUT', `${editor.collection('event')}/${other}?locale=ru`, { name: 'Другое', slug: 'free' })).toBe(
      '400 The slug "free" is in use by "Бос". Choose another slug, or change the other\'s first.',
    );
    await editor.save('event', other, 'ru', { name: 'Free' });
    expect((await inFeed(other, 'slug')).ru).toBe('free-2');
  });

  it('is not made a fallback where another document has it', async () => {
    const first = await editor.create('event', 'kk', { ...event, name: 'Алғашқы' });
    await editor.save('event', first, 'ru', { name: 'Первое', slug: 'mine' });
    expect(await told('POST', `${editor.collection('event')}?locale=kk`, { ...event, name: 'Менікі', slug: 'mine' })).toContain(
      '400 The slug "mine" is in use by "Первое".',
    );
  });

  it('is taken in a month by a release that is not translated', async () => {
    const releasedAt = '2023-02-02T06:00:00.000Z';
    const original = await editor.create('press-release', 'kk', { title: 'Бір ай', slug: 'one-month', releasedAt });
    await editor.publish('press-release', original, 'kk');
    const other = await editor.create('press-release', 'ru', { title: 'Тот же', slug: 'one-month', releasedAt });
    expect(await told('POST', `${editor.collection('press-release')}/${other}/actions/publish?locale=ru`, {})).toContain(
      '400 The slug "one-month" is in use by "Бір ай".',
    );
  });
});

describe('deleting', () => {
  it('one language of a directory entry is refused, the whole of it is not', async () => {
    const id = await editor.create('event', 'kk', { ...event, name: 'Бүтін' });
    expect(await told('DELETE', `${editor.collection('event')}/${id}?locale=ru`)).toContain(
      'its version (Русский) was not deleted',
    );
    await editor.remove('event', id, '*');
    expect(await inFeed(id, 'name')).toEqual({});
  });

  it('what is in use is refused, with the kinds and names of its users', async () => {
    const vote = await editor.create('event', 'en', { ...event, name: 'In use' });
    const guests = await editor.create('delegation', 'en', { electionBody: 'Guests', countryCode: 'TR' });
    const accreditation = await editor.create('accreditation', '', {
      event: { connect: [{ documentId: vote, locale: 'en' }] },
      delegation: { connect: [{ documentId: guests, locale: 'en' }] },
      observers: 3,
      asOf: '2029-12-01',
    });
    const release = await editor.create('press-release', 'ru', {
      title: 'О выборах',
      event: { connect: [{ documentId: vote, locale: 'ru' }] },
    });
    expect(await told('DELETE', `${editor.collection('event')}/${vote}?locale=*`)).toBe(
      '400 "In use" is in use and was not deleted. Take it out of accreditation "In use", 2029-12-01, press release "О выборах" (ru) first.',
    );
    expect(await told('DELETE', `${editor.collection('delegation')}/${guests}?locale=*`)).toContain('accreditation "In use"');
    await editor.remove('accreditation', accreditation, '');
    await editor.remove('press-release', release, '*');
    await editor.remove('event', vote, '*');
    await editor.remove('delegation', guests, '*');
  });
});

describe('related releases', () => {
  it('are named although they are drafts, and are not deleted while they are named', async () => {
    const type = 'press-release';
    const later = await editor.create(type, 'kk', { title: 'Кейін шығады' });
    const id = await editor.create(type, 'kk', { title: 'Бұрын', related: { connect: [{ documentId: later, locale: 'kk' }] } });
    await editor.publish(type, id, 'kk');
    expect(await inFeed(id, 'related')).toEqual({ kk: [later] });
    await editor.publish(type, later, 'kk');
    await editor.unpublish(type, later, 'kk');
    await editor.publish(type, later, 'kk');
    expect(await inFeed(id, 'related')).toEqual({ kk: [later] });
    expect(await told('DELETE', `${editor.collection(type)}/${later}?locale=*`)).toContain('press release "Бұрын" (kk)');
    await editor.publish(type, id, 'kk', { related: { disconnect: [{ documentId: later, locale: 'kk' }] } });
    await editor.remove(type, later, '*');
    expect(await inFeed(id, 'related')).toEqual({ kk: [] });
  });
});

describe('a language that is added to the site', () => {
  it('gets a version of every directory entry and of the settings at the next start, and the log its rows', async () => {
    const id = await editor.create('event', 'kk', { ...event, name: 'Ескі' });
    const { db } = newsroom.strapi;
    for (const type of ['event', 'site-settings']) {
      await db.query(`plugin::newsroom.${type}` as 'admin::user').deleteMany({ where: { locale: 'en' } });
    }
    await db.query('plugin::newsroom.change').deleteMany({ where: { language: 'en' } });
    expect(await inFeed(id, 'name')).toEqual({ kk: 'Ескі', ru: null });
    await newsroom.strapi.plugin('newsroom').service('setup').afterStrapi();
    expect(await inFeed(id, 'name')).toEqual({ en: null, kk: 'Ескі', ru: null });
    expect((await newsroom.feed()).some(({ type, language }) => type === 'site-settings' && language === 'en')).toBe(true);
  });

  it('is no language of the feed while the site does not have it', async () => {
    const row = { type: 'event', document: 'elsewhere', language: 'de', act: 'create', data: '{}', at: new Date() };
    await newsroom.strapi.db.query('plugin::newsroom.change').create({ data: row });
    const [header] = await newsroom.feed();
    expect(JSON.stringify(header)).not.toContain('"de"');
    expect((await newsroom.feed()).some(({ id }) => id === 'elsewhere')).toBe(false);
  });
});

describe('a database from before the contract of today', () => {
  it('is written into the log again in the shape of today, entries with a source language of their own', async () => {
    const id = await editor.create('event', 'ru', { ...event, name: 'Старое' });
    const { db } = newsroom.strapi;
    await db
      .query('plugin::newsroom.event' as 'admin::user')
      .updateMany({ where: { documentId: id }, data: { sourceLanguage: null } as never });
    await db.query('plugin::newsroom.change').create({
      data: { type: 'event', document: id, language: 'ru', act: 'create', data: '{"name":"Старое"}', at: new Date() },
    });
    await newsroom.strapi.store({ type: 'plugin', name: 'newsroom' }).set({ key: 'contract', value: 1 });
    await newsroom.strapi.plugin('newsroom').service('setup').afterStrapi();
    expect(await inFeed(id, 'sourceLanguage')).toEqual({ en: 'ru', kk: 'ru', ru: 'ru' });
  });
});
