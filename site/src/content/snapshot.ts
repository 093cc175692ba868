import type { Accreditation } from '@newsroom/shared/accreditation';
import type { DirectoryType } from '@newsroom/shared/directory';
import type { FeedData, FeedType } from '@newsroom/shared/feed';
import { defaultLanguage, type Language, languages } from '@newsroom/shared/languages';
import type { OutsideList } from '@newsroom/shared/outside-list';
import { noChoices, type PopularChoices } from '@newsroom/shared/popular-choices';
import type { Redirect } from '@newsroom/shared/redirect';
import type { PopularSettings, SiteSettings } from '@newsroom/shared/site-settings';
import type { Database } from 'better-sqlite3';
import { ownPath } from './own-path.ts';
import { readKeys } from './read-keys.ts';
import { ReadershipQueries } from './readership-queries.ts';
import { readText, type ShownText, type TextRow } from './shown-text.ts';
import type { Touched } from './touched.ts';
import {
  isWrittenType,
  mayLinkToSite,
  readWritten,
  type WrittenRow,
  type WrittenVersion,
  writtenTypes,
} from './written-version.ts';

export type { ListedRelease } from './listed-release.ts';
export type { Subject } from './relation-queries.ts';
export type { CorrectedRelease, MonthCount, Release } from './release-queries.ts';

/** What of a site does not come from the content. */
export interface Site {
  /** The site's own address. */
  address: string;
  /** What stands at which path of the site that is made from a snapshot. */
  paths(snapshot: Snapshot): Paths;
}

/** What stands where on a site, pictures and files of the content aside. */
export interface Paths {
  /** Whether there is a page or a file of the content at a path. */
  hasPage(path: string): boolean;
  /** Whether there is anything, and be it only the way to where a page went. */
  has(path: string): boolean;
}

/** What is set of all pages. */
export type FrameSettings = Omit<SiteSettings, 'popular'>;

/** A page that stands still, as a page in a language shows it. */
export type Still = ShownText<'page'>;

/** An accreditation, with the instant of its last change. */
export type DatedAccreditation = Accreditation & { id: string; at: string };

/** The published content as the site has it. Everything was checked when it was taken in and is trusted here. */
export class Snapshot extends ReadershipQueries {
  /** Another one whenever the snapshot was begun anew. */
  readonly id: string;
  readonly epoch: string;
  readonly seq: number;
  /** The local day that the site is made for. */
  readonly asOf: string;
  /** The site's own address. */
  readonly site: URL;
  readonly #paths: Site['paths'];
  readonly #settled: boolean;
  #standing: Paths | undefined;

  constructor(database: Database, site: Site) {
    super(database);
    const sql = 'SELECT id, epoch, seq, as_of AS asOf, settled FROM meta';
    const meta = this.all<{ id: string; epoch: string; seq: number; asOf: string; settled: number | null }>(sql)[0];
    if (meta === undefined) throw new Error('The snapshot was never filled.');
    this.id = meta.id;
    this.epoch = meta.epoch;
    this.seq = meta.seq;
    this.asOf = meta.asOf;
    this.site = new URL(site.address);
    this.#paths = site.paths;
    this.#settled = meta.settled !== null;
  }

  /** The number of the last change that was noted; 0: none was. */
  lastTouched(): number {
    return this.all<{ number: number | null }>('SELECT max(number) AS number FROM touched')[0]?.number ?? 0;
  }

  /** What is another since a number of `touched`, each once; undefined where that is known no more. */
  touchedSince(number: number): Touched[] | undefined {
    const first = this.all<{ number: number | null }>('SELECT min(number) AS number FROM touched')[0]?.number ?? null;
    if (first === null ? number > 0 : number < first - 1) return undefined;
    return this.all<Touched>('SELECT DISTINCT key, at FROM touched WHERE number > ?', number);
  }

  /** The languages in which the site has no settings: then it cannot be drawn. */
  languagesWithoutSettings(): Language[] {
    const sql = "SELECT language FROM documents WHERE type = 'site-settings'";
    const there = this.all<{ language: string }>(sql).map(({ language }) => language);
    return languages.filter((language) => !there.includes(language));
  }

  /** The settings but for those of popular lists: their texts in a language, all else as in the default language. */
  settings(language: Language): FrameSettings {
    this.read(readKeys.frame);
    return this.once(`settings ${language}`, () => {
      const { popular: _, ...texts } = this.#settingsIn(language);
      if (language === defaultLanguage) return texts;
      const { logo, colour, missingTranslations } = this.#settingsIn(defaultLanguage);
      return { ...texts, logo, colour, missingTranslations };
    });
  }

  /** How popular lists are computed: the same in all languages. */
  popularSettings(): PopularSettings {
    this.read(readKeys.popularSettings);
    return this.once('popular settings', () => this.#settingsIn(defaultLanguage).popular);
  }

  /** What the office decided about popular lists. */
  popularChoices(): PopularChoices {
    this.read(readKeys.popularChoices);
    return this.once('popular choices', () => {
      const [row] = this.all<Row>("SELECT * FROM documents WHERE type = 'popular-choices'");
      return row === undefined ? noChoices : parse<'popular-choices'>(row);
    });
  }

  /** Whether the site that is drawn has a page or a file at a path, those of the content's media aside. */
  hasPath(path: string): boolean {
    this.read(readKeys.path(path));
    return this.#whatStandsWhere().has(path);
  }

  /** The same of pages and files that the content has, without those that only lead on. */
  hasPage(path: string): boolean {
    return this.#whatStandsWhere().hasPage(path);
  }

  /** Where the versions stand that are live, and changed or went since: pages may be there no more. */
  livePaths(): ReadonlySet<string | null> {
    const sql = 'SELECT type, language, good_data AS data FROM kept WHERE good_data IS NOT NULL';
    return this.once('live paths', () => {
      const rows = this.all<Record<'type' | 'language' | 'data', string>>(sql);
      return new Set(rows.map(({ type, language, data }) => ownPath(type, language, JSON.parse(data))));
    });
  }

  /** The versions in which editors wrote, and may have written links to the site, by type, id and language. */
  *writtenVersions(): Generator<WrittenVersion> {
    const sql = `${written} WHERE documents.type = ? AND (documents.id, documents.language) > (?, ?)
      ORDER BY documents.id, documents.language LIMIT 200`; // so that an archive never stands in memory as a whole
    for (const type of writtenTypes) {
      let rows = this.all<WrittenRow>(sql, type, '', '');
      for (let last = rows.at(-1); last !== undefined; last = rows.at(-1)) {
        yield* this.#mayLink(rows);
        rows = this.all<WrittenRow>(sql, type, last.id, last.language ?? '');
      }
    }
  }

  /** Those of one document, by language. @param id undefined: of all documents of the type */
  writtenVersionsOf(type: string, id?: string): WrittenVersion[] {
    if (!isWrittenType(type)) return [];
    const where = id === undefined ? '' : 'AND documents.id = ?';
    const sql = `${written} WHERE documents.type = ? ${where} ORDER BY documents.id, documents.language`;
    return [...this.#mayLink(this.all<WrittenRow>(sql, type, ...(id === undefined ? [] : [id])))];
  }

  /** The pages that stand still in a language, in the order of the navigation. */
  staticPages(language: Language): Still[] {
    this.read(readKeys.frame);
    return this.once(`static pages ${language}`, () =>
      this.#still('addresses.language = ?', language).toSorted(byOrderThenTitle),
    );
  }

  staticPageIds(): string[] {
    const sql = "SELECT DISTINCT id FROM documents WHERE type = 'page' ORDER BY id";
    return this.all<{ id: string }>(sql).map(({ id }) => id);
  }

  staticPageAt(path: string): Still | undefined {
    return this.#still('addresses.path = ?', path)[0];
  }

  /** All accreditations for a vote, or of a delegation or an organisation, the latest day first. */
  accreditationsOf(type: DirectoryType, id: string): DatedAccreditation[] {
    const column = type === 'observer-organisation' ? 'organisation' : type;
    const sql = `SELECT documents.* FROM accreditations
      JOIN documents ON documents.type = 'accreditation' AND documents.id = accreditations.id WHERE ${column} = ?
      ORDER BY json_extract(data, '$.asOf') DESC, documents.id`;
    return this.once(`accreditations ${type} ${id}`, () => {
      this.read(readKeys.accredited(type, id));
      return this.all<Row>(sql, id).map((row) => ({ id: row.id, at: row.at, ...parse<'accreditation'>(row) }));
    });
  }

  /** The popular lists that others computed: of each source the one that it made last. */
  outsideLists(): OutsideList[] {
    this.read(readKeys.outsideLists);
    const sql = `SELECT data, max(captured_at) FROM outside_lists
      JOIN documents ON documents.type = 'outside-list' AND documents.id = outside_lists.id GROUP BY source ORDER BY source`;
    return this.all<{ data: string }>(sql).map(({ data }) => JSON.parse(data));
  }

  /** What is answered at addresses that pages have left, as the office entered it. */
  redirects(): Redirect[] {
    this.read(readKeys.redirects);
    const sql = "SELECT data FROM documents WHERE type = 'redirect' ORDER BY id";
    return this.all<{ data: string }>(sql).map((row) => parse<'redirect'>(row));
  }

  /** A file of the content: its width as shown, in pixels, null for what is no picture; undefined for any other file. */
  media(sha256: string): { width: number | null } | undefined {
    this.read(readKeys.media(sha256));
    const sql = 'SELECT max(width) AS width FROM media WHERE sha256 = ? GROUP BY sha256';
    return this.once(`media ${sha256}`, () => this.all<{ width: number | null }>(sql, sha256)[0]);
  }

  *#mayLink(rows: readonly WrittenRow[]): Generator<WrittenVersion> {
    for (const row of rows) if (mayLinkToSite(row.data, this.site.host)) yield readWritten(row, this.#settled);
  }

  #whatStandsWhere(): Paths {
    this.#standing ??= this.#paths(this);
    return this.#standing;
  }

  #settingsIn(language: Language): SiteSettings {
    const row = this.all<Row>("SELECT * FROM documents WHERE type = 'site-settings' AND language = ?", language)[0];
    if (row === undefined) throw new Error(`The snapshot has no settings in ${language}.`);
    return parse<'site-settings'>(row);
  }

  #still(where: string, value: string): Still[] {
    const sql = `SELECT documents.id, documents.at, documents.data, addresses.language AS language,
        addresses.text_language AS textLanguage, addresses.path AS path, originals.path AS original
      FROM addresses
      JOIN documents ON documents.type = 'page' AND documents.id = addresses.id AND documents.language = addresses.text_language
      JOIN addresses AS originals ON originals.type = 'page' AND originals.id = addresses.id
        AND originals.language = addresses.text_language
      WHERE addresses.type = 'page' AND ${where}`;
    return this.all<TextRow>(sql, value).map((row) => {
      this.read(readKeys.document('page', row.id));
      return readText('page', row);
    });
  }
}

const written = `SELECT documents.type, documents.id, documents.language, documents.data, kept.seq IS NOT NULL AS kept,
    kept.fault, kept.good_data AS good
  FROM documents LEFT JOIN kept USING (type, id, language)`;

interface Row {
  type: string;
  id: string;
  language: Language;
  at: string;
  data: string;
}

/** The data kept its contract when it was taken in. */
function parse<T extends FeedType>({ data }: { data: string }): FeedData<T> {
  return JSON.parse(data) as FeedData<T>;
}

function byOrderThenTitle(a: Still, b: Still): number {
  const [first, second] = [a.data.title, b.data.title];
  return a.data.order - b.data.order || (first < second ? -1 : first > second ? 1 : 0);
}
