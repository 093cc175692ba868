import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editorOf } from './acts';
import { administrator, startNewsroom, type TestNewsroom } from './newsroom';

let newsroom: TestNewsroom;
beforeAll(async () => {
  newsroom = await startNewsroom();
});
afterAll(() => newsroom.stop());

const settings = '/content-manager/single-types/plugin::newsroom.site-settings?locale=ru';
const directory: [string, Record<string, unknown>][] = [
  ['delegation', { electionBody: 'Избирком', countryCode: 'UZ' }],
  ['observer-organisation', { name: 'Наблюдатели', kind: 'other' }],
  ['event', { name: 'Выборы', kind: 'local', votingDay: '2030-01-01' }],
];

/** A person with one of Strapi's own roles. */
async function personOf(role: string) {
  const person = { ...administrator, email: `${role}@example.org` };
  const { id } = await newsroom.strapi.db.query('admin::role').findOne({ where: { code: role } });
  await newsroom.strapi
    .service('admin::user')
    .create({ ...person, firstname: role, isActive: true, registrationToken: null, roles: [id] });
  const token = await newsroom.logIn(person);
  const status = async (method: string, address: string, body?: object) =>
    (await newsroom.request(method, address, { token, body })).status;
  return { token, status, acts: editorOf(newsroom, token) };
}

describe('an editor', () => {
  let editor: Awaited<ReturnType<typeof personOf>>;
  beforeAll(async () => {
    editor = await personOf('strapi-editor');
  });

  it.each([...directory, ['page', { title: 'Страница' }] as const])('makes, changes and deletes: %s', async (type, fields) => {
    const id = await editor.acts.create(type, 'ru', fields);
    await editor.acts.save(type, id, 'kk', { slug: 'qazaqsha' });
    await editor.acts.remove(type, id, '*');
  });

  it('makes redirects and accreditations, and changes the settings of the site', async () => {
    await editor.acts.create('redirect', '', { kind: 'moved', from: '/ru/a/', to: '/ru/b/' });
    const [delegation, , event] = await Promise.all(directory.map(([type, fields]) => editor.acts.create(type, 'ru', fields)));
    const link = (documentId = '') => ({ connect: [{ documentId, locale: 'ru' }] });
    await editor.acts.create('accreditation', '', {
      event: link(event),
      delegation: link(delegation),
      observers: 3,
      asOf: '2029-12-01',
    });
    expect(await editor.status('PUT', settings, { siteNotice: 'Сегодня голосование' })).toBe(200);
  });

  it('decides about the popular list, until an administrator says otherwise, after a new start, too', async () => {
    const choices = () => editor.status('PUT', '/newsroom/popular/choices', { pins: [], exclusions: [] });
    expect(await choices()).toBe(204);
    const permissions = newsroom.strapi.db.query('admin::permission');
    const where = { action: 'plugin::newsroom.popular.decide', role: { code: 'strapi-editor' } };
    expect(await permissions.count({ where })).toBe(1);
    await newsroom.strapi.service('admin::permission').deleteByIds((await permissions.findMany({ where })).map(({ id }) => id));
    await newsroom.strapi.plugin('newsroom').service('setup').afterStrapi();
    expect(await choices()).toBe(403);
  });
});

describe('an author', () => {
  let author: Awaited<ReturnType<typeof personOf>>;
  beforeAll(async () => {
    author = await personOf('strapi-author');
  });

  it('writes drafts in every language, and publishes and deletes nothing', async () => {
    const id = await author.acts.create('press-release', 'kk', { title: 'Автордан' });
    await author.acts.save('press-release', id, 'ru', { title: 'От автора' });
    const release = `${author.acts.collection('press-release')}/${id}`;
    expect(await author.status('POST', `${release}/actions/publish?locale=kk`, {})).toBe(403);
    expect(await author.status('DELETE', `${release}?locale=*`)).toBe(403);
  });

  it('names the delegations of others in a release, and does not change them', async () => {
    const colleague = editorOf(newsroom, await newsroom.logIn());
    const delegation = await colleague.create('delegation', 'kk', { electionBody: 'Басқаның', countryCode: 'TR' });
    const picker = '/content-manager/relations/plugin::newsroom.press-release/delegations?locale=ru';
    const { text } = await newsroom.request('GET', picker, { token: author.token });
    expect(text).toContain('Басқаның');
    await author.acts.create('press-release', 'ru', {
      title: 'О них',
      delegations: { connect: [{ documentId: delegation, locale: 'ru' }] },
    });
    const address = `${author.acts.collection('delegation')}/${delegation}?locale=kk`;
    expect(await author.status('PUT', address, { electionBody: 'Менікі' })).toBe(403);
  });

  it.each(directory)('makes nothing that is public at once: %s', async (type, fields) => {
    expect(await author.status('POST', `${author.acts.collection(type)}?locale=ru`, fields)).toBe(403);
  });

  it('makes no redirect, and leaves the settings alone', async () => {
    const redirect = { kind: 'moved', from: '/ru/c/', to: '/ru/b/' };
    expect(await author.status('POST', author.acts.collection('redirect'), redirect)).toBe(403);
    expect(await author.status('PUT', settings, { name: 'Моё' })).toBe(403);
  });

  it('sees the popular list with all that it comes from, and decides nothing about it', async () => {
    expect(await author.status('GET', '/newsroom/popular')).toBe(200);
    const acts = { choices: { pins: [], exclusions: [] }, settings: {}, silence: { silent: true } };
    for (const [what, body] of Object.entries(acts))
      expect(await author.status('PUT', `/newsroom/popular/${what}`, body)).toBe(403);
  });
});
