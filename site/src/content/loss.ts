import type { Database } from 'better-sqlite3';
import { FeedFault } from './feed-fault.ts';

/** So many press releases may go at once on any site, however small. */
const alwaysAllowed = 3;

/** The press releases that a snapshot holds, whatever their languages; none where it was never filled. */
export function releasesHeld(database: Database): Set<string> {
  const filled = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'releases'").get();
  return new Set(filled ? database.prepare<[], string>('SELECT DISTINCT id FROM releases').pluck().all() : []);
}

/** The fault of a feed that would take more than half of the press releases off the site, if it is one. */
export function lossFault(before: ReadonlySet<string>, after: ReadonlySet<string>): FeedFault | undefined {
  const lost = [...before].filter((id) => !after.has(id)).length;
  if (lost <= alwaysAllowed || lost * 2 <= before.size) return undefined;
  return new FeedFault(
    'feed-loss',
    `The feed would take ${lost} of ${before.size} press releases off the site.`,
    'Look into the CMS: is it the right one, and is its content complete? If they are meant to go, run the command again with --accept-loss.',
  );
}
