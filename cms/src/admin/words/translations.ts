import type { Words } from './en';

/** Words under the names by which Strapi's admin looks them up. */
export function translations({ types, values, fields }: Words): Record<string, string> {
  const labels = Object.entries(fields).flatMap(([type, byField]) =>
    Object.entries(byField).map(([field, label]) => [`content-manager.content-types.plugin::newsroom.${type}.${field}`, label]),
  );
  return { ...types, ...values, ...Object.fromEntries(labels) };
}
