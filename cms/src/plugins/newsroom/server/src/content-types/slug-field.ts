import { directoryNames } from '@newsroom/shared/directory';
import type { DocumentType } from '../documents/act';
import { localised } from './localisation';

/** The field from which a type's slug is made, of the types that have one. */
export const slugSources: Partial<Record<DocumentType, string>> = {
  'press-release': 'title',
  page: 'title',
  ...directoryNames,
};

/** What a table with slugs declares, so that the holder of one is found without reading all documents. */
export function slugIndex(table: string) {
  return { indexes: [{ name: `${table}_slug`, columns: ['slug'] }] };
}

/** A type's slug: a text with the newsroom's own input, which knows of which type it is and from which field it is made. */
export function slugField(type: DocumentType) {
  return {
    type: 'customField',
    customField: 'plugin::newsroom.slug',
    maxLength: 120,
    options: { type, source: slugSources[type] },
    pluginOptions: localised,
  };
}
