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

/** A delegation, which has a version in every language from the first. */
const delegation = (countryCode: string) => editor.create('delegation', 'kk', { electionBody: countryCode, countryCode });

/** The targets of a relation of a release's drafts or published versions, by language. */
async function relationsOf(id: string, field: string, published = false): Promise<Record<string, string[]>> {
  const rows = await newsroom.strapi.db.query('plugin::newsroom.press-release').findMany({
    where: { documentId: id, publishedAt: published ? { $notNull: true } : { $null: true } },
    populate: [field] as never,
  });
  return Object.fromEntries(rows.map((row) => [row.locale, row[field].map((one: { documentId: string }) => one.documentId)]));
}

const delegationsOf = (id: string, published = false) => relationsOf(id, 'delegations', published);

describe('the relations of a release with several languages', () => {
  it('are those of the document: a new language begins with them, and a change reaches all drafts', async () => {
    const [one, two, three] = [await delegation('TR'), await delegation('UZ'), await delegation('BG')];
    const id = await editor.create(release, 'kk', {
      title: 'Кездесу',
      delegations: {
        connect: [
          { documentId: two, locale: 'kk' },
          { documentId: one, locale: 'kk' },
        ],
      },
    });
    await editor.save(release, id, 'ru', { title: 'Встреча' });
    expect(await delegationsOf(id)).toEqual({ kk: [two, one], ru: [two, one] });
    await editor.save(release, id, 'en', { title: 'Meeting', delegations: { connect: [{ documentId: three, locale: 'en' }] } });
    expect(await delegationsOf(id)).toEqual({ kk: [two, one, three], ru: [two, one, three], en: [two, one, three] });
    await editor.save(release, id, 'ru', { delegations: { disconnect: [{ documentId: two, locale: 'ru' }] } });
    expect(await delegationsOf(id)).toEqual({ kk: [one, three], ru: [one, three], en: [one, three] });
  });

  it('reach a published version when it is published, not before', async () => {
    const one = await delegation('AM');
    const id = await editor.create(release, 'kk', { title: 'Жарияланған' });
    await editor.save(release, id, 'ru', { title: 'Опубликованное' });
    await editor.publish(release, id, 'kk');
    await editor.publish(release, id, 'ru');
    await editor.save(release, id, 'kk', { delegations: { connect: [{ documentId: one, locale: 'kk' }] } });
    expect(await delegationsOf(id, true)).toEqual({ kk: [], ru: [] });
    await editor.publish(release, id, 'ru');
    expect(await delegationsOf(id, true)).toEqual({ kk: [], ru: [one] });
  });

  it('keep what one language has and another cannot show', async () => {
    const everywhere = await editor.create(release, 'kk', { title: 'Екі тілде' });
    await editor.save(release, everywhere, 'ru', { title: 'На двух языках' });
    const kazakhOnly = await editor.create(release, 'kk', { title: 'Бір тілде' });
    const id = await editor.create(release, 'kk', {
      title: 'Тек қазақша',
      related: { connect: [{ documentId: kazakhOnly, locale: 'kk' }] },
    });
    await editor.save(release, id, 'ru', { title: 'По-русски', related: { set: [] } });
    await editor.save(release, id, 'ru', { related: { connect: [{ documentId: everywhere, locale: 'ru' }] } });
    expect(await relationsOf(id, 'related')).toEqual({ kk: [everywhere, kazakhOnly], ru: [everywhere] });
  });
});

describe('an edit that leaves the relations alone', () => {
  it('leaves those of the other languages alone, too', async () => {
    const late = await editor.create(release, 'kk', { title: 'Кейін орысша' });
    const id = await editor.create(release, 'kk', {
      title: 'Ерте',
      related: { connect: [{ documentId: late, locale: 'kk' }] },
    });
    await editor.save(release, id, 'ru', { title: 'Рано', related: { set: [] } });
    await editor.save(release, late, 'ru', { title: 'Появилось по-русски' });
    await editor.save(release, id, 'ru', { title: 'Рано, без опечатки', related: { connect: [], disconnect: [] } });
    expect(await relationsOf(id, 'related')).toEqual({ kk: [late], ru: [] });
  });

  it('does not undo a discarded draft of another language', async () => {
    const one = await delegation('TM');
    const id = await editor.create(release, 'kk', {
      title: 'Қайтару',
      delegations: { connect: [{ documentId: one, locale: 'kk' }] },
    });
    await editor.publish(release, id, 'kk');
    await editor.save(release, id, 'ru', { title: 'Возврат' });
    await editor.save(release, id, 'kk', { delegations: { disconnect: [{ documentId: one, locale: 'kk' }] } });
    await editor.act('POST', `${editor.collection(release)}/${id}/actions/discard?locale=kk`, {});
    await editor.publish(release, id, 'ru', { title: 'Возврат' });
    expect(await delegationsOf(id)).toEqual({ kk: [one], ru: [] });
  });
});

describe('a field that all languages share', () => {
  it('changes in every published language when one is published; their drafts stay drafts', async () => {
    const id = await editor.create(release, 'kk', { title: 'Түрі', kind: 'news' });
    await editor.save(release, id, 'ru', { title: 'Вид' });
    await editor.publish(release, id, 'kk');
    await editor.publish(release, id, 'ru');
    await editor.save(release, id, 'ru', { title: 'Вид, новый черновик' });
    await editor.publish(release, id, 'kk', { kind: 'decision' });
    const published = (await newsroom.feed())
      .filter((line) => line.id === id)
      .map(({ language, data }) => [language, data.kind, data.title]);
    expect(published.sort()).toEqual([
      ['kk', 'decision', 'Түрі'],
      ['ru', 'decision', 'Вид'],
    ]);
  });
});

describe('what is in use', () => {
  const refusal = async (address: string) => {
    const { status, body } = await newsroom.request('DELETE', address, { token });
    return `${status} ${body.error?.message}`;
  };

  it('is not deleted: the editor is told where it is used', async () => {
    const one = await delegation('KG');
    const id = await editor.create(release, 'ru', {
      title: 'Где используется',
      delegations: { connect: [{ documentId: one, locale: 'ru' }] },
    });
    const told = '400 "KG" is in use and was not deleted. Take it out of press release "Где используется" (ru) first.';
    expect(await refusal(`${editor.collection('delegation')}/${one}?locale=*`)).toBe(told);
    expect(await refusal(`${editor.collection('delegation')}/${one}?locale=*`)).toBe(told);
    await editor.remove(release, id, '*');
    await editor.remove('delegation', one, '*');
    expect((await newsroom.feed()).some((line) => line.id === one)).toBe(false);
  });

  it('includes the settings of the site', async () => {
    expect(await refusal('/content-manager/single-types/plugin::newsroom.site-settings?locale=ru')).toContain(
      '400 The site cannot be without its settings.',
    );
    expect((await newsroom.feed()).filter((line) => line.type === 'site-settings')).toHaveLength(3);
  });
});

describe('a language of the site', () => {
  it('cannot be deleted in the settings; another one can', async () => {
    const locales = newsroom.strapi.plugin('i18n').service('locales');
    const kazakh = await locales.findByCode('kk');
    const refused = await newsroom.request('DELETE', `/i18n/locales/${kazakh.id}`, { token });
    // Strapi itself refuses to delete the default; Russian is not the default.
    const russian = await locales.findByCode('ru');
    const told = await newsroom.request('DELETE', `/i18n/locales/${russian.id}`, { token });
    expect([refused.status, told.status, told.body.error?.message]).toEqual([
      400,
      400,
      expect.stringContaining('is a language of the site'),
    ]);
    const german = await newsroom.request('POST', '/i18n/locales', {
      token,
      body: { code: 'de', name: 'German (de)', isDefault: false },
    });
    expect(german.status).toBe(200);
    const id = await editor.create(release, 'de', { title: 'Wahl' });
    await editor.publish(release, id, 'de');
    expect((await newsroom.changes()).some((row) => row.document === id)).toBe(false);
    const { id: locale } = await locales.findByCode('de');
    expect((await newsroom.request('DELETE', `/i18n/locales/${locale}`, { token })).status).toBe(200);
  });
});
