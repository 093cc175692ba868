import { type Language, languages } from '@newsroom/shared/languages';
import { addDays } from '@newsroom/shared/local-time';
import type { PopularRule } from '@newsroom/shared/popular-rule';
import type { CountedDay, Rankable } from '@newsroom/shared/ranking';
import type { AddressesOfMonth } from '@newsroom/shared/readership';
import { readKeys } from './read-keys.ts';
import { RelationQueries } from './relation-queries.ts';

/** What was counted of a release on a day in a language. */
export interface CountedRow extends Omit<CountedDay, 'day'> {
  language: Language;
}

/** What is asked of readers: what was counted, and of which releases. */
export abstract class ReadershipQueries extends RelationQueries {
  /** The local day that the site is made for. */
  abstract readonly asOf: string;

  /**
   * What releases got on the days of a window that ends with the last day counted up to another, and on the one before it.
   *
   * Where all days weigh the same, those between the first and the last are one row with their sum, on the day before
   * the last: it counts whole in the window, and in that of the day before.
   *
   * @param upTo the day that counts last, if anything was counted on it
   * @param language only what was counted in it: elsewhere nothing was, so that the days are the same in all languages
   */
  countedDays(
    { windowDays, halfLifeDays }: Pick<PopularRule, 'windowDays' | 'halfLifeDays'>,
    upTo: string,
    language?: Language,
  ): CountedDay[] {
    this.read(readKeys.metrics);
    this.read(readKeys.day);
    const [counted] = this.all<CountedStretch>(stretchCounted, upTo);
    if (counted?.last == null) return [];
    const { last } = counted;
    const first = windowDays === null ? counted.first : addDays(last, -windowDays);
    if (halfLifeDays !== null) return this.all<CountedDay>(sumsOf('day', 'day BETWEEN ? AND ?', language), first, last);
    const between = sumsOf('?', windowDays === null ? '+day > ? AND +day < ?' : 'day > ? AND day < ?', language);
    const ends = sumsOf('day', 'day IN (?, ?)', language);
    return this.all<CountedDay>(`${between} UNION ALL ${ends}`, addDays(last, -1), first, last, first, last);
  }

  /** The days that were counted, those after `asOf` included. */
  daysCounted(): string[] {
    this.read(readKeys.metrics);
    return this.once('days counted', () => this.all<{ day: string }>(allDaysCounted).map(({ day }) => day));
  }

  /** Whether anything was counted on a day. */
  isCounted(day: string): boolean {
    this.read(readKeys.countedDay(day));
    return this.all('SELECT 1 FROM metrics WHERE day = ? LIMIT 1', day).length > 0;
  }

  /** All that was counted on a day, by release, then language. */
  countedOn(day: string): CountedRow[] {
    this.read(readKeys.countedDay(day));
    const sql = 'SELECT release, language, views, comments, reactions FROM metrics WHERE day = ? ORDER BY release, language';
    return this.all<CountedRow>(sql, day);
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

  /** The months of releases' addresses, those of withdrawn ones included. */
  addressMonths(): string[] {
    for (const language of languages) this.read(readKeys.releases(language));
    const months = languages.flatMap((language) => this.all<{ month: string }>(monthsOfAddresses, language, language));
    return [...new Set(months.map(({ month }) => month))].toSorted();
  }

  /** Whether a release has an address in a month, withdrawn or not. */
  hasAddresses(month: string): boolean {
    return this.#releasesWith(month).length > 0;
  }

  /** The releases that have an address in a month, in whatever language, by identifier, with all their addresses. */
  addressedIn(month: string): AddressesOfMonth['releases'] {
    const sql = 'SELECT language, path, public_since AS publicSince, withdrawn FROM releases WHERE id = ?';
    return this.#releasesWith(month).map((id) => {
      this.read(readKeys.document('press-release', id));
      const rows = this.all<AddressRow>(sql, id);
      return {
        id,
        publicSince: rows.map(({ publicSince }) => publicSince).toSorted()[0] ?? '',
        isWithdrawn: rows.some(({ withdrawn }) => withdrawn === 1),
        addresses: languages.flatMap((language) =>
          rows.filter((row) => row.language === language).map(({ path }) => ({ language, path })),
        ),
      };
    });
  }

  /** Which release's page stands at a path, and in which language; undefined for any other path. */
  releaseAddressed(path: string): { id: string; language: Language } | undefined {
    const sql = "SELECT id, language FROM addresses WHERE path = ? AND type = 'press-release'";
    return this.all<{ id: string; language: Language }>(sql, path)[0];
  }

  #releasesWith(month: string): string[] {
    for (const language of languages) this.read(readKeys.month(language, month));
    const sql = `SELECT DISTINCT id FROM releases WHERE language IN (${languages.map(() => '?').join(', ')}) AND month = ? ORDER BY id`;
    return this.all<{ id: string }>(sql, ...languages, month).map(({ id }) => id);
  }
}

/** The first day that was counted, and the last one up to another; to be filled in: that one. */
const stretchCounted = `SELECT (SELECT min(day) FROM metrics) AS first, (SELECT max(day) FROM metrics WHERE day <= ?) AS last`;

/**
 * What releases got on some days, of each release in one row for each `day`. All days are read in the order of the table,
 * which is that of releases: to look each day up in the index would take longer.
 *
 * @param day what the rows say of their day
 * @param where which days are meant
 */
function sumsOf(day: string, where: string, language: Language | undefined): string {
  const here = (count: string) => (language === undefined ? count : `CASE language WHEN '${language}' THEN ${count} ELSE 0 END`);
  const sums = ['views', 'comments', 'reactions'].map((count) => `sum(${here(count)}) AS ${count}`);
  return `SELECT release, ${day} AS day, ${sums.join(', ')} FROM metrics WHERE ${where} GROUP BY release${day === 'day' ? ', day' : ''}`;
}

/** From one day to the next in the index: there are many rows of each. */
const allDaysCounted = `WITH RECURSIVE days (day) AS (
    SELECT min(day) FROM metrics UNION ALL SELECT (SELECT min(day) FROM metrics WHERE day > days.day) FROM days WHERE day IS NOT NULL
  ) SELECT day FROM days WHERE day IS NOT NULL`;

/** The same with the months of releases; to be filled in: the language, twice. */
const monthsOfAddresses = `WITH RECURSIVE months (month) AS (
    SELECT min(month) FROM releases WHERE language = ? UNION ALL
    SELECT (SELECT min(month) FROM releases WHERE language = ? AND month > months.month) FROM months WHERE month IS NOT NULL
  ) SELECT month FROM months WHERE month IS NOT NULL`;

interface CountedStretch {
  first: string;
  last: string | null;
}

interface AddressRow {
  language: Language;
  path: string;
  publicSince: string;
  withdrawn: 0 | 1;
}
