import type { DocumentRule } from './act';
import { inPublishTransaction, savesDraftOnly } from './publish-lock';

/** Runs the act and every rule in one database transaction: a throw undoes all of it. Saving a draft waits for nobody, unless it has no slug yet. */
export const inOneTransaction: DocumentRule = async (act, next) =>
  savesDraftOnly(act) ? await act.strapi.db.transaction(async () => await next()) : inPublishTransaction(act.strapi, next);
