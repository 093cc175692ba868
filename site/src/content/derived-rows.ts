import type { FeedEntry } from '@newsroom/shared/feed';
import type { Language } from '@newsroom/shared/languages';
import type { PressRelease } from '@newsroom/shared/press-release';
import type { Database, Statement } from 'better-sqlite3';
import { hasTexts } from './directory-entry.ts';
import { isPicture, mediaUses } from './media-uses.ts';
import { ownPath } from './own-path.ts';
import type { derivedTables } from './snapshot-tables.ts';

/** Writes what queries need of one shown version. The caller holds the transaction. */
export class DerivedRows {
  readonly #database: Database;
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

  #addAddress({ type, id, language, data }: FeedEntry, textLanguage: Language): void {
    const path = ownPath(type, language, data);
    if (path !== null) this.#insert('addresses', path, type, id, language, textLanguage);
  }

  #addRelease(id: string, language: Language, at: string, release: PressRelease): void {
    const { addressMonth, slug, releasedAt, publicSince, corrections, notice } = release;
    const corrected = corrections.length > 0 || notice !== null ? 1 : 0;
    const withdrawn = notice?.kind === 'withdrawn' ? 1 : 0;
    this.#insert('releases', language, id, language, at, addressMonth, slug, releasedAt, publicSince, corrected, withdrawn);
    const related = {
      event: release.event === null ? [] : [release.event],
      delegation: release.delegations,
      'observer-organisation': release.observerOrganisations,
      'press-release': release.related,
    };
    for (const [type, targets] of Object.entries(related)) {
      for (const [position, target] of targets.entries()) {
        this.#insert('relations', id, language, type, target, position, releasedAt);
      }
    }
  }

  #insert(table: keyof typeof derivedTables, ...values: (string | number | null)[]): void {
    const marks = values.map(() => '?').join(', ');
    const statement = this.#statements.get(table) ?? this.#database.prepare(`INSERT INTO ${table} VALUES (${marks})`);
    this.#statements.set(table, statement);
    statement.run(...values);
  }
}
