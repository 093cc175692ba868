import { refuseFor, wordsFor } from '../words/refuse';
import type { DocumentRule } from './act';

/**
 * What readers of a language get of a release that is not translated decides which releases its lists have: so it stays
 * while these stand still for readers. All other settings of the site may change.
 */
export const refuseTranslationsInSilence: DocumentRule = async ({ strapi, type, action, params }, next) => {
  const given = params.data?.missingTranslations;
  if (type !== 'site-settings' || action !== 'update' || given === undefined) return next();
  const plugin = strapi.plugin('newsroom');
  if (!(await plugin.service('silence').isOn())) return next();
  if (given !== (await plugin.service('popular-settings').missingTranslations())) {
    refuseFor('translationsSilent', 'missingTranslations', wordsFor(strapi).translationsSilent());
  }
  return next();
};
