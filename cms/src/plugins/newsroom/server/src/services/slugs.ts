import { slugify } from '@newsroom/shared/slug';
import type { Core } from '@strapi/strapi';
import { documentTypes } from '../documents/act';
import { freeSlug } from '../documents/slug-sources';

/** Slugs for the button beside the field. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** A free slug for a text, empty where it has no letters; undefined for a type that is not the newsroom's. */
  async suggest(wish: { type: string; locale: string; text: string; documentId?: string }): Promise<string | undefined> {
    const type = documentTypes.find((one) => one === wish.type);
    if (type === undefined) return undefined;
    return freeSlug(strapi, { type, wished: slugify(wish.text), locale: wish.locale, documentId: wish.documentId });
  },
});
