import type { Core } from '@strapi/strapi';
import type { Act } from './act';

/** A number of our own, so that the lock is nobody else's. */
const publishLock = 0x6e657773;

/** The transactions after whose commit those who wait for changes are woken: acts inside of acts join one of them. */
const announced = new WeakSet<object>();

/** The acts that, on a type with draft & publish, touch the draft alone. */
const draftActions: readonly string[] = ['create', 'update', 'clone', 'discardDraft'];

/** Whether an act cannot change what is published. */
export function savesDraftOnly({ strapi, uid, action, params }: Act): boolean {
  return (
    strapi.contentType(uid).options?.draftAndPublish === true && params.status !== 'published' && draftActions.includes(action)
  );
}

/**
 * Does in one transaction what writes to the change log; a transaction that is open already is joined.
 *
 * On PostgreSQL sequences commit out of order, so whoever writes to the log first takes one lock, which is held
 * until the commit: seqs become visible in the order of their numbers. SQLite has one writer at a time anyway.
 */
export async function inPublishTransaction<T>(strapi: Core.Strapi, work: () => Promise<T>): Promise<T> {
  return await strapi.db.transaction(async ({ trx, onCommit }) => {
    if (!announced.has(trx)) {
      announced.add(trx);
      onCommit(() => {
        strapi.plugin('newsroom').service('head-watch').look();
        strapi.plugin('newsroom').service('last-seen').note();
      });
    }
    await takePublishLock(strapi);
    return await work();
  });
}

/** Waits until nobody else publishes, and lets nobody else until the transaction that is open ends. */
export async function takePublishLock(strapi: Core.Strapi): Promise<void> {
  if (strapi.db.dialect.client !== 'postgres') return;
  await strapi.db.transaction(({ trx }) => trx.raw('select pg_advisory_xact_lock(?)', [publishLock]));
}
