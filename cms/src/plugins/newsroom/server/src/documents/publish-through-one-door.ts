import type { ActResult, DocumentRule } from './act';

/**
 * Strapi's `create` and `update` publish directly when asked for status `published`, past every rule for
 * publishing. Here they save the draft, and `publish` follows as an act of its own in the same transaction.
 */
export const publishThroughOneDoor: DocumentRule = async ({ strapi, uid, action, params }, next) => {
  const publishes =
    (action === 'create' || action === 'update') &&
    params.status === 'published' &&
    strapi.contentType(uid).options?.draftAndPublish === true;
  if (!publishes) return next();

  params.status = 'draft';
  const saved = await next();
  if (saved === null) return null;
  const published = await strapi.documents(uid).publish({ documentId: saved.documentId, locale: params.locale as string });
  return (published.entries[0] as ActResult | undefined) ?? null;
};
