import { feedTypes } from '@newsroom/shared/feed';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { editorOf } from './acts';
import { startNewsroom, type TestNewsroom } from './newsroom';

let newsroom: TestNewsroom;
beforeAll(async () => {
  newsroom = await startNewsroom();
});
afterAll(() => newsroom?.stop());

it('settings from before a required field was there get its default, and are handed over in the shape of the contract', async () => {
  const { strapi } = newsroom;
  await strapi.db.query('plugin::newsroom.site-settings').updateMany({ where: {}, data: { missingTranslations: null } });
  await strapi.store({ type: 'plugin', name: 'newsroom' }).delete({ key: 'contract' });
  await strapi.plugin('newsroom').service('setup').afterStrapi();
  const rows = await strapi.db.query('plugin::newsroom.site-settings').findMany({});
  expect(rows.map((row) => row.missingTranslations)).toEqual(['show', 'show', 'show']);
  const settings = (await newsroom.feed()).filter((line) => line.type === 'site-settings');
  expect(settings).toHaveLength(3);
  for (const { data } of settings) expect(feedTypes['site-settings'].parse(data).missingTranslations).toBe('show');
});

it('a directory entry from before lists named it is named in all of them', async () => {
  const { strapi } = newsroom;
  const editor = editorOf(newsroom, await newsroom.logIn());
  const id = await editor.create('delegation', 'ru', { electionBody: 'Избирком', countryCode: 'TJ' });
  const rows = strapi.db.query('plugin::newsroom.delegation');
  await rows.updateMany({ where: { documentId: id }, data: { listedAs: null } });
  await strapi.plugin('newsroom').service('setup').afterStrapi();
  const versions = await rows.findMany({ where: { documentId: id } });
  expect(versions.map(({ listedAs }) => listedAs)).toEqual(['Избирком', 'Избирком', 'Избирком']);
});

it('a document that could not be handed over is tried again at the next start', async () => {
  const { strapi } = newsroom;
  const editor = editorOf(newsroom, await newsroom.logIn());
  const store = strapi.store({ type: 'plugin', name: 'newsroom' });
  const id = await editor.create('delegation', 'en', { electionBody: 'Broken for a while', countryCode: 'UZ' });
  const rows = strapi.db.query('plugin::newsroom.delegation');
  const setCountry = (countryCode: string) => rows.updateMany({ where: { documentId: id }, data: { countryCode } });
  const start = () => strapi.plugin('newsroom').service('setup').afterStrapi();
  const inFeed = async () => (await newsroom.feed()).find((line) => line.id === id)?.data.countryCode;

  await store.delete({ key: 'contract' });
  strapi.log.level = 'silent';
  await setCountry('QQ');
  await start();
  await setCountry('KG');
  expect(await inFeed()).toBe('UZ');
  await start();
  expect(await inFeed()).toBe('KG');
});
