import type { DocumentRule } from './act';

/** A number of our own, so that the lock is nobody else's. */
const publishLock = 0x6e657773;

/**
 * Runs the act and every rule in one database transaction; acts within acts join it. A throw undoes all of it.
 *
 * On PostgreSQL sequences commit out of order, so what can change published content first takes one lock: seqs
 * become visible in the order of their numbers. Saving a draft does not wait for it.
 */
export const inOneTransaction: DocumentRule = async ({ strapi, uid, action, params }, next) =>
  await strapi.db.transaction(async ({ trx }) => {
    const savesDraft =
      strapi.contentType(uid).options?.draftAndPublish &&
      params.status !== 'published' &&
      ['create', 'update', 'clone', 'discardDraft'].includes(action);
    if (strapi.db.dialect.client === 'postgres' && !savesDraft) {
      await trx.raw('select pg_advisory_xact_lock(?)', [publishLock]);
    }
    return next();
  });
