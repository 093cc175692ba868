import type { Database } from 'better-sqlite3';
import { FeedFault } from './feed-fault.ts';

/** So many texts may go at once on any site, however small. */
const alwaysAllowed = 3;

/** The texts of press releases that a snapshot holds, as `id language`; none where it was never filled. */
export function releaseTextsHeld(database: Database): Set<string> {
  const filled = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'documents'").get();
  return new Set(
    filled
      ? database.prepare<[], string>("SELECT id || ' ' || language FROM documents WHERE type = 'press-release'").pluck().all()
      : [],
  );
}

/** The fault of a feed that would take more than half of the texts of press releases off the site, if it is one. */
export function lossFault(before: ReadonlySet<string>, after: ReadonlySet<string>): FeedFault | undefined {
  const lost = [...before].filter((id) => !after.has(id)).length;
  if (lost <= alwaysAllowed || lost * 2 <= before.size) return undefined;
  return new FeedFault(
    'feed-loss',
    `The feed would take ${lost} of ${before.size} texts of press releases off the site, each language counted.`,
    'Look into the CMS: is it the right one, and is its content complete? If they are meant to go, run the command again with --accept-loss.',
  );
}
