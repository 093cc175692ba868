import { errors } from '@strapi/utils';
import { type Act, type DocumentRule, documentTypes, uidOf } from './act';
import { relationFields } from './relations';

/** How many users of a document a refusal names. */
const named = 5;

/**
 * Strapi deletes a document silently from whatever points to it. Here what is in use is not deleted, and the
 * editor is told where it is; the site's settings are always in use.
 */
export const refuseDeletionInUse: DocumentRule = async (act, next) => {
  if (act.action !== 'delete') return next();
  if (act.type === 'site-settings') {
    throw new errors.ValidationError('The site cannot be without its settings. Change them instead of deleting them.');
  }
  const users = await usersOf(act);
  if (users.length > 0) {
    const titles = users.slice(0, named).join(', ');
    const more = users.length > named ? ` and ${users.length - named} more` : '';
    throw new errors.ValidationError(`This is in use and was not deleted. Take it out of ${titles}${more} first.`);
  }
  return next();
};

/** The documents that point to the one to be deleted, in the languages that are to go, as `"title" (ru)`. */
async function usersOf({ strapi, uid, params }: Act): Promise<string[]> {
  const inLanguage = params.locale === undefined || params.locale === '*' ? {} : { locale: params.locale };
  const users = new Set<string>();
  for (const type of documentTypes) {
    for (const { name, target } of relationFields(strapi, uidOf(type))) {
      if (target !== uid) continue;
      const rows = await strapi.db
        .query(uidOf(type))
        .findMany({ where: { [name]: { documentId: params.documentId }, ...inLanguage } });
      for (const { title, locale } of rows) users.add(`"${title}" (${locale})`);
    }
  }
  return [...users];
}
