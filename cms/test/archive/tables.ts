import type { Core } from '@strapi/strapi';

/** A row by the names of its model's attributes, or of a join table's columns. */
export type TableRow = Record<string, unknown>;

/** How many rows are taken in at once. */
const portion = 500;

/** Rows on their way into Strapi's tables. Their identifiers are known before they are written, so that rows can name each other. */
export class Tables {
  readonly #strapi: Core.Strapi;
  readonly #rows = new Map<string, TableRow[]>();
  readonly #newest: Map<string, number>;

  private constructor(strapi: Core.Strapi, newest: Map<string, number>) {
    this.#strapi = strapi;
    this.#newest = newest;
  }

  /** Begins after what is in the tables of these models and join tables. */
  static async begin(strapi: Core.Strapi): Promise<Tables> {
    const newest = new Map<string, number>();
    for (const [uid, { tableName }] of strapi.db.metadata) {
      const [row] = await strapi.db.connection(tableName).max({ id: 'id' });
      newest.set(uid, Number(row?.id ?? 0));
    }
    return new Tables(strapi, newest);
  }

  /** The identifier that the next row of a model will have. */
  reserve(uid: string): number {
    const id = (this.#newest.get(uid) ?? 0) + 1;
    this.#newest.set(uid, id);
    return id;
  }

  /** Adds a row, under an identifier of its own where it brings none; gives that. */
  add(uid: string, row: TableRow): number {
    const id = typeof row.id === 'number' ? row.id : this.reserve(uid);
    const rows = this.#rows.get(uid) ?? [];
    rows.push({ ...row, id });
    this.#rows.set(uid, rows);
    return id;
  }

  /** Writes all rows in one transaction, what others point to first. */
  async write(): Promise<void> {
    await this.#strapi.db.transaction(async ({ trx }) => {
      const isJoin = (uid: string) => !uid.includes('.');
      for (const uid of [...this.#rows.keys()].sort((one, other) => Number(isJoin(one)) - Number(isJoin(other)))) {
        const rows = this.#rows.get(uid) ?? [];
        for (let start = 0; start < rows.length; start += portion)
          await this.#strapi.db.query(uid as never).createMany({ data: rows.slice(start, start + portion) as never });
        if (this.#strapi.db.dialect.client !== 'postgres') continue;
        // PostgreSQL counts on from what it gave itself, not from what it was given.
        const { tableName } = this.#strapi.db.metadata.get(uid);
        await trx.raw(`select setval(pg_get_serial_sequence(?, 'id'), ?)`, [tableName, this.#newest.get(uid) ?? 1]);
      }
    });
  }
}
