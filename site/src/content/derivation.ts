import type { FeedEntry } from '@newsroom/shared/feed';
import type { SiteSettings } from '@newsroom/shared/site-settings';
import type { Database } from 'better-sqlite3';
import { type Derived, deriveDocuments } from './derive-documents.ts';
import { deriveTables, emptyTables, finishTables } from './derive-tables.ts';
import { DerivedRows, type DocumentRows } from './derived-rows.ts';
import { documentName } from './document-name.ts';
import { type DocumentKey, missingTranslations } from './shown-documents.ts';

/** Keeps what is derived in step with the shown versions, while one transaction changes them. */
export class Derivation {
  readonly #database: Database;
  readonly #rows: DerivedRows;
  readonly #before = new Map<string, Derived>();
  #policy: SiteSettings['missingTranslations'];
  #anew: boolean;
  #unfinished: boolean;

  /** @param anew there are no tables yet: all good versions are added first */
  constructor(database: Database, anew = false) {
    this.#database = database;
    this.#rows = new DerivedRows(database);
    this.#policy = missingTranslations(database);
    this.#anew = anew;
    this.#unfinished = anew;
    if (anew) emptyTables(database);
  }

  /** Whether all tables were made anew, so that what they were before is not known. */
  get anew(): boolean {
    return this.#anew;
  }

  /** Adds what is derived of a version that is shown, while tables are made anew; otherwise `bringUp` does all. */
  add(version: FeedEntry): void {
    if (this.#unfinished) this.#rows.add(version);
  }

  /** Brings the tables up to what is shown. @param reshown what may be shown otherwise than when this was made, or than it was added */
  bringUp(reshown: readonly DocumentKey[]): void {
    const policy = missingTranslations(this.#database);
    if (this.#unfinished) finishTables(this.#database, this.#rows, policy);
    else if (policy !== this.#policy) {
      deriveTables(this.#database, policy);
      this.#anew = true;
    }
    this.#unfinished = false;
    this.#policy = policy;
    for (const derived of deriveDocuments(this.#database, this.#rows, reshown, policy)) {
      const name = documentName(derived);
      if (!this.#before.has(name)) this.#before.set(name, derived);
    }
  }

  /** The documents that were derived, with their rows before and now; nothing where all tables were made anew. */
  derived(): { key: DocumentKey; before: DocumentRows; after: DocumentRows }[] {
    if (this.#anew) return [];
    return [...this.#before.values()].map(({ type, id, rows }) => ({
      key: { type, id },
      before: rows,
      after: this.#rows.of(type, id),
    }));
  }
}
