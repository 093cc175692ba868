import { localised } from './localisation';

/** A type's slug: a text with the newsroom's own input, which knows of which type it is and from which field it is made. */
export function slugField(type: string, source: string) {
  return {
    type: 'customField',
    customField: 'plugin::newsroom.slug',
    maxLength: 120,
    options: { type, source },
    pluginOptions: localised,
  };
}
