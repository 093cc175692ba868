import Sqlite from 'better-sqlite3';

/** What tells of a snapshot's own history, besides its name in `meta`. */
const ofHistory = ['touched', 'sqlite_sequence'];

/** All content that a snapshot holds, table by table, its rows sorted; not how it came to it. */
export function contentOf(snapshot: string, { without = [] }: { without?: readonly string[] } = {}): Record<string, unknown[]> {
  const database = new Sqlite(snapshot, { readonly: true });
  try {
    const sql = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";
    const tables = database.prepare<[], string>(sql).pluck().all();
    return Object.fromEntries(
      tables
        .filter((table) => ![...ofHistory, ...without].includes(table))
        .map((table) => [
          table,
          database
            .prepare(table === 'meta' ? 'SELECT epoch, seq, mark, as_of, admin, settled FROM meta' : `SELECT * FROM ${table}`)
            .raw()
            .all()
            .map((row) => JSON.stringify(row))
            .sort(),
        ]),
    );
  } finally {
    database.close();
  }
}
