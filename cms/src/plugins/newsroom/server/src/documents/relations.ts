import type { Core, UID } from '@strapi/strapi';

/** A relation field and the type that it points to. */
export interface RelationField {
  name: string;
  target: UID.ContentType;
}

/** A type's relations to other documents of the newsroom, in the order of its fields. (`localizations` is Strapi's own.) */
export function relationFields(strapi: Core.Strapi, uid: UID.ContentType): RelationField[] {
  return Object.entries(strapi.contentType(uid).attributes).flatMap(([name, attribute]) =>
    attribute.type === 'relation' &&
    name !== 'localizations' &&
    'target' in attribute &&
    String(attribute.target).startsWith('plugin::newsroom.')
      ? [{ name, target: attribute.target as UID.ContentType }]
      : [],
  );
}

/** What a query must populate to see, for each of these relations, the documents that it points to. */
export function populateRelations(fields: RelationField[]): Record<string, { select: string[] }> {
  return Object.fromEntries(fields.map(({ name }) => [name, { select: ['documentId'] }]));
}

/** The documents that a populated relation points to, in its order; one or none for a relation to one. */
export function relatedDocuments(value: unknown): string[] {
  const related = Array.isArray(value) ? value : value === null || value === undefined ? [] : [value];
  return related.map((one: { documentId: string }) => one.documentId);
}
