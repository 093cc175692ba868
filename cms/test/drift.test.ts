import { feedTypes } from '@newsroom/shared/feed';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import contentTypes from '../src/plugins/newsroom/server/src/content-types';
import { components } from './components';
import { driftOf, type Model } from './drift';

const componentModels = Object.fromEntries(
  Object.entries(components).map(([name, model]) => [`newsroom.${name}`, model as unknown as Model]),
);

/** Types of the feed that no editor enters. */
const withoutForm = ['daily-metrics', 'outside-list', 'popular-choices'];

it('Strapi has the types of the contract', () => {
  expect([...Object.keys(contentTypes), ...withoutForm].sort()).toEqual(Object.keys(feedTypes).sort());
});

it.each(Object.entries(contentTypes))('Strapi and the contract agree on %s', (type, { schema }) => {
  expect(driftOf(type, schema as unknown as Model, feedTypes[type as keyof typeof feedTypes], componentModels)).toEqual([]);
});

describe('a drift is named by type and field', () => {
  const contract = z.strictObject({
    title: z.string().max(100),
    kind: z.enum(['news', 'statement']),
    day: z.string().nullable(),
    count: z.int().max(10),
    people: z.array(z.strictObject({ name: z.string() })),
  });
  const agreed: Model = {
    attributes: {
      title: { type: 'string', maxLength: 100 },
      kind: { type: 'enumeration', enum: ['news', 'statement'], required: true },
      day: { type: 'date' },
      count: { type: 'integer', required: true, max: 10 },
      people: { type: 'component', component: 'person', repeatable: true },
    },
  };
  const person: Model = { attributes: { name: { type: 'string' } } };
  const driftWith = (changes: Model['attributes']) =>
    driftOf('release', { attributes: { ...agreed.attributes, ...changes } }, contract, { person });

  it('says nothing where there is none', () => {
    expect(driftWith({})).toEqual([]);
  });

  it.each<[Model['attributes'], string]>([
    [{ note: { type: 'text' } }, 'release.note: Strapi has it, the contract does not.'],
    [{ title: { type: 'integer' } }, 'release.title: integer in Strapi, string in the contract.'],
    [{ title: { type: 'string' } }, 'release.title: at most 100 characters in the contract, any number in Strapi.'],
    [{ title: { type: 'string', maxLength: 300 } }, 'release.title: at most 100 characters in the contract, 300 in Strapi.'],
    [
      { kind: { type: 'enumeration', enum: ['news'], required: true } },
      'release.kind: only the contract has the value "statement".',
    ],
    [
      { kind: { type: 'enumeration', enum: ['news', 'statement'] } },
      'release.kind: the contract needs it, Strapi lets it be empty.',
    ],
    [{ day: { type: 'date', required: true } }, 'release.day: Strapi requires it, the contract lets it be empty.'],
    [{ count: { type: 'integer', required: true, max: 11 } }, 'release.count: at most 10 in the contract, 11 in Strapi.'],
    [{ people: { type: 'component', component: 'person' } }, 'release.people: a list in the contract alone.'],
  ])('%j', (changes, message) => {
    expect(driftWith(changes)).toEqual([message]);
  });

  it('where a field is missing in Strapi', () => {
    const { title: _, ...attributes } = agreed.attributes;
    expect(driftOf('release', { attributes }, contract, { person })).toEqual([
      'release.title: the contract has it, Strapi does not.',
    ]);
  });

  it('inside a component', () => {
    const renamed: Model = { attributes: { fullName: { type: 'string' } } };
    expect(driftOf('release', agreed, contract, { person: renamed })).toEqual([
      'release.people.fullName: Strapi has it, the contract does not.',
      'release.people.name: the contract has it, Strapi does not.',
    ]);
  });
});
