import type { Database } from 'better-sqlite3';
import { FeedFault } from './feed-fault.ts';
import type { VersionChange } from './versions.ts';

/** So many texts may go at once on any site, however small. */
const alwaysAllowed = 3;

/** What a feed takes of the texts of press releases, each language counted. */
export interface Loss {
  lost: number;
  /** So many there were. */
  of: number;
}

/** The texts of press releases that a snapshot holds, as `id language`; none where it was never filled. */
export function releaseTextsHeld(database: Database): ReadonlySet<string> {
  const filled = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'documents'").get();
  return new Set(
    filled
      ? database.prepare<[], string>("SELECT id || ' ' || language FROM documents WHERE type = 'press-release'").pluck().all()
      : [],
  );
}

/** What is lost where all is new. @param before the texts that were held */
export function lossSince(database: Database, before: ReadonlySet<string>): Loss {
  const after = releaseTextsHeld(database);
  return { lost: [...before].filter((text) => !after.has(text)).length, of: before.size };
}

/** What is lost by changes. */
export function lossBy(database: Database, changes: readonly VersionChange[]): Loss {
  const texts = changes.filter(({ key }) => key.type === 'press-release');
  const lost = texts.filter(({ after }) => after === undefined).length;
  const gained = texts.filter(({ before }) => before === undefined).length;
  const sql = "SELECT count(*) FROM documents WHERE type = 'press-release'";
  return { lost, of: (database.prepare<[], number>(sql).pluck().get() ?? 0) + lost - gained };
}

/** The fault of a feed that would take more than half of the texts of press releases off the site, if it is one. */
export function lossFault({ lost, of }: Loss): FeedFault | undefined {
  if (lost <= alwaysAllowed || lost * 2 <= of) return undefined;
  return new FeedFault(
    'feed-loss',
    `The feed would take ${lost} of ${of} texts of press releases off the site, each language counted.`,
    'Look into the CMS: is it the right one, and is its content complete? If they are meant to go, run the command again with --accept-loss.',
  );
}
