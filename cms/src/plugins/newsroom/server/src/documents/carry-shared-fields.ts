import { defaultLanguage } from '@newsroom/shared/languages';
import type { DocumentRule } from './act';
import { sharedFields } from './shared-fields';

/**
 * Fields that all languages share diverge between published versions: Strapi publishes the one language that it is
 * asked for. So a publication writes the document's shared fields, and nothing else, into its other published
 * versions; their drafts are not published.
 */
export const carrySharedFields: DocumentRule = async ({ strapi, uid, action, params }, next) => {
  const result = await next();
  if (action !== 'publish' || result === null) return result;

  const fields = sharedFields(strapi, uid);
  const published = await strapi.db
    .query(uid)
    .findMany({ where: { documentId: result.documentId, publishedAt: { $notNull: true } } });
  const asked = Array.isArray(params.locale) ? params.locale[0] : (params.locale ?? defaultLanguage);
  const source = published.find((version) => version.locale === asked) ?? published[0];
  for (const version of published) {
    const changed = fields.filter((field) => version[field] !== source[field]);
    const data = Object.fromEntries(changed.map((field) => [field, source[field]]));
    if (changed.length > 0) await strapi.db.query(uid).update({ where: { id: version.id }, data });
  }
  return result;
};
