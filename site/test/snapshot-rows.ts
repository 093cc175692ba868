import Sqlite from 'better-sqlite3';
import { deriveTables } from '../src/content/derive-tables.ts';
import { missingTranslations } from '../src/content/shown-documents.ts';
import { derivedTables } from '../src/content/snapshot-tables.ts';

/** A row of a snapshot's table. */
export type Row = Record<string, string | number | null>;

/** A snapshot's rows, by table, in the order in which the tables give them. */
export type Rows = Record<keyof typeof derivedTables | 'documents' | 'meta' | 'touched', Row[]>;

/** All rows of a snapshot. */
export function rowsOf(snapshot: string): Rows {
  const database = new Sqlite(snapshot, { readonly: true });
  try {
    return { ...derived(database), ...tables(database, ['documents', 'meta', 'touched']) } as Rows;
  } finally {
    database.close();
  }
}

/** The derived tables as they would be if they were made anew; the snapshot stays as it is. */
export function derivedAnew(snapshot: string): Record<string, Row[]> {
  const database = new Sqlite(snapshot);
  try {
    database.exec('BEGIN');
    deriveTables(database, missingTranslations(database));
    return derived(database);
  } finally {
    database.close();
  }
}

/** The derived tables among these rows. */
export function derivedOf(rows: Rows): Record<string, Row[]> {
  return Object.fromEntries(Object.entries(rows).filter(([table]) => table in derivedTables));
}

function derived(database: Sqlite.Database): Record<string, Row[]> {
  return tables(database, Object.keys(derivedTables));
}

function tables(database: Sqlite.Database, names: readonly string[]): Record<string, Row[]> {
  return Object.fromEntries(names.map((name) => [name, database.prepare<[], Row>(`SELECT * FROM ${name}`).all()]));
}
