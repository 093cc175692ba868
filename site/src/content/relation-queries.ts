import { type DirectoryType, directoryTypes } from '@newsroom/shared/directory';
import type { Language } from '@newsroom/shared/languages';
import type { Entry } from './directory-entry.ts';
import type { ListedRelease } from './listed-release.ts';
import { readKeys } from './read-keys.ts';
import { type Release, ReleaseQueries } from './release-queries.ts';

/** A document that releases point to, on the pages of a language. */
export interface Subject {
  type: DirectoryType;
  id: string;
  language: Language;
}

/** How many releases point to a subject in a year. */
export interface YearCount {
  year: string;
  count: number;
}

/** How many releases before another one are looked at of each of its subjects. */
const lookedBack = 20;

/** Whoever asks for the releases before others more often than this is given them from the list of all. */
const fewAsked = 5;

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
 * What is asked of what releases point to, and of the releases that point to something. What was withdrawn stands in no
 * list, and in no count.
 */
export class RelationQueries extends ReleaseQueries {
  /** How often the releases about a subject before another one were asked for. */
  readonly #askedAbout = new Map<string, number>();

  /** The newest releases that point to a subject. */
  latestAbout(subject: Subject, limit: number): ListedRelease[] {
    return this.#shownOf(
      subject,
      this.#listedAbout(subject)
        .filter(({ withdrawn }) => !withdrawn)
        .slice(0, limit),
    );
  }

  /** The releases of a year that point to a subject. */
  releasesAboutInYear(subject: Subject, year: string): ListedRelease[] {
    return this.#shownOf(
      subject,
      this.#listedAbout(subject).filter((row) => row.year === year && !row.withdrawn),
    );
  }

  /** The years in which releases point to a subject, by the releases' addresses, newest first. */
  yearsAbout(subject: Subject): YearCount[] {
    return this.once(`years ${subject.type} ${subject.id} ${subject.language}`, () => {
      const listed = this.#listedAbout(subject).filter(({ withdrawn }) => !withdrawn);
      const years = Map.groupBy(listed, ({ year }) => year);
      return [...years]
        .map(([year, rows]) => ({ year, count: rows.length }))
        .toSorted((one, other) => compare(other.year, one.year));
    });
  }

  /** When a release that points to a subject was changed last, by year; those that were withdrawn since count, too. */
  lastChangesAbout({ type, id, language }: Subject): ReadonlyMap<string, string> {
    return this.once(`changes ${type} ${id} ${language}`, () => {
      this.read(readKeys.changed(readKeys.about(type, id, language)));
      const changes = new Map<string, string>();
      for (const { year, at } of this.#about(type, id, language)) if (at > (changes.get(year) ?? '')) changes.set(year, at);
      return changes;
    });
  }

  /** The documents of a type that a release points to, in the editor's order. */
  related<T extends DirectoryType>(type: T, release: Release): Entry<T>[] {
    return targetsOf(release)[type].flatMap((id) => this.entry(type, id, release.language) ?? []);
  }

  /** The other releases that the editor chose to be read after a release, in the editor's order. */
  relatedReleases(release: Release): ListedRelease[] {
    return release.data.related
      .flatMap((target) => this.release(target, release.language) ?? [])
      .filter(({ withdrawn }) => !withdrawn);
  }

  /**
   * Older releases that share most of a release's event, delegations and organisations, the younger first among those
   * that share as much. Of each subject only its twenty releases before this one are looked at: what lies further back
   * would rarely win, and a vote with thousands of releases would make each of them costly.
   */
  olderAboutTheSame(release: Release, limit: number): ListedRelease[] {
    const { language, data } = release;
    const targets = targetsOf(release);
    const subjects = directoryTypes.flatMap((type) => targets[type].map((id) => ({ type, id })));
    const found = subjects.flatMap(({ type, id }) => {
      const older = this.#olderAbout({ type, id, language }, data.releasedAt);
      const since = older.length < lookedBack ? '' : (older.at(-1)?.releasedAt ?? '');
      this.read(readKeys.about(type, id, language), { since, before: data.releasedAt });
      return older;
    });
    const shared = new Map<string, { row: (typeof found)[number]; count: number }>();
    for (const row of found) {
      const known = shared.get(row.release);
      if (known === undefined) shared.set(row.release, { row, count: 1 });
      else known.count += 1;
    }
    return [...shared.values()]
      .toSorted(
        (a, b) => b.count - a.count || compare(b.row.releasedAt, a.row.releasedAt) || compare(a.row.release, b.row.release),
      )
      .slice(0, limit)
      .flatMap(({ row }) => this.release(row.release, language) ?? []);
  }

  /**
   * The documents of a type that the releases of an event on the pages of a language point to, each once. What points to
   * the event is looked for first (`CROSS JOIN`: SQLite would begin with all that points to the type).
   */
  namedWithEvent<T extends 'delegation' | 'observer-organisation'>(type: T, event: string, language: Language): Entry<T>[] {
    const sql = `SELECT DISTINCT named.target FROM relations AS about CROSS JOIN relations AS named USING (release, language)
      WHERE about.type = 'event' AND about.target = ? AND about.language = ? AND NOT about.withdrawn AND named.type = ?
      ORDER BY named.target`;
    this.read(readKeys.about('event', event, language));
    const targets = this.all<{ target: string }>(sql, event, language, type);
    return targets.flatMap(({ target }) => this.entry(type, target, language) ?? []);
  }

  /** The releases about a subject before an instant, at most `lookedBack`. Few ask for it while few pages are drawn. */
  #olderAbout(subject: Subject, before: string): readonly Pick<RowAbout, 'release' | 'releasedAt'>[] {
    const { type, id, language } = subject;
    const name = nameOfAbout(subject);
    const asked = (this.#askedAbout.get(name) ?? 0) + 1;
    this.#askedAbout.set(name, asked);
    if (asked <= fewAsked) {
      const sql = `SELECT DISTINCT release, released_at AS releasedAt FROM relations
        WHERE type = ? AND target = ? AND language = ? AND released_at < ? AND NOT withdrawn
        ORDER BY released_at DESC, release LIMIT ?`;
      return this.all<RowAbout>(sql, type, id, language, before, lookedBack);
    }
    const rows = this.#about(type, id, language);
    const older: RowAbout[] = [];
    for (let at = firstBefore(rows, before); at < rows.length && older.length < lookedBack; at += 1) {
      const row = rows[at];
      if (row !== undefined && !row.withdrawn) older.push(row);
    }
    return older;
  }

  /** All releases that point to a subject, the newest first, those that were withdrawn included. */
  #listedAbout({ type, id, language }: Subject): readonly RowAbout[] {
    this.read(readKeys.about(type, id, language));
    return this.#about(type, id, language);
  }

  /** The same for whoever notes by itself how much of it is read. */
  #about(type: DirectoryType, id: string, language: Language): readonly RowAbout[] {
    const sql = `SELECT DISTINCT release, released_at AS releasedAt, substr(month, 1, 4) AS year, at, withdrawn FROM relations
      WHERE type = ? AND target = ? AND language = ? ORDER BY released_at DESC, release`;
    return this.once(nameOfAbout({ type, id, language }), () => this.all<RowAbout>(sql, type, id, language));
  }

  #shownOf({ language }: Subject, rows: readonly RowAbout[]): ListedRelease[] {
    return rows.flatMap(({ release }) => this.listed(release, language) ?? []);
  }
}

/** What a release points to, in the editor's order. */
function targetsOf({ data: { event, delegations, observerOrganisations } }: Release): Record<DirectoryType, readonly string[]> {
  return { event: event === null ? [] : [event], delegation: delegations, 'observer-organisation': observerOrganisations };
}

function nameOfAbout({ type, id, language }: Subject): string {
  return `about ${type} ${id} ${language}`;
}

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

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
