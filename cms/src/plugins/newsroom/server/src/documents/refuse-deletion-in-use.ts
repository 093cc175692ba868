import type { Words } from '../words/en';
import { refuse, wordsFor } from '../words/refuse';
import { type Act, type DocumentRule, documentTypes, uidOf } from './act';
import { nameUsers, type User } from './name-users';
import { relationFields } from './relations';
import { titleOf } from './slug-holder';

/**
 * Strapi deletes a document silently from whatever points to it. Here what is in use is not deleted, and the
 * editor is told where it is; the site's settings are always in use.
 */
export const refuseDeletionInUse: DocumentRule = async (act, next) => {
  if (act.action !== 'delete') return next();
  const words = wordsFor(act.strapi);
  if (act.type === 'site-settings') refuse(words.settingsKept());
  const users = await usersOf(act);
  if (users.length > 0) refuse(words.inUse(await nameOf(act, words), nameUsers(users, words)));
  return next();
};

/** Which of the documents that an editor deletes at once is meant: a version that is to go, by its title. */
async function nameOf({ strapi, uid, params: { documentId, locale } }: Act, words: Words): Promise<string> {
  const rows = await strapi.db.query(uid).findMany({ where: { documentId }, orderBy: { id: 'asc' } });
  const title = titleOf(rows.find((row) => row.locale === locale) ?? rows[0] ?? {});
  return title === '' ? '' : words.quoted(title);
}

/** The documents that point to the one to be deleted, in the languages that are to go. */
async function usersOf({ strapi, uid, params }: Act): Promise<User[]> {
  const inLanguage = params.locale === undefined || params.locale === '*' ? {} : { locale: params.locale };
  const users: User[] = [];
  for (const type of documentTypes) {
    const where = 'locale' in strapi.contentType(uidOf(type)).attributes || type === 'press-release' ? inLanguage : {};
    for (const { name, target } of relationFields(strapi, uidOf(type))) {
      if (target !== uid) continue;
      const rows: User['row'][] = await strapi.db.query(uidOf(type)).findMany({
        where: { [name]: { documentId: params.documentId }, documentId: { $ne: params.documentId }, ...where },
        populate: (type === 'accreditation' ? ['event'] : []) as never,
      });
      users.push(...rows.map((row) => ({ type, row })));
    }
  }
  return users;
}
