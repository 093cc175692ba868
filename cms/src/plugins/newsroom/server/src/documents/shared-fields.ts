import type { Core, UID } from '@strapi/strapi';

/** A type's fields, relations aside, that are not localised. */
export function sharedFields(strapi: Core.Strapi, uid: UID.ContentType): string[] {
  return Object.entries(strapi.contentType(uid).attributes).flatMap(([name, attribute]) => {
    const options = attribute.pluginOptions as { i18n?: { localized?: boolean } } | undefined;
    return options?.i18n?.localized === false && attribute.type !== 'relation' ? [name] : [];
  });
}
