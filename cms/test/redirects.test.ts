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

const release = 'press-release';
const releasedAt = '2024-05-15T06:00:00.000Z';
const news = (language: string, slug: string) => `/${language}/news/2024/05/${slug}/`;

/** The redirects of the feed that have to do with a path, as "from → to". */
async function redirectsAt(...paths: string[]): Promise<string[]> {
  const all = (await newsroom.feed()).filter(({ type }) => type === 'redirect').map(({ data }) => data);
  return all
    .filter(({ from, to }) => paths.some((path) => path === from || path === to))
    .map(({ from, to }) => `${from} → ${to}`)
    .sort();
}

/** Why a redirect is refused. */
async function refusal(fields: object): Promise<string | undefined> {
  const answer = await newsroom.request('POST', editor.collection('redirect'), { token, body: fields });
  return answer.status === 400 ? answer.body.error?.details.errors?.[0]?.message : `accepted with ${answer.status}`;
}

describe('a published release whose slug an editor changes', () => {
  it('is found from its old address, and from the one before', async () => {
    const id = await editor.create(release, 'kk', { title: 'Бір', slug: 'bir', releasedAt });
    await editor.publish(release, id, 'kk');
    await editor.publish(release, id, 'kk', { slug: 'eki' });
    expect(await redirectsAt(news('kk', 'bir'))).toEqual([`${news('kk', 'bir')} → ${news('kk', 'eki')}`]);
    await editor.publish(release, id, 'kk', { slug: 'ush' });
    expect(await redirectsAt(news('kk', 'ush'))).toEqual([
      `${news('kk', 'bir')} → ${news('kk', 'ush')}`,
      `${news('kk', 'eki')} → ${news('kk', 'ush')}`,
    ]);
  });

  it('takes the old address back without going in a circle', async () => {
    const id = await editor.create(release, 'kk', { title: 'Қайту', slug: 'qaitu', releasedAt });
    await editor.publish(release, id, 'kk');
    await editor.publish(release, id, 'kk', { slug: 'basqa' });
    await editor.publish(release, id, 'kk', { slug: 'qaitu' });
    expect(await redirectsAt(news('kk', 'qaitu'), news('kk', 'basqa'))).toEqual([
      `${news('kk', 'basqa')} → ${news('kk', 'qaitu')}`,
    ]);
  });

  it('moves nothing while it is a draft, nor when the title alone changes', async () => {
    const id = await editor.create(release, 'kk', { title: 'Жоба', slug: 'zhoba', releasedAt });
    await editor.save(release, id, 'kk', { slug: 'zhoba-eki' });
    await editor.publish(release, id, 'kk');
    await editor.save(release, id, 'kk', { slug: 'zhoba-ush' });
    await editor.save(release, id, 'kk', { slug: 'zhoba-eki' });
    await editor.publish(release, id, 'kk', { title: 'Басқа тақырып' });
    expect(await redirectsAt(news('kk', 'zhoba'), news('kk', 'zhoba-eki'), news('kk', 'zhoba-ush'))).toEqual([]);
  });
});

describe('a release that is translated after its original was published', () => {
  it('is found in the new language from where the original stood', async () => {
    const id = await editor.create(release, 'kk', { title: 'Аударма', slug: 'audarma', releasedAt });
    await editor.publish(release, id, 'kk');
    await editor.save(release, id, 'ru', { title: 'Перевод', slug: 'perevod' });
    await editor.publish(release, id, 'ru');
    expect(await redirectsAt(news('ru', 'perevod'))).toEqual([`${news('ru', 'audarma')} → ${news('ru', 'perevod')}`]);
  });

  it('needs no redirect while the site leaves out what is not translated', async () => {
    const settings = '/content-manager/single-types/plugin::newsroom.site-settings?locale=kk';
    await editor.act('PUT', settings, { missingTranslations: 'leave-out' });
    const id = await editor.create(release, 'kk', { title: 'Жоқ', slug: 'zhoq', releasedAt });
    await editor.publish(release, id, 'kk');
    await editor.save(release, id, 'ru', { title: 'Нет', slug: 'net' });
    await editor.publish(release, id, 'ru');
    await editor.act('PUT', settings, { missingTranslations: 'show' });
    expect(await redirectsAt(news('ru', 'net'), news('ru', 'zhoq'))).toEqual([]);
  });
});

describe('a directory entry', () => {
  it('is found from the slug of its source language once it has one of its own', async () => {
    const id = await editor.create('delegation', 'kk', { electionBody: 'Түркия', slug: 'turkiya', countryCode: 'TR' });
    await editor.save('delegation', id, 'en', { electionBody: 'Türkiye', slug: 'turkiye' });
    expect(await redirectsAt('/en/delegations/turkiya/')).toEqual(['/en/delegations/turkiya/ → /en/delegations/turkiye/']);
    await editor.save('delegation', id, 'kk', { slug: 'turkiya-elshiligi' });
    expect(await redirectsAt('/ru/delegations/turkiya/', '/kk/delegations/turkiya/')).toEqual([
      '/kk/delegations/turkiya/ → /kk/delegations/turkiya-elshiligi/',
      '/ru/delegations/turkiya/ → /ru/delegations/turkiya-elshiligi/',
    ]);
  });
});

describe('a page', () => {
  it('moves with its redirect', async () => {
    const id = await editor.create('page', 'en', { title: 'About', slug: 'about' });
    await editor.publish('page', id, 'en');
    await editor.publish('page', id, 'en', { slug: 'about-us' });
    expect(await redirectsAt('/en/pages/about/')).toEqual(['/en/pages/about/ → /en/pages/about-us/']);
  });
});

describe('what is unpublished or deleted', () => {
  it('leaves redirects as they are, and writes none: an editor says what is gone', async () => {
    const id = await editor.create(release, 'en', { title: 'Gone', slug: 'gone-one', releasedAt });
    await editor.publish(release, id, 'en');
    await editor.publish(release, id, 'en', { slug: 'gone-two' });
    const before = await redirectsAt(news('en', 'gone-one'), news('en', 'gone-two'));
    await editor.unpublish(release, id, 'en');
    expect(await redirectsAt(news('en', 'gone-one'), news('en', 'gone-two'))).toEqual(before);
    await editor.remove(release, id, '*');
    expect(await redirectsAt(news('en', 'gone-one'), news('en', 'gone-two'))).toEqual(before);
    expect(await refusal({ kind: 'gone', from: news('en', 'gone-two') })).toContain('accepted');
  });
});

describe('a redirect that an editor writes', () => {
  it('goes when a page comes to stand where it begins', async () => {
    const gone = await editor.create('redirect', 'kk', { kind: 'gone', from: '/en/pages/privacy/' });
    const id = await editor.create('page', 'en', { title: 'Privacy', slug: 'privacy' });
    await editor.publish('page', id, 'en');
    expect((await newsroom.feed()).some((line) => line.id === gone)).toBe(false);
  });

  it('is refused where it would lead readers astray', async () => {
    const id = await editor.create('page', 'ru', { title: 'О нас', slug: 'o-nas' });
    await editor.publish('page', id, 'ru');
    await editor.create('redirect', 'kk', { kind: 'moved', from: '/ru/pages/a/', to: '/ru/pages/b/' });
    await editor.create('redirect', 'kk', { kind: 'moved', from: '/ru/pages/b/', to: '/ru/pages/c/' });
    expect([
      await refusal({ kind: 'moved', from: 'about', to: '/ru/pages/b/' }),
      await refusal({ kind: 'moved', from: '/ru/pages/x/', to: 'https://example.org/' }),
      await refusal({ kind: 'moved', from: '/ru/pages/x/' }),
      await refusal({ kind: 'gone', from: '/ru/pages/x/', to: '/ru/pages/y/' }),
      await refusal({ kind: 'moved', from: '/ru/pages/x/', to: '/ru/pages/x/' }),
      await refusal({ kind: 'moved', from: '/ru/pages/a/', to: '/ru/pages/y/' }),
      await refusal({ kind: 'moved', from: '/ru/pages/c/', to: '/ru/pages/a/' }),
      await refusal({ kind: 'moved', from: '/ru/pages/o-nas/', to: '/ru/pages/y/' }),
      await refusal({ kind: 'gone', from: '/ru/news/' }),
    ]).toEqual([
      expect.stringContaining('"about" is no path of the site.'),
      expect.stringContaining('"https://example.org/" is no path of the site.'),
      'Say where the page moved to, or choose "gone".',
      'What is gone leads nowhere: leave the target empty, or choose "moved".',
      'The redirect leads to its own address.',
      'There is a redirect from /ru/pages/a/ already. Change that one.',
      'The redirect would lead in a circle: /ru/pages/b/ leads back to it.',
      'At /ru/pages/o-nas/ readers find "О нас". A redirect can only begin where no page stands.',
      '/ru/news/ is a page of the site that always stands.',
    ]);
  });
});
