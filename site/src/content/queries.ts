import type { Database, Statement } from 'better-sqlite3';

/** Asks a snapshot's database. It never changes while it is open: what nearly every page asks is read once. */
export class Queries {
  readonly #database: Database;
  readonly #statements = new Map<string, Statement>();
  readonly #answers = new Map<string, unknown>();

  constructor(database: Database) {
    this.#database = database;
  }

  close(): void {
    this.#database.close();
  }

  /** @param question names what is asked, and all that the answer hangs on */
  protected once<T>(question: string, answer: () => T): T {
    if (!this.#answers.has(question)) this.#answers.set(question, answer());
    return this.#answers.get(question) as T; // the same question has the same kind of answer
  }

  protected all<R>(sql: string, ...values: (string | number)[]): R[] {
    const statement = this.#statements.get(sql) ?? this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    // What a row holds is said by the SQL, which the compiler cannot read.
    return statement.all(...values) as R[];
  }
}
