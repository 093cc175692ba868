import { afterAll, beforeAll, expect, it } from 'vitest';
import contentTypes from '../src/plugins/newsroom/server/src/content-types';
import { components } from './components';
import { startNewsroom, type TestNewsroom } from './newsroom';

interface Configuration {
  settings: { mainField: string; defaultSortBy: string };
  metadatas: Record<string, { edit: { mainField?: string; description?: string } }>;
  layouts: { edit: { name: string }[][]; list: string[] };
}

let newsroom: TestNewsroom;
beforeAll(async () => {
  newsroom = await startNewsroom();
});
afterAll(() => newsroom.stop());

const service = (name: 'content-types' | 'components') => newsroom.strapi.plugin('content-manager').service(name);
const ofType = (type: string): Promise<Configuration> =>
  service('content-types').findConfiguration({ uid: `plugin::newsroom.${type}` });
const fieldsOf = ({ layouts }: Configuration) => layouts.edit.flat().map(({ name }) => name);

/** Fields of the site's settings that have a page of their own. */
const onPagePopular = /^popular[A-Z]/;

it.each(Object.entries(contentTypes))('the form of %s has every field that editors see, once', async (type, { schema }) => {
  const seen = Object.entries(schema.attributes).filter(
    ([, attribute]) => !('visible' in attribute && attribute.visible === false),
  );
  const entered = seen.map(([name]) => name).filter((name) => name !== 'listedAs' && !onPagePopular.test(name));
  expect(fieldsOf(await ofType(type)).sort()).toEqual(entered.sort());
});

it.each(Object.entries(components))('the form of the component %s has every field', async (name, { attributes }) => {
  const configuration: Configuration = await service('components').findConfiguration({ uid: `newsroom.${name}` });
  expect(fieldsOf(configuration).sort()).toEqual(Object.keys(attributes).sort());
});

it('a release is written from title to notice, and lists begin with the one that was changed last', async () => {
  const configuration = await ofType('press-release');
  expect(fieldsOf(configuration).slice(0, 5)).toEqual(['title', 'slug', 'summary', 'body', 'cover']);
  expect(configuration.settings).toMatchObject({ mainField: 'title', defaultSortBy: 'updatedAt', defaultSortOrder: 'DESC' });
});

it('relations are chosen by name', async () => {
  const { metadatas } = await ofType('press-release');
  const names = ['event', 'delegations', 'observerOrganisations', 'related'].map((field) => metadatas[field]?.edit.mainField);
  expect(names).toEqual(['listedAs', 'listedAs', 'listedAs', 'title']);
});

it('what is not translated is listed by its name in the language that was entered first', async () => {
  const uid = 'plugin::newsroom.delegation' as never;
  const listed = async (documentId: string) =>
    Object.fromEntries(
      (await newsroom.strapi.db.query(uid).findMany({ where: { documentId } })).map((one) => [one.locale, one.listedAs]),
    );
  const { documentId } = await newsroom.strapi
    .documents(uid)
    .create({ locale: 'ru', data: { electionBody: 'Высший избирательный совет', countryCode: 'TR' } as never });
  expect(await listed(documentId)).toEqual({
    kk: 'Высший избирательный совет',
    ru: 'Высший избирательный совет',
    en: 'Высший избирательный совет',
  });
  await newsroom.strapi.documents(uid).update({ documentId, locale: 'en', data: { electionBody: 'Supreme Board' } as never });
  await newsroom.strapi.documents(uid).update({ documentId, locale: 'ru', data: { electionBody: 'Совет' } as never });
  expect(await listed(documentId)).toEqual({ kk: 'Совет', ru: 'Совет', en: 'Supreme Board' });
});

it('what an administrator changed stays at the next start', async () => {
  const before = await ofType('event');
  const layouts = { ...before.layouts, list: ['listedAs', 'slug'] };
  await service('content-types').updateConfiguration({ uid: 'plugin::newsroom.event' }, { ...before, layouts });
  await service('content-types').syncConfigurations();
  expect((await ofType('event')).layouts.list).toEqual(['listedAs', 'slug']);
});
