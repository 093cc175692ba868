import { errors } from '@strapi/utils';
import type { DocumentRule } from './act';

/** Refuses a published version whose slug another published document has in the same language. */
export const refuseTakenSlug: DocumentRule = async (act, next) => {
  const result = await next();
  const { strapi, uid, action } = act;
  const publishes = action === 'publish' || !strapi.contentType(uid).options?.draftAndPublish;
  if (!publishes || result === null || !('slug' in strapi.contentType(uid).attributes)) return result;

  const versions = await strapi.db.query(uid).findMany({
    where: { documentId: result.documentId, publishedAt: { $notNull: true } },
    select: ['slug', 'locale'],
  });
  for (const { slug, locale } of versions) {
    const other = await strapi.db.query(uid).findOne({
      where: { slug, locale, publishedAt: { $notNull: true }, documentId: { $ne: result.documentId } },
    });
    if (other !== null) refuse(slug, other.title ?? other.name ?? other.electionBody);
  }
  return result;
};

function refuse(slug: string, other: string): never {
  const message = `The slug "${slug}" is in use by "${other}". Choose another slug, or change the other's first.`;
  throw new errors.ValidationError(message, { errors: [{ path: ['slug'], name: 'ValidationError', message }] });
}
