import type { Database } from 'better-sqlite3';
import type { DocumentKey } from './shown-documents.ts';

/** All relations, each with what it leads to. */
const named = `SELECT type, target FROM relations
  UNION ALL SELECT 'event', event FROM accreditations
  UNION ALL SELECT 'delegation', delegation FROM accreditations WHERE delegation IS NOT NULL
  UNION ALL SELECT 'observer-organisation', organisation FROM accreditations WHERE organisation IS NOT NULL`;

const isMissing = 'NOT EXISTS (SELECT 1 FROM documents WHERE documents.type = named.type AND documents.id = named.target)';

/** Notes all targets of relations that are not there, in an empty table. */
export function findMissingTargets(database: Database): void {
  database.exec(`INSERT INTO missing_targets SELECT type, target, relations
    FROM (SELECT type, target, count(*) AS relations FROM (${named}) GROUP BY type, target) AS named WHERE ${isMissing}`);
}

/** Looks again whether these are there, and how many relations lead to them. */
export function renewMissingTargets(database: Database, targets: Iterable<DocumentKey>): void {
  const forget = database.prepare<[string, string]>('DELETE FROM missing_targets WHERE type = ? AND target = ?');
  const note = database.prepare<{ type: string; id: string }>(`INSERT INTO missing_targets SELECT type, target, count(*)
    FROM (
      SELECT type, target FROM relations WHERE type = @type AND target = @id
      UNION ALL SELECT 'event', event FROM accreditations WHERE @type = 'event' AND event = @id
      UNION ALL SELECT 'delegation', delegation FROM accreditations WHERE @type = 'delegation' AND delegation = @id
      UNION ALL SELECT 'observer-organisation', organisation FROM accreditations
        WHERE @type = 'observer-organisation' AND organisation = @id
    ) AS named WHERE ${isMissing} GROUP BY type, target`);
  for (const { type, id } of targets) {
    forget.run(type, id);
    note.run({ type, id });
  }
}

/** How many relations lead to what is not there. */
export function countMissingTargets(database: Database): number {
  return database.prepare<[], number | null>('SELECT sum(relations) FROM missing_targets').pluck().get() ?? 0;
}
