import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { neededFields } from '../src/plugins/newsroom/admin/src/edit-view/needed-fields';
import { en } from '../src/plugins/newsroom/admin/src/words/en';
import contentTypes from '../src/plugins/newsroom/server/src/content-types';
import { components } from './components';

interface Attribute {
  type: string;
  visible?: boolean;
  enum?: readonly string[];
}
type Texts = Record<string, Record<string, string>>;

/** What editors see: fields by the name of their type or component, and where its words stand. */
const forms = [
  ...Object.entries(contentTypes).map(([type, { schema }]) => ({ name: type, schema, labels: en.fields as Texts })),
  ...Object.entries(components).map(([name, schema]) => ({ name, schema, labels: en.components as Texts })),
].map(({ name, schema, labels }) => ({ name, fields: seen(schema.attributes), labels }));

function seen(attributes: Record<string, Attribute>): [string, Attribute][] {
  return Object.entries(attributes).filter(([, { visible }]) => visible !== false);
}

it.each(forms)('every field of $name that editors see has a label', ({ name, fields, labels }) => {
  expect(Object.keys(labels[name] ?? {}).sort()).toEqual(fields.map(([field]) => field).sort());
});

it.each(forms)('every value that a list of $name offers has a word', ({ fields }) => {
  expect(Object.keys(en.values)).toEqual(expect.arrayContaining(fields.flatMap(([, attribute]) => attribute.enum ?? [])));
});

const marked = Object.entries(neededFields).map(([name, fields]) => [
  name,
  Object.fromEntries(fields.map((field) => [field, '*'])),
]);

it.each([...Object.entries(en.hints), ...marked] as [string, object][])(
  'the hints and marks of %s stand at fields that are there',
  (name, hints) => {
    const fields = forms.find((form) => form.name === name)?.fields.map(([field]) => field);
    expect(fields).toEqual(expect.arrayContaining(Object.keys(hints)));
  },
);

it.each(Object.entries(contentTypes))('%s has a name in the menu, by which its hints are found', (type, { schema }) => {
  expect(Object.keys(en.types)).toContain(schema.info.displayName);
  expect(schema.info.displayName.toLowerCase().replaceAll(' ', '-')).toBe(type);
});

it('no component is left out of these tests', () => {
  const files = readdirSync(path.join(import.meta.dirname, '../src/components/newsroom'));
  expect(files.map((file) => path.basename(file, '.ts')).sort()).toEqual(Object.keys(components).sort());
});
