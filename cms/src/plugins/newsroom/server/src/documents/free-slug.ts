import { isLanguage } from '@newsroom/shared/languages';
import { numberSlug, slugSchema } from '@newsroom/shared/slug';
import type { Core } from '@strapi/strapi';
import type { DocumentType } from './act';
import { slugHolder } from './slug-holder';

interface Wish {
  type: DocumentType;
  wished: string;
  locale: string;
  /** The document that is to have it; undefined while it has no identifier. */
  documentId: string | undefined;
}

/** The wished slug, or with the first number that no other document has in this language, as a draft or published. */
export async function freeSlug(strapi: Core.Strapi, { type, wished, locale, documentId }: Wish): Promise<string> {
  if (!slugSchema.safeParse(wished).success || !isLanguage(locale)) return wished;
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wished : numberSlug(wished, number);
    const holder = await slugHolder(strapi, { type, language: locale, slug, published: false, except: documentId });
    if (holder === undefined) return slug;
  }
}
