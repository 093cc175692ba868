import type { Core } from '@strapi/strapi';

type Rows = ReturnType<Core.Strapi['db']['connection']>;

/** Which names are meant: what a column of a table holds, in the rows that are chosen. */
interface Names {
  table: string;
  column: string;
  choose(rows: Rows): Rows;
  /** How many there are in a portion, at most. */
  portion: number;
}

/** The different names, in their order, in portions, each by a short read of its own. */
export async function* namesInPortions(strapi: Core.Strapi, { table, column, choose, portion }: Names): AsyncGenerator<string[]> {
  let after = '';
  while (true) {
    const rows: { name: string }[] = await choose(strapi.db.connection(table))
      .where(column, '>', after)
      .distinct(`${column} as name`)
      .orderBy(column)
      .limit(portion);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({ name }) => name);
    after = last.name;
  }
}
