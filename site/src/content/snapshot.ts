import type { FeedData, FeedType } from '@newsroom/shared/feed';
import { defaultLanguage, type Language, languages } from '@newsroom/shared/languages';
import type { CountedDay, Rankable } from '@newsroom/shared/ranking';
import type { PopularSettings, SiteSettings } from '@newsroom/shared/site-settings';
import type { Database, Statement } from 'better-sqlite3';
import type { AddressedType } from './document-path.ts';

/** A document in one of its languages. */
export interface Version<T extends FeedType> {
  type: T;
  id: string;
  language: Language;
  data: FeedData<T>;
}

/** The types that a press release points to. */
export type RelatedType = 'event' | 'delegation' | 'observer-organisation';

/** Which releases point to a document; to be filled in: type, identifier, language, and the language again. */
const aboutDocument = `releases.id IN (SELECT release FROM relations WHERE type = ? AND target = ? AND language = ?)
  AND releases.language = ?`;

export interface YearCount {
  year: string;
  count: number;
  /** When the newest of its releases was published here. */
  newest: string;
}

export interface MonthCount {
  month: string;
  count: number;
  /** When the newest of its releases was published here. */
  newest: string;
}

/**
 * The published content as the site has it. Everything was checked when it was taken in and is trusted here.
 * Lists of releases have the newest first, by `releasedAt`, then by id.
 */
export class Snapshot {
  readonly #database: Database;
  readonly #statements = new Map<string, Statement>();
  readonly epoch: string;
  readonly seq: number;
  /** The local day that the site is made for. */
  readonly asOf: string;

  constructor(database: Database) {
    this.#database = database;
    const meta = this.#all<{ epoch: string; seq: number; as_of: string }>('SELECT epoch, seq, as_of FROM meta')[0];
    if (meta === undefined) throw new Error('The snapshot was never filled.');
    this.epoch = meta.epoch;
    this.seq = meta.seq;
    this.asOf = meta.as_of;
  }

  close(): void {
    this.#database.close();
  }

  settings(language: Language): SiteSettings {
    const row = this.#all<Row>("SELECT * FROM documents WHERE type = 'site-settings' AND language = ?", language)[0];
    if (row === undefined) throw new Error(`The snapshot has no settings in ${language}.`);
    return parse<'site-settings'>(row).data;
  }

  /** How the popular list is computed: the same in all languages. */
  popularSettings(): PopularSettings {
    return this.settings(defaultLanguage).popular;
  }

  /** The document at an address, in that address's language. */
  at<T extends AddressedType>(type: T, path: string): Version<T> | undefined {
    const sql = 'SELECT documents.* FROM addresses JOIN documents USING (type, id, language) WHERE path = ? AND type = ?';
    return this.#all<Row>(sql, path, type).map((row) => parse<T>(row))[0];
  }

  /** A document in a language, or else in the first of the site's languages that it has. */
  find<T extends FeedType>(type: T, id: string, language: Language): Version<T> | undefined {
    const sql = 'SELECT * FROM documents WHERE type = ? AND id = ? AND language = ?';
    const exact = this.#all<Row>(sql, type, id, language)[0];
    return exact === undefined ? this.#versions(type, id)[0] : parse<T>(exact);
  }

  /** Where a document has pages, by language, in the site's order of languages. */
  paths(type: AddressedType, id: string): Partial<Record<Language, string>> {
    const found = this.#all<{ language: Language; path: string }>(
      'SELECT language, path FROM addresses WHERE type = ? AND id = ?',
      type,
      id,
    );
    const byLanguage = new Map(found.map(({ language, path }) => [language, path]));
    return Object.fromEntries(
      languages.filter((language) => byLanguage.has(language)).map((language) => [language, byLanguage.get(language)]),
    );
  }

  /** Every document of a type once: in the language, or else in the first that it has. */
  directory<T extends RelatedType>(type: T, language: Language): Version<T>[] {
    const ids = this.#all<{ id: string }>('SELECT DISTINCT id FROM documents WHERE type = ? ORDER BY id', type);
    return ids.flatMap(({ id }) => this.find(type, id, language) ?? []);
  }

  /** All versions of a type in a language. */
  inLanguage<T extends AddressedType>(type: T, language: Language): Version<T>[] {
    return this.#all<Row>('SELECT * FROM documents WHERE type = ? AND language = ? ORDER BY id', type, language).map((row) =>
      parse<T>(row),
    );
  }

  latestReleases(language: Language, limit: number): Version<'press-release'>[] {
    return this.#releases('releases.language = ?', 'LIMIT ?', language, limit);
  }

  /** The releases of a month, without the `skip` newest, at most `limit`. */
  releasesOfMonth(
    language: Language,
    month: string,
    { skip, limit }: { skip: number; limit: number },
  ): Version<'press-release'>[] {
    return this.#releases('releases.language = ? AND month = ?', 'LIMIT ? OFFSET ?', language, month, limit, skip);
  }

  /** The newest releases that point to a document, in the document's language. */
  latestAbout(document: Version<RelatedType>, limit: number): Version<'press-release'>[] {
    const { type, id, language } = document;
    return this.#releases(aboutDocument, 'LIMIT ?', type, id, language, language, limit);
  }

  /** The releases of a year that point to a document, in the document's language. */
  releasesAboutInYear(document: Version<RelatedType>, year: string): Version<'press-release'>[] {
    const { type, id, language } = document;
    return this.#releases(`${aboutDocument} AND substr(month, 1, 4) = ?`, '', type, id, language, language, year);
  }

  /** The years in which releases in a language point to a document, by the releases' addresses, newest first. */
  yearsAbout(type: RelatedType, id: string, language: Language): YearCount[] {
    const sql = `SELECT substr(month, 1, 4) AS year, count(*) AS count, max(public_since) AS newest FROM releases
      WHERE ${aboutDocument} GROUP BY year ORDER BY year DESC`;
    return this.#all<YearCount>(sql, type, id, language, language);
  }

  /** When the newest of the releases in a language that point to a document was published; undefined without any. */
  newestAbout(type: RelatedType, id: string, language: Language): string | undefined {
    const sql = `SELECT max(public_since) AS newest FROM releases WHERE ${aboutDocument}`;
    return this.#all<{ newest: string | null }>(sql, type, id, language, language)[0]?.newest ?? undefined;
  }

  /** The months that have releases in a language, newest first. */
  months(language: Language): MonthCount[] {
    const sql =
      'SELECT month, count(*) AS count, max(public_since) AS newest FROM releases WHERE language = ? GROUP BY month ORDER BY month DESC';
    return this.#all<MonthCount>(sql, language);
  }

  /** The documents of a type that a release points to, in the editor's order, each as by `find`. */
  related<T extends RelatedType>(type: T, release: Version<'press-release'>): Version<T>[] {
    const sql = 'SELECT target FROM relations WHERE release = ? AND language = ? AND type = ? ORDER BY position';
    const targets = this.#all<{ target: string }>(sql, release.id, release.language, type);
    return targets.flatMap(({ target }) => this.find(type, target, release.language) ?? []);
  }

  /** The documents of a type that the releases of an event in a language point to, each once, as by `find`. */
  namedWithEvent<T extends 'delegation' | 'observer-organisation'>(type: T, event: string, language: Language): Version<T>[] {
    const sql = `SELECT DISTINCT named.target FROM relations AS about JOIN relations AS named USING (release, language)
      WHERE about.type = 'event' AND about.target = ? AND about.language = ? AND named.type = ? ORDER BY named.target`;
    const targets = this.#all<{ target: string }>(sql, event, language, type);
    return targets.flatMap(({ target }) => this.find(type, target, language) ?? []);
  }

  /** Every release once, with the instant at which its first language was published. */
  rankableReleases(): Rankable[] {
    return this.#all<Rankable>('SELECT id, min(public_since) AS publicSince FROM releases GROUP BY id');
  }

  /** What releases got on the last days that were counted up to `asOf`, all languages together. */
  countedDays(windowDays: number): CountedDay[] {
    const sql = `SELECT release, day, sum(views) AS views, sum(comments) AS comments, sum(reactions) AS reactions
      FROM metrics
      WHERE day <= ? AND day > date((SELECT max(day) FROM metrics WHERE day <= ?), ?)
      GROUP BY release, day`;
    return this.#all<CountedDay>(sql, this.asOf, this.asOf, `-${windowDays} days`);
  }

  /** All versions of a document, in the site's order of languages. */
  #versions<T extends FeedType>(type: T, id: string): Version<T>[] {
    const found = this.#all<Row>('SELECT * FROM documents WHERE type = ? AND id = ?', type, id).map((row) => parse<T>(row));
    return languages.flatMap((language) => found.filter((version) => version.language === language));
  }

  #releases(where: string, limit: string, ...values: (string | number)[]): Version<'press-release'>[] {
    const sql = `SELECT documents.* FROM releases
      JOIN documents ON documents.type = 'press-release' AND documents.id = releases.id AND documents.language = releases.language
      WHERE ${where} ORDER BY released_at DESC, releases.id ${limit}`;
    return this.#all<Row>(sql, ...values).map((row) => parse<'press-release'>(row));
  }

  #all<R>(sql: string, ...values: (string | number)[]): R[] {
    const statement = this.#statements.get(sql) ?? this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    // What a row holds is said by the SQL, which the compiler cannot read.
    return statement.all(...values) as R[];
  }
}

interface Row {
  type: string;
  id: string;
  language: Language;
  data: string;
}

/** The data kept its contract when it was taken in. */
function parse<T extends FeedType>(row: Row): Version<T> {
  return { type: row.type as T, id: row.id, language: row.language, data: JSON.parse(row.data) as FeedData<T> };
}
