import type { Database, Statement } from 'better-sqlite3';

/** A database's statements, each prepared once. */
export class Statements {
  readonly #database: Database;
  readonly #prepared = new Map<string, Statement>();

  constructor(database: Database) {
    this.#database = database;
  }

  run(sql: string, ...values: (string | number | null)[]): void {
    this.#prepare(sql).run(...values);
  }

  all<R>(sql: string, ...values: (string | number)[]): R[] {
    // What a row holds is said by the SQL, which the compiler cannot read.
    return this.#prepare(sql).all(...values) as R[];
  }

  #prepare(sql: string): Statement {
    const statement = this.#prepared.get(sql) ?? this.#database.prepare(sql);
    this.#prepared.set(sql, statement);
    return statement;
  }
}
