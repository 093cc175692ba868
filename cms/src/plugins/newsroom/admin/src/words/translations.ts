import type { Words } from './en';

/** Words under the names by which Strapi's admin, and ours in it, looks them up. */
export function translations({
  types,
  values,
  fields,
  components,
  hints,
  everyType,
  publishing,
  own,
}: Words): Record<string, string> {
  return {
    ...types,
    ...values,
    ...byField(Object.fromEntries(Object.keys(fields).map((type) => [type, everyType])), label),
    ...byField(fields, label),
    ...byField(components, (component, field) => `content-manager.components.newsroom.${component}.${field}`),
    ...byField(hints, hintId),
    ...byPath('newsroom', publishing),
    ...own,
  };
}

const label = (type: string, field: string) => `content-manager.content-types.plugin::newsroom.${type}.${field}`;

/** The name under which a field's hint is looked up. */
export function hintId(type: string, field: string): string {
  return `newsroom.hint.${type}.${field}`;
}

interface Nested {
  [part: string]: string | Nested;
}

/** @example byPath('newsroom', { status: { live: 'Live' } }) // => { 'newsroom.status.live': 'Live' } */
function byPath(path: string, texts: Nested): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([part, text]) =>
      typeof text === 'string' ? [[`${path}.${part}`, text]] : Object.entries(byPath(`${path}.${part}`, text)),
    ),
  );
}

function byField(texts: Record<string, Record<string, string>>, name: (type: string, field: string) => string) {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([type, fields]) => Object.entries(fields).map(([field, text]) => [name(type, field), text])),
  );
}
