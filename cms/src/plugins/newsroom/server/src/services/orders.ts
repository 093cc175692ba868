import type { DeskOrder, OrderRequest } from '@newsroom/shared/desk-order';
import { type Edition, type Pause, pausedBy } from '@newsroom/shared/edition';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { inPublishTransaction } from '../documents/publish-lock';
import { orderModel } from '../models/order';
import { wordsFor } from '../words/refuse';

/** What people ask of the publisher, numbered in the order in which they asked. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const table = () => strapi.db.query(orderModel.uid);

  /** The number of the newest order, here or, where this database was restored from a copy, on the site; 0: none. */
  async function newest(): Promise<number> {
    const row = await table().findOne({ orderBy: { number: 'desc' }, select: ['number'] });
    const seen = await strapi.plugin('newsroom').service('seen-editions').last();
    return Math.max(row?.number ?? 0, seen?.edition.order ?? 0);
  }

  async function refuseImpossible(request: OrderRequest): Promise<void> {
    if (request.kind === 'roll-back') {
      const kept: number[] = await strapi.plugin('newsroom').service('runs').kept();
      if (kept.length === 0 || kept.includes(request.generation)) return;
      throw new errors.ValidationError(wordsFor(strapi).editionNotKept(request.generation, kept));
    }
    if (request.kind === 'accept-loss') {
      const head: number = await strapi.plugin('newsroom').service('changes').head();
      if (request.seq > head) throw new errors.ValidationError(wordsFor(strapi).nothingSoFar(request.seq, head));
    }
  }

  return {
    newest,

    /** The orders that were given after one, oldest first. */
    async since(number: number): Promise<DeskOrder[]> {
      const rows = await table().findMany({ where: { number: { $gt: number } }, orderBy: { number: 'asc' } });
      return rows.map(({ data }) => JSON.parse(data) as DeskOrder);
    },

    /** The orders that nobody has carried out yet, as far as the site and publishers told; oldest first. */
    async pending(): Promise<DeskOrder[]> {
      const seen = await strapi.plugin('newsroom').service('seen-editions').last();
      const where = { number: { $gt: seen?.edition.order ?? 0 }, handledAt: { $null: true } };
      const rows = await table().findMany({ where, orderBy: { number: 'asc' } });
      return rows.map(({ data }) => JSON.parse(data) as DeskOrder);
    },

    /** The newest order that a publisher said it is done with; 0: none. */
    async handled(): Promise<number> {
      const where = { handledAt: { $notNull: true } };
      return (await table().findOne({ where, orderBy: { number: 'desc' }, select: ['number'] }))?.number ?? 0;
    },

    /** Takes from a publisher that it is done with all orders up to one. */
    async noteHandled(number: number): Promise<void> {
      // Whoever knows of more orders than were given speaks of another history.
      if (number > (await newest())) return;
      const where = { number: { $lte: number }, handledAt: { $null: true } };
      if ((await table().count({ where })) > 0) await table().updateMany({ where, data: { handledAt: new Date() } });
    },

    /** A pause as it is told to people who are logged in: with the name of whoever gave the order to roll back. */
    async pauseOf({ paused, order }: Edition): Promise<Pause | null> {
      if (paused?.by !== pausedBy.desk) return paused;
      const row = await table().findOne({ where: { number: order } });
      return row === null ? paused : { ...paused, by: (JSON.parse(row.data) as DeskOrder).by };
    },

    /**
     * Numbers an order and keeps it; whoever waits for one is told at once.
     *
     * @param by the name of the person
     * @throws ValidationError where nobody could carry it out
     */
    async give(request: OrderRequest, by: string): Promise<DeskOrder> {
      await refuseImpossible(request);
      // Under the lock of publications, orders become visible in the order of their numbers.
      return await inPublishTransaction(strapi, async () => {
        const given: DeskOrder = { ...request, number: (await newest()) + 1, by, at: new Date().toISOString() };
        await table().create({ data: { number: given.number, data: JSON.stringify(given) } });
        return given;
      });
    },
  };
};
