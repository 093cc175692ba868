import { refuseFor, wordsFor } from '../words/refuse';
import type { DocumentRule } from './act';

/** The fields of the site's settings by which the popular list is computed. */
const popularFields = [
  'popularWindowDays',
  'popularHalfLifeDays',
  'popularCommentWeight',
  'popularReactionWeight',
  'popularSize',
] as const;

/** Refuses other settings of the popular list while it stands still for readers; all other settings may change. */
export const refusePopularInSilence: DocumentRule = async (act, next) => {
  const { strapi, type, uid, action, params } = act;
  if (type !== 'site-settings' || action !== 'update' || params.data === undefined) return next();
  const given = popularFields.filter((field) => params.data?.[field] !== undefined);
  if (given.length === 0 || !(await strapi.plugin('newsroom').service('silence').isOn())) return next();
  const before = await strapi.db.query(uid).findOne({ where: { documentId: params.documentId } });
  // All language versions have the same; a database may give decimals as texts.
  const changed = given.find((field) => numberOf(params.data?.[field]) !== numberOf(before?.[field]));
  if (changed !== undefined) refuseFor('popularSilent', changed, wordsFor(strapi).popularSilent());
  return next();
};

function numberOf(value: unknown): number | null {
  return value === null || value === undefined || value === '' ? null : Number(value);
}
