import { AsyncLocalStorage } from 'node:async_hooks';
import type { DocumentRule } from './act';

/** Set while the settings of the popular list are saved as what they are. */
export const savedAsPopularSettings = new AsyncLocalStorage<true>();

/** The fields of the site's settings by which the popular list is computed. */
const popularFields = [
  'popularWindowDays',
  'popularHalfLifeDays',
  'popularCommentWeight',
  'popularReactionWeight',
  'popularSize',
];

/**
 * The form of the site's settings shows nothing of the popular list, and sends along what it was when the form was opened:
 * only the page "Popular" changes that, which wants a permission of its own.
 */
export const keepPopularSettings: DocumentRule = async ({ type, action, params }, next) => {
  if (type === 'site-settings' && action === 'update' && params.data !== undefined && !savedAsPopularSettings.getStore()) {
    params.data = Object.fromEntries(Object.entries(params.data).filter(([field]) => !popularFields.includes(field)));
  }
  return next();
};
