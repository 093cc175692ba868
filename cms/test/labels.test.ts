import { expect, it } from 'vitest';
import { en } from '../src/admin/words/en';
import contentTypes from '../src/plugins/newsroom/server/src/content-types';

it.each(Object.entries(contentTypes))('every field of %s that editors see has a label', (type, { schema }) => {
  const seen = Object.entries(schema.attributes).flatMap(([name, attribute]) =>
    'visible' in attribute && !attribute.visible ? [] : [name],
  );
  expect(Object.keys(en.fields[type as keyof typeof en.fields]).sort()).toEqual(seen.sort());
});

it.each(Object.values(contentTypes))('$schema.info.displayName has a name in the menu', ({ schema }) => {
  expect(Object.keys(en.types)).toContain(schema.info.displayName);
});

it.each(Object.entries(contentTypes))('every value that a list of %s offers has a word', (_, { schema }) => {
  const offered = Object.values(schema.attributes).flatMap((attribute) =>
    'enum' in attribute ? (attribute.enum as string[]) : [],
  );
  expect(Object.keys(en.values)).toEqual(expect.arrayContaining(offered));
});
