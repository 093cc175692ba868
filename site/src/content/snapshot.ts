import type { Accreditation } from '@newsroom/shared/accreditation';
import type { DirectoryType } from '@newsroom/shared/directory';
import type { FeedData, FeedType } from '@newsroom/shared/feed';
import { defaultLanguage, type Language, languages } from '@newsroom/shared/languages';
import type { OutsideList } from '@newsroom/shared/outside-list';
import type { CountedDay, Rankable } from '@newsroom/shared/ranking';
import type { Redirect } from '@newsroom/shared/redirect';
import type { PopularSettings, SiteSettings } from '@newsroom/shared/site-settings';
import type { Database, Statement } from 'better-sqlite3';
import { type DirectoryVersion, type Entry, resolveEntry } from './directory-entry.ts';
import type { AddressedType } from './document-path.ts';
import { readText, type ShownText, type TextRow } from './shown-text.ts';
import { mayLinkToSite, readWritten, type WrittenRow, type WrittenVersion, writtenTypes } from './written-version.ts';

/** What of a site does not come from the content. */
export interface Site {
  /** The site's own address. */
  address: string;
  /** The paths of all pages and files that are drawn from a snapshot, but for pictures and files of the content. */
  listPaths(snapshot: Snapshot): Iterable<string>;
}

/** A release as a page in a language shows it. */
export type Release = ShownText<'press-release'>;

/** A page that stands still, as a page in a language shows it. */
export type Still = ShownText<'page'>;

/** An accreditation, with the instant of its last change. */
export type DatedAccreditation = Accreditation & { id: string; at: string };

/** A document that releases point to, on the pages of a language. */
export interface Subject {
  type: DirectoryType;
  id: string;
  language: Language;
}

/** So many releases, and when one of them was changed last. */
interface ReleaseCount {
  count: number;
  newest: string;
}

export interface YearCount extends ReleaseCount {
  year: string;
}

export interface MonthCount extends ReleaseCount {
  month: string;
  /** When the latest of its releases that were withdrawn was: since then its list is another. */
  lastWithdrawal: string | null;
}

/** The releases that lists in a language have; to be filled in: the language. */
const listed = 'releases.language = ? AND NOT releases.withdrawn';

/** Which releases point to a subject; to be filled in: type, identifier, language, and the language again. */
const aboutSubject = `releases.id IN (SELECT release FROM relations WHERE type = ? AND target = ? AND language = ?)
  AND releases.language = ?`;

/**
 * The published content as the site has it. Everything was checked when it was taken in and is trusted here.
 * Lists of releases have the newest first, by `releasedAt`, then by id. Where the office wants it so, they have what is
 * not translated, too. What was withdrawn stands in none of them, and in no count. A snapshot never changes while it is
 * open: what nearly every page asks is read once.
 */
export class Snapshot {
  readonly #database: Database;
  readonly #statements = new Map<string, Statement>();
  readonly #answers = new Map<string, unknown>();
  readonly epoch: string;
  readonly seq: number;
  /** The local day that the site is made for. */
  readonly asOf: string;
  /** The site's own address. */
  readonly site: URL;
  readonly #listPaths: Site['listPaths'];
  readonly #settled: boolean;

  constructor(database: Database, site: Site) {
    this.#database = database;
    const sql = 'SELECT epoch, seq, as_of AS asOf, settled FROM meta';
    const meta = this.#all<{ epoch: string; seq: number; asOf: string; settled: number | null }>(sql)[0];
    if (meta === undefined) throw new Error('The snapshot was never filled.');
    this.epoch = meta.epoch;
    this.seq = meta.seq;
    this.asOf = meta.asOf;
    this.site = new URL(site.address);
    this.#listPaths = site.listPaths;
    this.#settled = meta.settled !== null;
  }

  close(): void {
    this.#database.close();
  }

  /** The languages in which the site has no settings: then it cannot be drawn. */
  languagesWithoutSettings(): Language[] {
    const sql = "SELECT language FROM documents WHERE type = 'site-settings'";
    const there = this.#all<{ language: string }>(sql).map(({ language }) => language);
    return languages.filter((language) => !there.includes(language));
  }

  /** The settings: their texts in a language, all else as in the default language. */
  settings(language: Language): SiteSettings {
    return this.#once(`settings ${language}`, () => {
      const texts = this.#settingsIn(language);
      if (language === defaultLanguage) return texts;
      const { logo, colour, missingTranslations, popular } = this.#settingsIn(defaultLanguage);
      return { ...texts, logo, colour, missingTranslations, popular };
    });
  }

  /** How the popular list is computed: the same in all languages. */
  popularSettings(): PopularSettings {
    return this.settings(defaultLanguage).popular;
  }

  /** Where a document has pages of its own texts, by language, in the site's order of languages. */
  paths(type: AddressedType, id: string): Partial<Record<Language, string>> {
    return this.#paths(type, id, 'AND language = text_language');
  }

  /** Where a document has pages, those that show another language's texts included. */
  allPaths(type: AddressedType, id: string): Partial<Record<Language, string>> {
    return this.#paths(type, id, '');
  }

  /** Whether the site that is drawn has a page or a file at a path, those of the content's media aside. */
  hasPath(path: string): boolean {
    return this.#once('all paths', () => new Set(this.#listPaths(this))).has(path);
  }

  /** The versions in which editors wrote, and may have written links to the site, by type, id and language. */
  *writtenVersions(): Generator<WrittenVersion> {
    const sql = `SELECT documents.type, documents.id, documents.language, documents.data, kept.seq IS NOT NULL AS kept,
        kept.fault, kept.good_data AS good
      FROM documents LEFT JOIN kept USING (type, id, language)
      WHERE documents.type = ? AND (documents.id, documents.language) > (?, ?)
      ORDER BY documents.id, documents.language LIMIT 200`; // so that an archive never stands in memory as a whole
    for (const type of writtenTypes) {
      let rows = this.#all<WrittenRow>(sql, type, '', '');
      for (let last = rows.at(-1); last !== undefined; last = rows.at(-1)) {
        for (const row of rows) if (mayLinkToSite(row.data, this.site.host)) yield readWritten(row, this.#settled);
        rows = this.#all<WrittenRow>(sql, type, last.id, last.language ?? '');
      }
    }
  }

  /** A document of the directory as pages in a language show it; undefined where it is not published. */
  entry<T extends DirectoryType>(type: T, id: string, language: Language): Entry<T> | undefined {
    return this.#once(`entry ${type} ${id} ${language}`, () => {
      const rows = this.#all<Row>('SELECT * FROM documents WHERE type = ? AND id = ?', type, id);
      const versions = rows.map((row): DirectoryVersion<T> => ({ ...row, type, data: JSON.parse(row.data) }));
      return versions.length === 0 ? undefined : resolveEntry(versions, language, this.allPaths(type, id));
    });
  }

  /** The document of the directory at an address. */
  entryAt<T extends DirectoryType>(type: T, path: string): Entry<T> | undefined {
    const [found] = this.#all<Address>('SELECT * FROM addresses WHERE path = ? AND type = ?', path, type);
    return found && this.entry(type, found.id, found.language);
  }

  /** Every document of a type, as pages in a language show it. */
  directory<T extends DirectoryType>(type: T, language: Language): Entry<T>[] {
    const ids = this.#all<{ id: string }>('SELECT DISTINCT id FROM documents WHERE type = ? ORDER BY id', type);
    return ids.flatMap(({ id }) => this.entry(type, id, language) ?? []);
  }

  /** The documents of a type that have a page in a language: all, unless another one has their address. */
  entriesWithPage<T extends DirectoryType>(type: T, language: Language): Entry<T>[] {
    return this.directory(type, language).filter(({ id, path }) => this.allPaths(type, id)[language] === path);
  }

  /** The pages that stand still in a language, in the order of the navigation. */
  staticPages(language: Language): Still[] {
    return this.#once(`static pages ${language}`, () =>
      this.#still('addresses.language = ?', language).toSorted(byOrderThenTitle),
    );
  }

  staticPageAt(path: string): Still | undefined {
    return this.#still('addresses.path = ?', path)[0];
  }

  /** The release at an address. */
  releaseAt(path: string): Release | undefined {
    const [found] = this.#all<Address>("SELECT * FROM addresses WHERE path = ? AND type = 'press-release'", path);
    return found && this.#releases('releases.id = ? AND releases.language = ?', '', found.id, found.language)[0];
  }

  /** A release as pages in a language name it: where it has no page there, the first of the languages that it has. */
  release(id: string, language: Language): Release | undefined {
    const versions = this.#releases('releases.id = ?', '', id);
    const found = [language, ...languages].flatMap((wanted) => versions.find((version) => version.language === wanted) ?? [])[0];
    if (found === undefined || found.language === language) return found;
    return { ...found, language, lang: found.lang ?? found.language };
  }

  /** All releases that have a page in a language, those that were withdrawn included. */
  releases(language: Language): Release[] {
    return this.#releases('releases.language = ?', '', language);
  }

  latestReleases(language: Language, limit: number): Release[] {
    return this.#releases(listed, 'LIMIT ?', language, limit);
  }

  /** The latest releases whose text is in the language. */
  latestTexts(language: Language, limit: number): Release[] {
    return this.#releases(`${listed} AND releases.text_language = releases.language`, 'LIMIT ?', language, limit);
  }

  /** When a release was withdrawn last: since then the latest releases are others; undefined where none was. */
  lastWithdrawal(language: Language): string | undefined {
    const sql = 'SELECT max(at) AS at FROM releases WHERE language = ? AND withdrawn';
    return this.#all<{ at: string | null }>(sql, language)[0]?.at ?? undefined;
  }

  /** The releases that were corrected or withdrawn, or carry a notice. */
  corrections(language: Language): Release[] {
    return this.#releases('releases.language = ? AND corrected', '', language);
  }

  /** The releases of a month, without the `skip` newest, at most `limit`. */
  releasesOfMonth(language: Language, month: string, { skip, limit }: { skip: number; limit: number }): Release[] {
    return this.#releases(`${listed} AND month = ?`, 'LIMIT ? OFFSET ?', language, month, limit, skip);
  }

  /** The newest releases that point to a subject. */
  latestAbout({ type, id, language }: Subject, limit: number): Release[] {
    return this.#releases(`${aboutSubject} AND NOT releases.withdrawn`, 'LIMIT ?', type, id, language, language, limit);
  }

  /** The releases of a year that point to a subject. */
  releasesAboutInYear({ type, id, language }: Subject, year: string): Release[] {
    const inYear = `${aboutSubject} AND NOT releases.withdrawn AND substr(month, 1, 4) = ?`;
    return this.#releases(inYear, '', type, id, language, language, year);
  }

  /** The years in which releases point to a subject, by the releases' addresses, newest first. */
  yearsAbout({ type, id, language }: Subject): YearCount[] {
    const sql = `SELECT substr(month, 1, 4) AS year, count(*) FILTER (WHERE NOT withdrawn) AS count, max(at) AS newest
      FROM releases WHERE ${aboutSubject} GROUP BY year HAVING count > 0 ORDER BY year DESC`;
    return this.#once(`years ${type} ${id} ${language}`, () => this.#all<YearCount>(sql, type, id, language, language));
  }

  /** The months that have releases in a language, newest first. */
  months(language: Language): MonthCount[] {
    const sql = `SELECT month, count(*) FILTER (WHERE NOT withdrawn) AS count, max(at) AS newest,
        max(at) FILTER (WHERE withdrawn) AS lastWithdrawal
      FROM releases WHERE language = ? GROUP BY month HAVING count > 0 ORDER BY month DESC`;
    return this.#once(`months ${language}`, () => this.#all<MonthCount>(sql, language));
  }

  /** The documents of a type that a release points to, in the editor's order. */
  related<T extends DirectoryType>(type: T, release: Release): Entry<T>[] {
    return this.#targets(type, release).flatMap((target) => this.entry(type, target, release.language) ?? []);
  }

  /** The other releases that the editor chose to be read after a release, in the editor's order. */
  relatedReleases(release: Release): Release[] {
    return this.#targets('press-release', release)
      .flatMap((target) => this.release(target, release.language) ?? [])
      .filter(({ data }) => data.notice?.kind !== 'withdrawn');
  }

  /**
   * Older releases that share most of a release's event, delegations and organisations, the younger first among those
   * that share as much. Of each subject only its twenty releases before this one are looked at: what lies further back
   * would rarely win, and a vote with thousands of releases would make each of them costly.
   */
  olderAboutTheSame(release: Release, limit: number): Release[] {
    const subjects = this.#all<{ type: string; target: string }>(
      "SELECT type, target FROM relations WHERE release = ? AND language = ? AND type <> 'press-release'",
      release.id,
      release.language,
    );
    const before = `SELECT relations.release, relations.released_at AS releasedAt FROM relations
      JOIN releases ON releases.id = relations.release AND releases.language = relations.language
      WHERE type = ? AND target = ? AND relations.language = ? AND relations.released_at < ? AND NOT withdrawn
      ORDER BY relations.released_at DESC, relations.release LIMIT 20`;
    const found = subjects.flatMap(({ type, target }) =>
      this.#all<{ release: string; releasedAt: string }>(before, type, target, release.language, release.data.releasedAt),
    );
    const shared = [...Map.groupBy(found, (row) => row.release).values()].toSorted(
      (a, b) => b.length - a.length || compare(b[0]?.releasedAt, a[0]?.releasedAt) || compare(a[0]?.release, b[0]?.release),
    );
    return shared.slice(0, limit).flatMap(([row]) => (row && this.release(row.release, release.language)) ?? []);
  }

  /** The documents of a type that the releases of an event on the pages of a language point to, each once. */
  namedWithEvent<T extends 'delegation' | 'observer-organisation'>(type: T, event: string, language: Language): Entry<T>[] {
    const sql = `SELECT DISTINCT named.target FROM relations AS about JOIN relations AS named USING (release, language)
      JOIN releases ON releases.id = about.release AND releases.language = about.language
      WHERE about.type = 'event' AND about.target = ? AND about.language = ? AND named.type = ? AND NOT withdrawn
      ORDER BY named.target`;
    const targets = this.#all<{ target: string }>(sql, event, language, type);
    return targets.flatMap(({ target }) => this.entry(type, target, language) ?? []);
  }

  /** All accreditations for a vote, or of a delegation or an organisation, the latest day first. */
  accreditationsOf(type: DirectoryType, id: string): DatedAccreditation[] {
    const column = type === 'observer-organisation' ? 'organisation' : type;
    const sql = `SELECT documents.* FROM accreditations
      JOIN documents ON documents.type = 'accreditation' AND documents.id = accreditations.id WHERE ${column} = ?
      ORDER BY json_extract(data, '$.asOf') DESC, documents.id`;
    return this.#all<Row>(sql, id).map((row) => ({ id: row.id, at: row.at, ...parse<'accreditation'>(row) }));
  }

  /** The popular lists that others computed: of each source the one that it made last. */
  outsideLists(): OutsideList[] {
    const sql = `SELECT data, max(captured_at) FROM outside_lists
      JOIN documents ON documents.type = 'outside-list' AND documents.id = outside_lists.id GROUP BY source ORDER BY source`;
    return this.#all<{ data: string }>(sql).map(({ data }) => JSON.parse(data));
  }

  /**
   * Every release once, with the instant at which its first language was published; what is withdrawn is not ranked.
   *
   * @param language only those that have a page in it
   */
  rankableReleases(language?: Language): Rankable[] {
    const sql = `SELECT id, min(public_since) AS publicSince FROM releases GROUP BY id HAVING max(withdrawn) = 0`;
    if (language === undefined) return this.#all<Rankable>(sql);
    return this.#all<Rankable>(`${sql} AND max(language = ?)`, language);
  }

  /**
   * What releases got on the last days that were counted up to `asOf`.
   *
   * @param language only what was counted in it; otherwise all languages together. The days are the same.
   */
  countedDays(windowDays: number, language?: Language): CountedDay[] {
    const sql = `SELECT release, day, sum(views) AS views, sum(comments) AS comments, sum(reactions) AS reactions
      FROM metrics
      WHERE day <= ? AND day > date((SELECT max(day) FROM metrics WHERE day <= ?), ?)
        ${language === undefined ? '' : 'AND language = ?'}
      GROUP BY release, day`;
    const values = [this.asOf, this.asOf, `-${windowDays} days`];
    return this.#all<CountedDay>(sql, ...values, ...(language === undefined ? [] : [language]));
  }

  /** What is answered at addresses that pages have left, as the office entered it. */
  redirects(): Redirect[] {
    const sql = "SELECT data FROM documents WHERE type = 'redirect' ORDER BY id";
    return this.#all<{ data: string }>(sql).map((row) => parse<'redirect'>(row));
  }

  /** A file of the content: its width as shown, in pixels, null for what is no picture; undefined for any other file. */
  media(sha256: string): { width: number | null } | undefined {
    const sql = 'SELECT max(width) AS width FROM media WHERE sha256 = ? GROUP BY sha256';
    return this.#once(`media ${sha256}`, () => this.#all<{ width: number | null }>(sql, sha256)[0]);
  }

  #settingsIn(language: Language): SiteSettings {
    const row = this.#all<Row>("SELECT * FROM documents WHERE type = 'site-settings' AND language = ?", language)[0];
    if (row === undefined) throw new Error(`The snapshot has no settings in ${language}.`);
    return parse<'site-settings'>(row);
  }

  #paths(type: AddressedType, id: string, which: string): Partial<Record<Language, string>> {
    const found = this.#all<Address>(`SELECT * FROM addresses WHERE type = ? AND id = ? ${which}`, type, id);
    const inOrder = languages.flatMap((language) => found.find((address) => address.language === language) ?? []);
    return Object.fromEntries(inOrder.map(({ language, path }) => [language, path]));
  }

  #targets(type: DirectoryType | 'press-release', { id, language }: Release): string[] {
    const sql = 'SELECT target FROM relations WHERE release = ? AND language = ? AND type = ? ORDER BY position';
    return this.#all<{ target: string }>(sql, id, language, type).map(({ target }) => target);
  }

  #still(where: string, value: string): Still[] {
    const sql = `SELECT documents.id, documents.at, documents.data, addresses.language AS language,
        addresses.text_language AS textLanguage, addresses.path AS path, originals.path AS original
      FROM addresses
      JOIN documents ON documents.type = 'page' AND documents.id = addresses.id AND documents.language = addresses.text_language
      JOIN addresses AS originals ON originals.type = 'page' AND originals.id = addresses.id
        AND originals.language = addresses.text_language
      WHERE addresses.type = 'page' AND ${where}`;
    return this.#all<TextRow>(sql, value).map((row) => readText('page', row));
  }

  #releases(where: string, limit: string, ...values: (string | number)[]): Release[] {
    const sql = `SELECT documents.id, documents.at, documents.data, releases.language AS language,
        releases.text_language AS textLanguage, addresses.path AS path, originals.path AS original
      FROM releases
      JOIN documents ON documents.type = 'press-release' AND documents.id = releases.id
        AND documents.language = releases.text_language
      JOIN addresses ON addresses.type = 'press-release' AND addresses.id = releases.id
        AND addresses.language = releases.language
      JOIN addresses AS originals ON originals.type = 'press-release' AND originals.id = releases.id
        AND originals.language = releases.text_language
      WHERE ${where} ORDER BY releases.released_at DESC, releases.id ${limit}`;
    return this.#all<TextRow>(sql, ...values).map((row) => readText('press-release', row));
  }

  /** @param question names what is asked, and all that the answer hangs on */
  #once<T>(question: string, answer: () => T): T {
    if (!this.#answers.has(question)) this.#answers.set(question, answer());
    return this.#answers.get(question) as T; // the same question has the same kind of answer
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
  at: string;
  data: string;
}

interface Address {
  path: string;
  id: string;
  language: Language;
}

/** The data kept its contract when it was taken in. */
function parse<T extends FeedType>({ data }: { data: string }): FeedData<T> {
  return JSON.parse(data) as FeedData<T>;
}

function compare(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byOrderThenTitle(a: Still, b: Still): number {
  return a.data.order - b.data.order || compare(a.data.title, b.data.title);
}
