import type { FeedEntry, FeedType } from '@newsroom/shared/feed';
import type { Language } from '@newsroom/shared/languages';
import { releasePath } from '@newsroom/shared/permalink';
import type { PressRelease } from '@newsroom/shared/press-release';
import type { Database, Statement } from 'better-sqlite3';
import { hasTexts } from './directory-entry.ts';
import type { FallbackPage } from './fallback-pages.ts';
import { isPicture, mediaUses } from './media-uses.ts';
import { ownPath } from './own-path.ts';
import type { derivedTables } from './snapshot-tables.ts';

type Table = Exclude<keyof typeof derivedTables, 'missing_targets'>;

/** The tables in which a document of a type may have rows. */
const tablesOf: Record<FeedType, readonly Table[]> = {
  'press-release': ['addresses', 'left_out', 'releases', 'relations', 'media'],
  event: ['addresses', 'left_out', 'media'],
  delegation: ['addresses', 'left_out', 'media'],
  'observer-organisation': ['addresses', 'left_out', 'media'],
  page: ['addresses', 'left_out', 'media'],
  'site-settings': ['media'],
  accreditation: ['accreditations'],
  'outside-list': ['outside_lists'],
  'daily-metrics': ['metrics'],
  redirect: [],
  'popular-choices': [],
};

/** What finds a document's rows; to be filled in: `@type`, `@id`. */
const ofDocument: Record<Table, string> = {
  addresses: 'type = @type AND id = @id',
  left_out: 'type = @type AND id = @id',
  media: 'type = @type AND id = @id',
  releases: 'id = @id',
  relations: 'release = @id',
  accreditations: 'id = @id',
  outside_lists: 'id = @id',
  // An identifier is made of both.
  metrics: "release = substr(@id, 1, instr(@id, '@') - 1) AND day = substr(@id, instr(@id, '@') + 1)",
};

/** Rows that others are compared with, of one document; a document has those of its type only. */
export interface DocumentRows {
  addresses: { path: string; language: Language; text_language: Language }[];
  releases: {
    language: Language;
    text_language: Language;
    month: string;
    released_at: string;
    corrected: 0 | 1;
    withdrawn: 0 | 1;
  }[];
  relations: { language: Language; type: FeedType; target: string; position: number }[];
  media: { sha256: string; language: string; field: string; width: number | null }[];
  accreditations: { event: string; delegation: string | null; organisation: string | null }[];
}

/** Writes what queries need of shown documents, and reads it again. The caller holds the transaction. */
export class DerivedRows {
  readonly #database: Database;
  readonly #inserts = new Map<Table, Statement>();
  readonly #statements = new Map<string, Statement>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Adds the rows of a version of which there are none yet. */
  add(entry: FeedEntry): void {
    const { type, id, language, at, data } = entry;
    for (const { file, field } of mediaUses(entry)) {
      this.#insert('media', file.sha256, type, id, language ?? '', field, isPicture(file) ? file.dimensions.width : null);
    }
    switch (type) {
      case 'press-release':
        this.#addAddress(entry, language);
        this.#addRelease(id, language, at, data);
        break;
      case 'delegation':
      case 'observer-organisation':
      case 'event':
        // One without a slug gets the source language's address, when all versions are there.
        this.#addAddress(entry, hasTexts(type, data) ? language : data.sourceLanguage);
        break;
      case 'page':
        this.#addAddress(entry, language);
        break;
      case 'accreditation':
        this.#insert('accreditations', id, data.event, data.delegation, data.observerOrganisation);
        break;
      case 'outside-list':
        this.#insert('outside_lists', id, data.source, data.capturedAt);
        break;
      case 'daily-metrics':
        this.#insert('metrics', data.release, data.day, language, data.views, data.comments, data.reactions);
        break;
    }
  }

  /** Adds a page of what is not translated, unless its address is taken; the rows of all versions must be there. */
  addFallback({ type, id, language, textLanguage, path }: FallbackPage): void {
    if (!this.#insert('addresses', path, type, id, language, textLanguage)) {
      this.#insert('left_out', type, id, language);
      return;
    }
    if (type !== 'press-release') return;
    const copy = { id, language, original: textLanguage };
    this.#prepare(
      `INSERT INTO releases SELECT @language, id, text_language, at, month, slug, released_at, public_since, @path, kind, title,
        summary, corrected, withdrawn FROM releases WHERE id = @id AND language = @original`,
    ).run({ ...copy, path });
    this.#prepare(
      `INSERT INTO relations SELECT release, @language, type, target, position, released_at, month, at, withdrawn
        FROM relations WHERE release = @id AND language = @original`,
    ).run(copy);
  }

  /** Takes all rows of a document away. */
  remove(type: FeedType, id: string): void {
    for (const table of tablesOf[type]) this.#prepare(`DELETE FROM ${table} WHERE ${ofDocument[table]}`).run({ type, id });
  }

  /** The rows of a document, in a fixed order. */
  of(type: FeedType, id: string): DocumentRows {
    const rows = <T extends keyof DocumentRows>(table: T): DocumentRows[T] => {
      if (!tablesOf[type].includes(table)) return [];
      // A row holds what the table's own columns say, which the compiler cannot read.
      return this.#prepare(`SELECT * FROM ${table} WHERE ${ofDocument[table]}`).all({ type, id }) as DocumentRows[T];
    };
    return {
      addresses: rows('addresses').toSorted((a, b) => (a.path < b.path ? -1 : 1)),
      releases: rows('releases'),
      relations: rows('relations'),
      media: rows('media').toSorted((a, b) => (nameOfUse(a) < nameOfUse(b) ? -1 : 1)),
      accreditations: rows('accreditations'),
    };
  }

  /** No two shown versions have one path; of two that came in with one, the first has it until one of them is held. */
  #addAddress({ type, id, language, data }: FeedEntry, textLanguage: Language): void {
    const path = ownPath(type, language, data);
    if (path !== null) this.#insert('addresses', path, type, id, language, textLanguage);
  }

  #addRelease(id: string, language: Language, at: string, release: PressRelease): void {
    const { addressMonth, slug, releasedAt, publicSince, kind, title, summary, corrections, notice } = release;
    const path = releasePath(language, addressMonth, slug);
    const corrected = corrections.length > 0 || notice !== null ? 1 : 0;
    const withdrawn = notice?.kind === 'withdrawn' ? 1 : 0;
    const shown = [path, kind, title, summary] as const;
    this.#insert(
      'releases',
      language,
      id,
      language,
      at,
      addressMonth,
      slug,
      releasedAt,
      publicSince,
      ...shown,
      corrected,
      withdrawn,
    );
    const related = {
      event: release.event === null ? [] : [release.event],
      delegation: release.delegations,
      'observer-organisation': release.observerOrganisations,
      'press-release': release.related,
    };
    for (const [type, targets] of Object.entries(related)) {
      for (const [position, target] of targets.entries()) {
        this.#insert('relations', id, language, type, target, position, releasedAt, addressMonth, at, withdrawn);
      }
    }
  }

  /** @returns whether the row was added: an address may be taken */
  #insert(table: Table, ...values: (string | number | null)[]): boolean {
    let statement = this.#inserts.get(table);
    if (statement === undefined) {
      const marks = values.map(() => '?').join(', ');
      statement = this.#database.prepare(`INSERT ${table === 'addresses' ? 'OR IGNORE ' : ''}INTO ${table} VALUES (${marks})`);
      this.#inserts.set(table, statement);
    }
    return statement.run(values).changes > 0;
  }

  #prepare(sql: string): Statement {
    const statement = this.#statements.get(sql) ?? this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

function nameOfUse({ sha256, language, field }: DocumentRows['media'][number]): string {
  return `${sha256} ${language} ${field}`;
}
