import type { DirectoryType } from '@newsroom/shared/directory';
import { type Language, languages } from '@newsroom/shared/languages';
import type { Rankable } from '@newsroom/shared/ranking';
import type { Entry } from './directory-entry.ts';
import { DirectoryQueries } from './directory-queries.ts';
import { readKeys } from './read-keys.ts';
import { readText, type ShownText, type TextRow } from './shown-text.ts';

/** A release as a page in a language shows it. */
export type Release = ShownText<'press-release'>;

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

/** Where a release has a page, without its text. */
export type ReleasePlace = Omit<Release, 'data' | 'lang'>;

interface Relation {
  type: DirectoryType | 'press-release';
  target: string;
}

/** So many releases stay in memory, for lists that name them again. */
const remembered = 6000;

/** How many releases before another one are looked at of each of its subjects. */
const lookedBack = 20;

/** The releases that lists in a language have; to be filled in: the language. */
const listed = 'releases.language = ? AND NOT releases.withdrawn';

/** A release that points to a subject. */
interface RowAbout {
  release: string;
  releasedAt: string;
  /** That of its address. */
  year: string;
  at: string;
  withdrawn: 0 | 1;
}

/**
 * What is asked of press releases. Lists have the newest first, by `releasedAt`, then by id. Where the office wants it so,
 * they have what is not translated, too. What was withdrawn stands in none of them, and in no count.
 */
export class ReleaseQueries extends DirectoryQueries {
  readonly #remembered = new Map<string, Release | undefined>();
  /** What the release points to that was asked last: a page asks it several times. */
  #pointing: { id: string; language: Language; relations: readonly Relation[] } | undefined;

  /** The release at an address. */
  releaseAt(path: string): Release | undefined {
    const sql = "SELECT id, language FROM addresses WHERE path = ? AND type = 'press-release'";
    const [found] = this.all<{ id: string; language: Language }>(sql, path);
    return found && this.#version(found.id, found.language);
  }

  /** A release as pages in a language name it: where it has no page there, the first of the languages that it has. */
  release(id: string, language: Language): Release | undefined {
    this.read(readKeys.document('press-release', id));
    const own = this.#version(id, language);
    if (own !== undefined) return own;
    const found = languages.flatMap((other) => this.#version(id, other) ?? [])[0];
    return found && { ...found, language, lang: found.lang ?? found.language };
  }

  /** All releases. */
  releaseIds(): string[] {
    return this.all<{ id: string }>('SELECT DISTINCT id FROM releases ORDER BY id').map(({ id }) => id);
  }

  /** Where a release has pages, in the site's order of languages. */
  placesOf(id: string): ReleasePlace[] {
    const addresses = this.addressesOf('press-release', id);
    return addresses.flatMap(({ language, path, textLanguage: version }) => {
      const at = this.all<{ at: string }>('SELECT at FROM releases WHERE language = ? AND id = ?', language, id)[0]?.at;
      const original = addresses.find((other) => other.language === version && version !== language)?.path;
      return at === undefined ? [] : [{ type: 'press-release' as const, id, language, version, path, original, at }];
    });
  }

  /** All releases that have a page in a language, those that were withdrawn included. */
  releases(language: Language): Release[] {
    this.read(readKeys.releases(language));
    return this.#list(language, 'releases.language = ?', '', language);
  }

  latestReleases(language: Language, limit: number): Release[] {
    this.read(readKeys.releases(language));
    return this.#list(language, listed, 'LIMIT ?', language, limit);
  }

  /** The latest releases whose text is in the language. */
  latestTexts(language: Language, limit: number): Release[] {
    this.read(readKeys.releases(language));
    return this.#list(language, `${listed} AND releases.text_language = releases.language`, 'LIMIT ?', language, limit);
  }

  /** When a release was withdrawn last: since then the latest releases are others; undefined where none was. */
  lastWithdrawal(language: Language): string | undefined {
    return this.#lastOf(language, 'withdrawn');
  }

  /** The releases that were corrected or withdrawn, or carry a notice. */
  corrections(language: Language): Release[] {
    this.read(readKeys.releases(language));
    return this.#list(language, 'releases.language = ? AND corrected', '', language);
  }

  /** When one of those was changed last; undefined where there is none. */
  lastCorrection(language: Language): string | undefined {
    return this.#lastOf(language, 'corrected');
  }

  /** The releases of a month, without the `skip` newest, at most `limit`. */
  releasesOfMonth(language: Language, month: string, { skip, limit }: { skip: number; limit: number }): Release[] {
    this.read(readKeys.month(language, month));
    return this.#list(language, `${listed} AND month = ?`, 'LIMIT ? OFFSET ?', language, month, limit, skip);
  }

  /** When the releases of a part of a month were changed last. */
  lastChangeOfMonth(language: Language, month: string, { skip, limit }: { skip: number; limit: number }): string | undefined {
    this.read(readKeys.month(language, month));
    const sql = `SELECT max(at) AS at FROM (SELECT at FROM releases WHERE ${listed} AND month = ?
      ORDER BY released_at DESC, id LIMIT ? OFFSET ?)`;
    return this.all<{ at: string | null }>(sql, language, month, limit, skip)[0]?.at ?? undefined;
  }

  /** The newest releases that point to a subject. */
  latestAbout(subject: Subject, limit: number): Release[] {
    return this.#shownOf(
      subject,
      this.#listedAbout(subject)
        .filter(({ withdrawn }) => !withdrawn)
        .slice(0, limit),
    );
  }

  /** The releases of a year that point to a subject. */
  releasesAboutInYear(subject: Subject, year: string): Release[] {
    return this.#shownOf(
      subject,
      this.#listedAbout(subject).filter((row) => row.year === year && !row.withdrawn),
    );
  }

  /** The years in which releases point to a subject, by the releases' addresses, newest first. */
  yearsAbout(subject: Subject): YearCount[] {
    return this.once(`years ${subject.type} ${subject.id} ${subject.language}`, () => {
      const years = Map.groupBy(this.#listedAbout(subject), ({ year }) => year);
      return [...years]
        .map(([year, rows]) => ({
          year,
          count: rows.filter(({ withdrawn }) => !withdrawn).length,
          newest:
            rows
              .map(({ at }) => at)
              .toSorted()
              .at(-1) ?? '',
        }))
        .filter(({ count }) => count > 0)
        .toSorted((one, other) => compare(other.year, one.year));
    });
  }

  /** The months that have releases in a language, newest first. */
  months(language: Language): MonthCount[] {
    return this.once(`months ${language}`, () => {
      this.read(readKeys.releases(language));
      return this.all<MonthCount>(`${countOfMonths} WHERE language = ? ${groupedByMonth} ORDER BY month DESC`, language);
    });
  }

  /** One of them; undefined where it has no releases. */
  month(language: Language, month: string): MonthCount | undefined {
    return this.once(`month ${language} ${month}`, () => {
      this.read(readKeys.month(language, month));
      return this.all<MonthCount>(`${countOfMonths} WHERE month = ? AND language = ? ${groupedByMonth}`, month, language)[0];
    });
  }

  /** Whether a month has releases, so that there is a list of them. */
  hasMonth(language: Language, month: string): boolean {
    return this.once(`has month ${language} ${month}`, () => {
      this.read(readKeys.hasMonth(language, month));
      return (
        this.all('SELECT 1 FROM releases WHERE month = ? AND language = ? AND NOT withdrawn LIMIT 1', month, language).length > 0
      );
    });
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
    const { language, data } = release;
    const subjects = this.#relations(release).flatMap(({ type, target }) => (type === 'press-release' ? [] : [{ type, target }]));
    const found = subjects.flatMap(({ type, target }) => {
      const rows = this.#about(type, target, language);
      const older: RowAbout[] = [];
      for (let at = firstBefore(rows, data.releasedAt); at < rows.length && older.length < lookedBack; at += 1) {
        const row = rows[at];
        if (row !== undefined && !row.withdrawn) older.push(row);
      }
      const since = older.length < lookedBack ? '' : (older.at(-1)?.releasedAt ?? '');
      this.read(readKeys.about(type, target, language), { since, before: data.releasedAt });
      return older;
    });
    const shared = [...Map.groupBy(found, (row) => row.release).values()].toSorted(
      (a, b) => b.length - a.length || compare(b[0]?.releasedAt, a[0]?.releasedAt) || compare(a[0]?.release, b[0]?.release),
    );
    return shared.slice(0, limit).flatMap(([row]) => (row && this.release(row.release, language)) ?? []);
  }

  /** The documents of a type that the releases of an event on the pages of a language point to, each once. */
  namedWithEvent<T extends 'delegation' | 'observer-organisation'>(type: T, event: string, language: Language): Entry<T>[] {
    const sql = `SELECT DISTINCT named.target FROM relations AS about JOIN relations AS named USING (release, language)
      JOIN releases ON releases.id = about.release AND releases.language = about.language
      WHERE about.type = 'event' AND about.target = ? AND about.language = ? AND named.type = ? AND NOT withdrawn
      ORDER BY named.target`;
    this.read(readKeys.about('event', event, language));
    const targets = this.all<{ target: string }>(sql, event, language, type);
    return targets.flatMap(({ target }) => this.entry(type, target, language) ?? []);
  }

  /**
   * Releases, each once, with the instant at which its first language was published; what is withdrawn is not ranked.
   *
   * @param language only those that have a page in it
   */
  rankable(ids: Iterable<string>, language?: Language): Rankable[] {
    const sql = `SELECT id, min(public_since) AS publicSince, max(language = ?) AS here FROM releases WHERE id = ?
      GROUP BY id HAVING max(withdrawn) = 0`;
    return [...ids].flatMap((id) => {
      this.read(readKeys.document('press-release', id));
      const [found] = this.all<Rankable & { here: 0 | 1 }>(sql, language ?? '', id);
      return found === undefined || (language !== undefined && !found.here) ? [] : [{ id, publicSince: found.publicSince }];
    });
  }

  #targets(wanted: Relation['type'], release: Release): string[] {
    return this.#relations(release).flatMap(({ type, target }) => (type === wanted ? [target] : []));
  }

  /** What a release points to, each type in the editor's order. */
  #relations({ id, language }: Release): readonly Relation[] {
    if (this.#pointing?.id !== id || this.#pointing.language !== language) {
      const sql = 'SELECT type, target FROM relations WHERE release = ? AND language = ? ORDER BY type, position';
      this.#pointing = { id, language, relations: this.all<Relation>(sql, id, language) };
    }
    return this.#pointing.relations;
  }

  #lastOf(language: Language, what: 'withdrawn' | 'corrected'): string | undefined {
    this.read(readKeys.releases(language));
    const sql = `SELECT max(at) AS at FROM releases WHERE language = ? AND ${what}`;
    return this.all<{ at: string | null }>(sql, language)[0]?.at ?? undefined;
  }

  /** All releases that point to a subject, the newest first, those that were withdrawn included. */
  #listedAbout({ type, id, language }: Subject): readonly RowAbout[] {
    this.read(readKeys.about(type, id, language));
    return this.#about(type, id, language);
  }

  /** The same for whoever notes by itself how much of it is read. */
  #about(type: DirectoryType, id: string, language: Language): readonly RowAbout[] {
    const sql = `SELECT DISTINCT relations.release, relations.released_at AS releasedAt, substr(releases.month, 1, 4) AS year,
        releases.at, releases.withdrawn
      FROM relations JOIN releases ON releases.id = relations.release AND releases.language = relations.language
      WHERE relations.type = ? AND relations.target = ? AND relations.language = ?
      ORDER BY relations.released_at DESC, relations.release`;
    return this.once(`about ${type} ${id} ${language}`, () => this.all<RowAbout>(sql, type, id, language));
  }

  #shownOf({ language }: Subject, rows: readonly RowAbout[]): Release[] {
    return rows.flatMap(({ release }) => this.#version(release, language) ?? []);
  }

  /** The releases of a language that fulfil a condition, those released last first. */
  #list(language: Language, where: string, limit: string, ...values: (string | number)[]): Release[] {
    const sql = `SELECT releases.id FROM releases WHERE ${where} ORDER BY releases.released_at DESC, releases.id ${limit}`;
    return this.all<{ id: string }>(sql, ...values).flatMap(({ id }) => this.#version(id, language) ?? []);
  }

  /** A release as its page in a language shows it; undefined where it has none. */
  #version(id: string, language: Language): Release | undefined {
    this.read(readKeys.document('press-release', id));
    const name = `${id} ${language}`;
    if (this.#remembered.has(name)) return this.#remembered.get(name);
    if (this.#remembered.size >= remembered) this.#remembered.clear();
    const row = this.all<TextRow>(shownRelease, language, id)[0];
    const release = row && readText('press-release', row);
    this.#remembered.set(name, release);
    return release;
  }
}

const shownRelease = `SELECT documents.id, documents.at, documents.data, releases.language AS language,
    releases.text_language AS textLanguage, addresses.path AS path, originals.path AS original
  FROM releases
  JOIN documents ON documents.type = 'press-release' AND documents.id = releases.id
    AND documents.language = releases.text_language
  JOIN addresses ON addresses.type = 'press-release' AND addresses.id = releases.id
    AND addresses.language = releases.language
  JOIN addresses AS originals ON originals.type = 'press-release' AND originals.id = releases.id
    AND originals.language = releases.text_language
  WHERE releases.language = ? AND releases.id = ?`;

const countOfMonths = `SELECT month, count(*) FILTER (WHERE NOT withdrawn) AS count, max(at) AS newest,
    max(at) FILTER (WHERE withdrawn) AS lastWithdrawal
  FROM releases`;
const groupedByMonth = 'GROUP BY month HAVING count > 0';

/** Where the rows begin that were released before an instant; the newest stand first. */
function firstBefore(rows: readonly RowAbout[], instant: string): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.releasedAt ?? '') < instant) high = middle;
    else low = middle + 1;
  }
  return low;
}

function compare(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
