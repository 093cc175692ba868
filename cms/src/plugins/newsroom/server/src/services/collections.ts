import type { Collection } from '@newsroom/shared/collected-day';
import type { CollectedDay } from '@newsroom/shared/popular-desk';
import type { Core } from '@strapi/strapi';
import { collectionModel } from '../models/collection';
import { inPortions } from './portions';

interface Row {
  source: string;
  day: string;
  /** PostgreSQL gives large integers as text. */
  views: number | string;
  leftOut: string;
  spikes: string;
}

/** What counters say of their work, day by day: for the desk, never for readers. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Keeps what one source says of its days, all of it or nothing, in the place of what it said of them before. */
  async store({ source, days }: Collection): Promise<{ days: number }> {
    const rows = days.map(({ day, views, leftOut, spikes }) => {
      return { source, day, views, leftOut: JSON.stringify(leftOut), spikes: JSON.stringify(spikes) };
    });
    await strapi.db.transaction(async () => {
      for (const some of inPortions(rows)) {
        const insert = strapi.db.queryBuilder(collectionModel.uid).insert(some);
        await insert.onConflict(['source', 'day']).merge(['views', 'left_out', 'spikes']).execute();
      }
    });
    return { days: days.length };
  },

  /** What is known of the days from one on, the newest first. */
  async since(day: string): Promise<CollectedDay[]> {
    const orderBy = [{ day: 'desc' as const }, { source: 'asc' as const }];
    const rows: Row[] = await strapi.db.query(collectionModel.uid).findMany({ where: { day: { $gte: day } }, orderBy });
    return rows.map(({ source, day: one, views, leftOut, spikes }) => {
      return { source, day: one, views: Number(views), leftOut: JSON.parse(leftOut), spikes: JSON.parse(spikes) };
    });
  },
});
