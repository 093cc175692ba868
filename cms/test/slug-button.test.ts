import { afterAll, beforeAll, expect, it } from 'vitest';
import { startNewsroom, type TestNewsroom } from './newsroom';

let newsroom: TestNewsroom;
let token: string;
let first: string;

beforeAll(async () => {
  newsroom = await startNewsroom();
  token = await newsroom.logIn();
  const release = await newsroom.strapi
    .documents('plugin::newsroom.press-release' as never)
    .create({ locale: 'ru', data: { title: 'Итоги' } as never });
  first = release.documentId;
});
afterAll(() => newsroom.stop());

const ask = (query: Record<string, string>, as: { token?: string } = { token }) =>
  newsroom.request('GET', `/newsroom/slug?${new URLSearchParams(query)}`, as);

it('spells a title in Latin letters, in the language of the version', async () => {
  const { body } = await ask({ type: 'press-release', locale: 'kk', text: 'Қазақстан' });
  expect(body).toEqual({ slug: 'qazaqstan' });
});

it('gives a number to a slug that another document has, in this language alone', async () => {
  expect((await ask({ type: 'press-release', locale: 'ru', text: 'Итоги' })).body).toEqual({ slug: 'itogi-2' });
  expect((await ask({ type: 'press-release', locale: 'en', text: 'Итоги' })).body).toEqual({ slug: 'itogi' });
});

it('lets a document have the slug that it has', async () => {
  const { body } = await ask({ type: 'press-release', locale: 'ru', text: 'Итоги', documentId: first });
  expect(body).toEqual({ slug: 'itogi' });
});

it.each([
  [{ type: 'redirect', locale: 'ru', text: 'Итоги' }, 'There is no type "redirect" with a slug.'],
  [{ type: 'event', locale: 'de', text: 'Wahl' }, '"de" is no language of the site.'],
  [{ type: 'event', locale: 'ru' }, 'A slug is made from one text.'],
])('refuses %j', async (query, message) => {
  const { status, body } = await ask(query);
  expect([status, body.error?.message]).toEqual([400, message]);
});

it('answers nobody who did not log in', async () => {
  expect((await ask({ type: 'event', locale: 'ru', text: 'Выборы' }, {})).status).toBe(401);
});
