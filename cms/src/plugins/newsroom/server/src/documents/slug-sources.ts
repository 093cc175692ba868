import { numberSlug } from '@newsroom/shared/slug';
import type { Act, DocumentType } from './act';

/** The field from which a type's slug is made. */
export const slugSources: Partial<Record<DocumentType, string>> = {
  'press-release': 'title',
  delegation: 'electionBody',
  'observer-organisation': 'name',
  event: 'name',
};

interface Wish {
  wished: string;
  locale: string;
  /** The document that is to have it; undefined while it has no identifier. */
  documentId: string | undefined;
}

/** The wished slug, or with the first number that no other document has in this language, as a draft or published. */
export async function freeSlug(
  { strapi, uid }: Pick<Act, 'strapi' | 'uid'>,
  { wished, locale, documentId }: Wish,
): Promise<string> {
  if (wished === '') return '';
  const others = documentId === undefined ? {} : { documentId: { $ne: documentId } };
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wished : numberSlug(wished, number);
    if ((await strapi.db.query(uid).count({ where: { slug, locale, ...others } })) === 0) return slug;
  }
}
