import type { Core } from '@strapi/strapi';
import { leaseModel } from '../models/lease';

/** Milliseconds since 1970. */
const clocks = {
  postgres: '(extract(epoch from clock_timestamp()) * 1000)::bigint',
  sqlite: "cast(unixepoch('subsec') * 1000 as integer)",
};

/**
 * Work that one of several processes on a database does. The time is the database's own, so that the clocks of the
 * processes need not agree.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const table = leaseModel.tableName;

  return {
    /**
     * Takes a lease, or keeps it. Free is also what would last longer than any lease: then the clock was set back.
     *
     * @param time in milliseconds
     * @returns whether the holder has it now
     */
    async take(name: string, holder: string, time: number): Promise<boolean> {
      const onPostgres = strapi.db.dialect.client === 'postgres';
      const now = onPostgres ? clocks.postgres : clocks.sqlite;
      const answer = await strapi.db.connection.raw(
        `insert into ${table} (name, holder, until) values (?, ?, ${now} + ?)
         on conflict (name) do update set holder = excluded.holder, until = excluded.until
         where ${table}.holder = excluded.holder or ${table}.until < ${now} or ${table}.until > ${now} + 2 * ?
         returning holder`,
        [name, holder, time, time],
      );
      return (onPostgres ? answer.rows : answer).length === 1;
    },

    /** Gives a lease back, so that another need not wait for its end. */
    async release(name: string, holder: string): Promise<void> {
      await strapi.db.connection(table).where({ name, holder }).update({ until: 0 });
    },

    /**
     * Does in one transaction what only the holder may do; what the database does for others waits for it.
     *
     * @returns whether the lease was still held
     */
    async asHolder(name: string, holder: string, work: () => Promise<void>): Promise<boolean> {
      return strapi.db.transaction(async ({ trx }) => {
        const held = await trx(table).where({ name, holder }).update({ holder });
        if (held === 1) await work();
        return held === 1;
      });
    },
  };
};
