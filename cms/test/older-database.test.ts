import { feedTypes } from '@newsroom/shared/feed';
import { afterAll, beforeAll, expect, it } from 'vitest';
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
