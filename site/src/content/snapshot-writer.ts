import { adminAddress } from '@newsroom/shared/admin-address';
import type { FeedEntry, FeedHeader } from '@newsroom/shared/feed';
import type { Language } from '@newsroom/shared/languages';
import { releasePath } from '@newsroom/shared/permalink';
import type { PressRelease } from '@newsroom/shared/press-release';
import type { Database, Statement } from 'better-sqlite3';
import { describeDocument } from './check-entry.ts';
import { hasTexts } from './directory-entry.ts';
import { sluggedPath } from './document-path.ts';
import { FeedFault, type FeedFaults } from './feed-fault.ts';
import { mediaUses } from './media-uses.ts';
import { snapshotFormat, snapshotIndexes, snapshotTables } from './snapshot-tables.ts';

const wroteTwice = 'Look into the log of the CMS: it wrote something that it should not.';

/** Writes a snapshot's content anew. The caller holds the transaction. */
export class SnapshotWriter {
  readonly #database: Database;
  readonly #header: FeedHeader;
  readonly #statements = new Map<string, Statement>();

  constructor(database: Database, header: FeedHeader, asOf: string) {
    this.#database = database;
    this.#header = header;
    for (const [name, create] of Object.entries(snapshotTables)) {
      database.exec(`DROP TABLE IF EXISTS ${name}`);
      database.exec(create);
    }
    for (const create of snapshotIndexes) database.exec(create);
    database.pragma(`user_version = ${snapshotFormat}`);
    this.#insert('meta', header.epoch, header.seq, asOf, header.admin);
  }

  /** Adds one entry; a second one of the same name or at the same address is a fault. */
  add(entry: FeedEntry, faults: FeedFaults): void {
    const { type, id, language, at, data } = entry;
    if (!this.#insert('documents', type, id, language ?? '', at, JSON.stringify(data))) {
      faults.add(new FeedFault('entry-duplicate', `${describeDocument(entry)} comes twice in the feed.`, wroteTwice));
      return;
    }
    for (const { file } of mediaUses(entry)) this.#insert('media', file.sha256);
    switch (type) {
      case 'press-release':
        this.#addAddress(releasePath(language, data.addressMonth, data.slug), language, entry, faults);
        this.#addRelease(id, language, at, data);
        break;
      case 'delegation':
      case 'observer-organisation':
      case 'event': {
        if (data.slug === null) break; // it gets the source language's address, when all versions are there
        const textLanguage = hasTexts(type, data) ? language : data.sourceLanguage;
        this.#addAddress(sluggedPath(type, language, data.slug), textLanguage, entry, faults);
        break;
      }
      case 'page':
        this.#addAddress(sluggedPath(type, language, data.slug), language, entry, faults);
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

  #addAddress(path: string, textLanguage: Language, entry: FeedEntry, faults: FeedFaults): void {
    const { type, id, language } = entry;
    if (this.#insert('addresses', path, type, id, language, textLanguage)) return;
    const message = `${describeDocument(entry)}: its address ${path} is taken by ${this.#holderOf(path)}; the field "slug" must differ.`;
    const hint = `Give it another slug at ${adminAddress(this.#header.admin, type, id, language)} and publish or save it again.`;
    faults.add(new FeedFault('address-taken', message, hint));
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

  #holderOf(path: string): string {
    const sql = 'SELECT documents.* FROM addresses JOIN documents USING (type, id, language) WHERE path = ?';
    const holder = this.#database.prepare<[string], Record<'type' | 'id' | 'language' | 'data', string>>(sql).get(path);
    return holder === undefined ? 'another' : describeDocument({ ...holder, data: JSON.parse(holder.data) });
  }

  /** @returns whether the row is new; one with the same key stays as it was. */
  #insert(table: keyof typeof snapshotTables, ...values: (string | number | null)[]): boolean {
    const marks = values.map(() => '?').join(', ');
    const statement = this.#statements.get(table) ?? this.#database.prepare(`INSERT OR IGNORE INTO ${table} VALUES (${marks})`);
    this.#statements.set(table, statement);
    return statement.run(...values).changes > 0;
  }
}
