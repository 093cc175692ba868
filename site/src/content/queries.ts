import type { Database } from 'better-sqlite3';
import { readOf } from './read-keys.ts';
import { Statements } from './statements.ts';

/** An answer, with all that was read for it. */
interface Answer {
  value: unknown;
  reads: ReadonlySet<string>;
}

/**
 * Asks a snapshot's database. It never changes while it is open: what is asked again and again is answered once. What
 * was read is noted, by the names in `read-keys.ts`.
 */
export class Queries {
  readonly #database: Database;
  readonly #statements: Statements;
  readonly #answers = new Map<string, Answer>();
  /** Undefined while nobody asks what is read. */
  #reads: Set<string> | undefined;

  constructor(database: Database) {
    this.#database = database;
    this.#statements = new Statements(database);
  }

  close(): void {
    this.#database.close();
  }

  /** Makes something, and gives with it all that was read for it, whether it was asked now or before. */
  readsOf<T>(make: () => T): { made: T; reads: ReadonlySet<string> } {
    const outer = this.#reads;
    const reads = new Set<string>();
    this.#reads = reads;
    try {
      return { made: make(), reads };
    } finally {
      this.#reads = outer;
    }
  }

  /**
   * What is asked, or made, once of a snapshot.
   *
   * @param question names what is asked, and all that the answer hangs on
   */
  once<T>(question: string, answer: () => T): T {
    let known = this.#answers.get(question);
    if (known === undefined) {
      const { made: value, reads } = this.readsOf(answer);
      known = { value, reads };
      this.#answers.set(question, known);
    }
    if (this.#reads !== undefined) for (const read of known.reads) this.#reads.add(read);
    return known.value as T; // the same question has the same kind of answer
  }

  /** Notes what is read. @param stretch from when to when, by `releasedAt`, where only so much of it is read */
  protected read(key: string, stretch?: { since: string; before: string }): void {
    this.#reads?.add(readOf(key, stretch));
  }

  protected all<R>(sql: string, ...values: (string | number)[]): R[] {
    return this.#statements.all<R>(sql, ...values);
  }
}
