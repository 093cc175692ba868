import { type Language, languages } from '@newsroom/shared/languages';
import type { PressRelease } from '@newsroom/shared/press-release';
import { DirectoryQueries } from './directory-queries.ts';
import { type ListedRelease, type ListedRow, listedColumns, readListed } from './listed-release.ts';
import { readKeys } from './read-keys.ts';
import type { ShownText } from './shown-text.ts';

/** A release as a page in a language shows it. */
export type Release = ShownText<'press-release'>;

/** How many releases a month has. */
export interface MonthCount {
  month: string;
  count: number;
}

/** Where a release has a page, without its text. */
export type ReleasePlace = Omit<Release, 'data' | 'lang'>;

/** A release with what was set right in it, and with its notice. */
export type CorrectedRelease = ListedRelease & Pick<PressRelease, 'corrections' | 'notice'>;

/** So many releases stay in memory, for lists that name them again. */
const remembered = 20_000;

/** The releases that lists in a language have; to be filled in: the language. */
const listed = 'releases.language = ? AND NOT releases.withdrawn';

/**
 * What is asked of press releases. Lists have the newest first, by `releasedAt`, then by id. Where the office wants it so,
 * they have what is not translated, too. What was withdrawn stands in none of them, and in no count.
 */
export class ReleaseQueries extends DirectoryQueries {
  readonly #remembered = new Map<string, ListedRelease | undefined>();

  /** The release at an address, with its text. */
  releaseAt(path: string): Release | undefined {
    const sql = "SELECT id, language FROM addresses WHERE path = ? AND type = 'press-release'";
    const [found] = this.all<{ id: string; language: Language }>(sql, path);
    return found && this.withText(found);
  }

  /** A release with its text, as its page in a language shows it; undefined where it has none. */
  withText({ id, language }: Pick<Release, 'id' | 'language'>): Release | undefined {
    const listed = this.listed(id, language);
    if (listed === undefined) return undefined;
    const { path, at, lang, lang: version = language } = listed;
    const [row] = this.all<{ data: string }>(textOfRelease, id, version);
    if (row === undefined) return undefined;
    const original = lang === undefined ? undefined : this.listed(id, lang)?.path;
    const type = 'press-release';
    return { type, id, language, lang, version, path, original, at, data: JSON.parse(row.data) as PressRelease };
  }

  /** A release as pages in a language name it: where it has no page there, the first of the languages that it has. */
  release(id: string, language: Language): ListedRelease | undefined {
    const own = this.listed(id, language);
    if (own !== undefined) return own;
    const found = languages.flatMap((other) => this.listed(id, other) ?? [])[0];
    return found && { ...found, language, lang: found.lang ?? found.language };
  }

  /** All releases. */
  releaseIds(): string[] {
    return this.all<{ id: string }>('SELECT DISTINCT id FROM releases ORDER BY id').map(({ id }) => id);
  }

  /** Where a release has pages, in the site's order of languages. */
  placesOf(id: string): ReleasePlace[] {
    this.read(readKeys.document('press-release', id));
    const sql = 'SELECT language, text_language AS version, path, at FROM releases WHERE id = ?';
    const places = this.all<Pick<ReleasePlace, 'language' | 'version' | 'path' | 'at'>>(sql, id);
    return languages.flatMap((language) => {
      const place = places.find((each) => each.language === language);
      if (place === undefined) return [];
      const original = places.find((other) => other.language === place.version && other !== place)?.path;
      return [{ type: 'press-release' as const, id, ...place, original }];
    });
  }

  latestReleases(language: Language, limit: number): ListedRelease[] {
    this.read(readKeys.releases(language));
    return this.#list(listed, 'LIMIT ?', language, limit);
  }

  /** The latest releases whose text is in the language. */
  latestTexts(language: Language, limit: number): ListedRelease[] {
    this.read(readKeys.releases(language));
    return this.#list(`${listed} AND releases.text_language = releases.language`, 'LIMIT ?', language, limit);
  }

  /** When a release was withdrawn last: since then the latest releases are others; undefined where none was. */
  lastWithdrawal(language: Language): string | undefined {
    return this.#lastOf(language, 'withdrawn');
  }

  /** The releases that were corrected or withdrawn, or carry a notice. */
  corrections(language: Language): CorrectedRelease[] {
    this.read(readKeys.corrections(language));
    return this.all<CorrectedRow>(correctedReleases, language).map(({ corrections, notice, ...row }) => {
      this.read(readKeys.release(row.id, row.language));
      return { ...readListed(row), corrections: JSON.parse(corrections), notice: notice === null ? null : JSON.parse(notice) };
    });
  }

  /** When one of those was changed last; undefined where there is none. */
  lastCorrection(language: Language): string | undefined {
    return this.#lastOf(language, 'corrected');
  }

  /** The releases of a month, without the `skip` newest, at most `limit`. */
  releasesOfMonth(language: Language, month: string, { skip, limit }: { skip: number; limit: number }): ListedRelease[] {
    this.read(readKeys.month(language, month));
    return this.#list(`${listed} AND month = ?`, 'LIMIT ? OFFSET ?', language, month, limit, skip);
  }

  /** When the releases of a part of a month were changed last. */
  lastChangeOfMonth(language: Language, month: string, { skip, limit }: { skip: number; limit: number }): string | undefined {
    this.read(readKeys.changed(readKeys.month(language, month)));
    const sql = `SELECT max(at) AS at FROM (SELECT at FROM releases WHERE ${listed} AND month = ?
      ORDER BY released_at DESC, id LIMIT ? OFFSET ?)`;
    return this.all<{ at: string | null }>(sql, language, month, limit, skip)[0]?.at ?? undefined;
  }

  /** When a release of a month was withdrawn last: since then its list is another; undefined where none was. */
  lastWithdrawalOfMonth(language: Language, month: string): string | undefined {
    this.read(readKeys.changed(readKeys.month(language, month)));
    const sql = 'SELECT max(at) AS at FROM releases WHERE language = ? AND month = ? AND withdrawn';
    return this.all<{ at: string | null }>(sql, language, month)[0]?.at ?? undefined;
  }

  /** The months that have releases in a language, newest first. */
  months(language: Language): MonthCount[] {
    return this.once(`months ${language}`, () => {
      this.read(readKeys.releases(language));
      return this.all<MonthCount>(`${countOfMonths} WHERE ${listed} GROUP BY month ORDER BY month DESC`, language);
    });
  }

  /** One of them; undefined where it has no releases. */
  month(language: Language, month: string): MonthCount | undefined {
    return this.once(`month ${language} ${month}`, () => {
      this.read(readKeys.month(language, month));
      return this.all<MonthCount>(`${countOfMonths} WHERE ${listed} AND month = ? GROUP BY month`, language, month)[0];
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

  #lastOf(language: Language, what: 'withdrawn' | 'corrected'): string | undefined {
    this.read(readKeys.changed(readKeys.releases(language)));
    const sql = `SELECT max(at) AS at FROM releases WHERE language = ? AND ${what}`;
    return this.all<{ at: string | null }>(sql, language)[0]?.at ?? undefined;
  }

  /** The releases of a language that fulfil a condition, those released last first. */
  #list(where: string, limit: string, ...values: (string | number)[]): ListedRelease[] {
    const sql = `SELECT ${listedColumns} FROM releases WHERE ${where}
      ORDER BY releases.released_at DESC, releases.id ${limit}`;
    return this.all<ListedRow>(sql, ...values).map((row) => {
      this.read(readKeys.release(row.id, row.language));
      return this.#remembered.get(nameOf(row)) ?? this.#remember(nameOf(row), readListed(row));
    });
  }

  /** A release as pages in a language name it; undefined where it has none there. */
  protected listed(id: string, language: Language): ListedRelease | undefined {
    this.read(readKeys.release(id, language));
    const name = nameOf({ id, language });
    if (this.#remembered.has(name)) return this.#remembered.get(name);
    const [row] = this.all<ListedRow>(`SELECT ${listedColumns} FROM releases WHERE id = ? AND language = ?`, id, language);
    return this.#remember(name, row && readListed(row));
  }

  #remember<T extends ListedRelease | undefined>(name: string, release: T): T {
    if (this.#remembered.size >= remembered) this.#remembered.clear();
    this.#remembered.set(name, release);
    return release;
  }
}

function nameOf({ id, language }: Pick<ListedRelease, 'id' | 'language'>): string {
  return `${id} ${language}`;
}

/** By itself, since SQLite plans a join anew for each release. */
const textOfRelease = "SELECT data FROM documents WHERE type = 'press-release' AND id = ? AND language = ?";

interface CorrectedRow extends ListedRow {
  corrections: string;
  notice: string | null;
}

/** To be filled in: the language. */
const correctedReleases = `SELECT ${listedColumns}, json_extract(data, '$.corrections') AS corrections,
    json_extract(data, '$.notice') AS notice
  FROM releases
  JOIN documents ON documents.type = 'press-release' AND documents.id = releases.id
    AND documents.language = releases.text_language
  WHERE releases.language = ? AND corrected ORDER BY releases.released_at DESC, releases.id`;

const countOfMonths = 'SELECT month, count(*) AS count FROM releases';
