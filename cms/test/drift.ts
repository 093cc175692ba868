import { z } from 'zod';

/** A type or a component of Strapi, as far as it can be compared. */
export interface Model {
  attributes: Record<string, Attribute>;
}

interface Attribute {
  type: string;
  enum?: readonly string[];
  required?: boolean;
  repeatable?: boolean;
  relation?: string;
  component?: string;
  maxLength?: number;
  min?: number;
  max?: number;
  visible?: boolean;
}

/** What the contract says of a value. */
interface Shape {
  types: string[];
  nullable: boolean;
  values: string[];
  fields: Record<string, JsonSchema>;
  items: JsonSchema | undefined;
  maxLength: number | undefined;
  minimum: number | undefined;
  maximum: number | undefined;
}

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** What each of Strapi's types is in the contract. */
const contractTypes: Record<string, string> = {
  string: 'string',
  customField: 'string',
  text: 'string',
  richtext: 'string',
  enumeration: 'string',
  date: 'string',
  datetime: 'string',
  relation: 'string',
  integer: 'integer',
  decimal: 'number',
  component: 'object',
  media: 'object',
};

/** Types that Strapi itself keeps from being empty; whether a text may be, the plugin's rules say at publication. */
const filledByStrapi = ['enumeration', 'integer', 'date'];

/** Fields that the plugin makes from others at publication: no editor enters them. */
const madeAtPublication = ['embedded'];

/** Fields that the plugin keeps for the admin's lists alone. */
const keptForEditors = ['listedAs'];

/** Texts with one entry a line, which are lists in the contract. */
const onePerLine = ['aliases'];

/** Objects of the contract whose members are fields of their own in Strapi: `popular.size` is `popularSize`. */
const flattened = ['popular'];

/**
 * Where Strapi's form of a type and the contract's differ, as sentences that name type and field; empty where they
 * agree.
 *
 * @param components Strapi's components, by their identifiers
 */
export function driftOf(name: string, model: Model, schema: z.ZodType, components: Record<string, Model>): string[] {
  return compareFields(name, model, shapeOf(z.toJSONSchema(schema, { unrepresentable: 'any' })), components);
}

function compareFields(name: string, model: Model, shape: Shape, components: Record<string, Model>): string[] {
  const contract = contractFields(shape.fields);
  const found: string[] = [];
  for (const field of new Set([...Object.keys(model.attributes), ...Object.keys(contract)])) {
    const attribute = model.attributes[field];
    const inContract = contract[field];
    const at = `${name}.${field}`;
    if (attribute === undefined) found.push(`${at}: the contract has it, Strapi does not.`);
    else if (inContract === undefined && keptForEditors.includes(field)) continue;
    else if (inContract === undefined) found.push(`${at}: Strapi has it, the contract does not.`);
    else found.push(...compareField(at, field, attribute, shapeOf(inContract), components));
  }
  return found;
}

function compareField(
  at: string,
  field: string,
  attribute: Attribute,
  shape: Shape,
  components: Record<string, Model>,
): string[] {
  const isList = attribute.repeatable === true || attribute.relation?.endsWith('ToMany') === true || onePerLine.includes(field);
  const one = isList && shape.items !== undefined ? shapeOf(shape.items) : shape;
  const expected = contractTypes[attribute.type] ?? attribute.type;
  if (isList !== shape.types.includes('array')) return [`${at}: a list in ${isList ? 'Strapi' : 'the contract'} alone.`];
  if (!one.types.includes(expected)) return [`${at}: ${attribute.type} in Strapi, ${one.types.join(' or ')} in the contract.`];

  const component = components[attribute.component ?? ''];
  return [
    ...(component === undefined ? [] : compareFields(at, component, one, components)),
    ...compareValues(at, attribute.enum ?? [], one.values),
    ...compareEmptiness(at, attribute, shape),
    ...compareBounds(at, attribute, one),
  ];
}

function compareValues(at: string, inStrapi: readonly string[], inContract: string[]): string[] {
  if (inStrapi.length === 0) return []; // a text that the plugin checks
  return [
    ...inStrapi.filter((value) => !inContract.includes(value)).map((value) => `${at}: only Strapi has the value "${value}".`),
    ...inContract
      .filter((value) => !inStrapi.includes(value))
      .map((value) => `${at}: only the contract has the value "${value}".`),
  ];
}

function compareEmptiness(at: string, attribute: Attribute, { nullable }: Shape): string[] {
  if (attribute.required && nullable) return [`${at}: Strapi requires it, the contract lets it be empty.`];
  if (!attribute.required && !nullable && filledByStrapi.includes(attribute.type))
    return [`${at}: the contract needs it, Strapi lets it be empty.`];
  return [];
}

/** Strapi may be stricter than the contract, never laxer; where the contract limits a text, Strapi must say so in the form. */
function compareBounds(at: string, attribute: Attribute, shape: Shape): string[] {
  const found: string[] = [];
  if (shape.maxLength !== undefined && !(attribute.maxLength !== undefined && attribute.maxLength <= shape.maxLength))
    found.push(`${at}: at most ${shape.maxLength} characters in the contract, ${attribute.maxLength ?? 'any number'} in Strapi.`);
  if (attribute.min !== undefined && shape.minimum !== undefined && attribute.min < shape.minimum)
    found.push(`${at}: at least ${shape.minimum} in the contract, ${attribute.min} in Strapi.`);
  if (attribute.max !== undefined && shape.maximum !== undefined && attribute.max > shape.maximum)
    found.push(`${at}: at most ${shape.maximum} in the contract, ${attribute.max} in Strapi.`);
  return found;
}

function contractFields(fields: Record<string, JsonSchema>): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, schema]): [string, JsonSchema][] => {
      if (madeAtPublication.includes(name)) return [];
      if (!flattened.includes(name)) return [[name, schema]];
      return Object.entries(shapeOf(schema).fields).map(([member, inner]) => [
        `${name}${member[0]?.toUpperCase()}${member.slice(1)}`,
        inner,
      ]);
    }),
  );
}

/** A schema's alternatives taken together: a union of objects has all their fields. */
function shapeOf(schema: JsonSchema): Shape {
  const alternatives = flatten(schema);
  const types = alternatives.flatMap(({ type }) => type ?? []) as string[];
  const fields: Record<string, JsonSchema> = {};
  for (const { properties } of alternatives) {
    for (const [name, value] of Object.entries(properties ?? {})) {
      fields[name] = fields[name] === undefined ? (value as JsonSchema) : { anyOf: [fields[name], value as JsonSchema] };
    }
  }
  return {
    types: types.filter((type) => type !== 'null'),
    nullable: types.includes('null'),
    values: alternatives.flatMap((one) => [...(one.enum ?? []), ...(one.const === undefined ? [] : [one.const])]).map(String),
    fields,
    items: alternatives.map(({ items }) => items as JsonSchema | undefined).find((items) => items !== undefined),
    maxLength: alternatives.find((one) => one.maxLength !== undefined)?.maxLength,
    minimum: alternatives.find((one) => one.minimum !== undefined)?.minimum,
    maximum: alternatives.find((one) => one.maximum !== undefined)?.maximum,
  };
}

function flatten(schema: JsonSchema): JsonSchema[] {
  const nested = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])] as JsonSchema[];
  return nested.length === 0 ? [schema] : nested.flatMap(flatten);
}
