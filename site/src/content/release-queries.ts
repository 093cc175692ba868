import { type Language, languages } from '@newsroom/shared/languages';
import type { Rankable } from '@newsroom/shared/ranking';
import { DirectoryQueries } from './directory-queries.ts';
import { readKeys } from './read-keys.ts';
import { readText, type ShownText, type TextRow } from './shown-text.ts';

/** A release as a page in a language shows it. */
export type Release = ShownText<'press-release'>;

/** So many releases, and when one of them was changed last. */
export interface ReleaseCount {
  count: number;
  newest: string;
}

export interface MonthCount extends ReleaseCount {
  month: string;
  /** When the latest of its releases that were withdrawn was: since then its list is another. */
  lastWithdrawal: string | null;
}

/** Where a release has a page, without its text. */
export type ReleasePlace = Omit<Release, 'data' | 'lang'>;

/** So many releases stay in memory, for lists that name them again. */
const remembered = 6000;

/** The releases that lists in a language have; to be filled in: the language. */
const listed = 'releases.language = ? AND NOT releases.withdrawn';

/**
 * What is asked of press releases. Lists have the newest first, by `releasedAt`, then by id. Where the office wants it so,
 * they have what is not translated, too. What was withdrawn stands in none of them, and in no count.
 */
export class ReleaseQueries extends DirectoryQueries {
  readonly #remembered = new Map<string, Release | undefined>();

  /** The release at an address. */
  releaseAt(path: string): Release | undefined {
    const sql = "SELECT id, language FROM addresses WHERE path = ? AND type = 'press-release'";
    const [found] = this.all<{ id: string; language: Language }>(sql, path);
    return found && this.version(found.id, found.language);
  }

  /** A release as pages in a language name it: where it has no page there, the first of the languages that it has. */
  release(id: string, language: Language): Release | undefined {
    this.read(readKeys.document('press-release', id));
    const own = this.version(id, language);
    if (own !== undefined) return own;
    const found = languages.flatMap((other) => this.version(id, other) ?? [])[0];
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

  #lastOf(language: Language, what: 'withdrawn' | 'corrected'): string | undefined {
    this.read(readKeys.releases(language));
    const sql = `SELECT max(at) AS at FROM releases WHERE language = ? AND ${what}`;
    return this.all<{ at: string | null }>(sql, language)[0]?.at ?? undefined;
  }

  /** The releases of a language that fulfil a condition, those released last first. */
  #list(language: Language, where: string, limit: string, ...values: (string | number)[]): Release[] {
    const sql = `SELECT releases.id FROM releases WHERE ${where} ORDER BY releases.released_at DESC, releases.id ${limit}`;
    return this.all<{ id: string }>(sql, ...values).flatMap(({ id }) => this.version(id, language) ?? []);
  }

  /** A release as its page in a language shows it; undefined where it has none. */
  protected version(id: string, language: Language): Release | undefined {
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
