import type { Core } from '@strapi/strapi';

/** How often they are looked at, in milliseconds. */
const pause = 3_600_000;

/**
 * By what it knows of a table SQLite chooses among indexes, and it looks at tables only when it is asked to. Without that
 * it reads the pictures of all releases to find those of one. PostgreSQL looks by itself.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  let due: NodeJS.Timeout | undefined;

  /**
   * Looks at all tables that were never looked at, or grew tenfold since (https://sqlite.org/pragma.html#pragma_optimize).
   * What it saw of the change log is forgotten: that grows with every act, and its statements are written for its indexes;
   * whoever takes it for small reads it from end to end.
   */
  async function renew(): Promise<void> {
    const { connection } = strapi.db;
    try {
      await connection.raw('pragma optimize = 0x10002');
      await connection('sqlite_stat1').where({ tbl: 'newsroom_changes' }).del();
      await connection.raw('analyze sqlite_schema'); // which only reads again what is known
    } catch (error) {
      strapi.log.debug(`The database's statistics could not be renewed: ${(error as Error).message}`);
    }
  }

  return {
    /** Keeps them up to date from here on. */
    async keep(): Promise<void> {
      if (strapi.db.dialect.client !== 'sqlite') return;
      await renew();
      due = setInterval(renew, pause).unref();
    },

    stop(): void {
      clearInterval(due);
    },
  };
};
