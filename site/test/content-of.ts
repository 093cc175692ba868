import Sqlite from 'better-sqlite3';

/** All that a snapshot holds, table by table, its rows sorted; a state that went bears no time in a whole feed. */
export function contentOf(snapshot: string, { without = [] }: { without?: readonly string[] } = {}): Record<string, unknown[]> {
  const database = new Sqlite(snapshot, { readonly: true });
  try {
    const sql = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";
    const tables = database.prepare<[], string>(sql).pluck().all();
    return Object.fromEntries(
      tables
        .filter((table) => !without.includes(table))
        .map((table) => [
          table,
          database
            .prepare(`SELECT * FROM ${table}`)
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
