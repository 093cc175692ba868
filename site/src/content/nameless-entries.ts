import { adminAddress } from '@newsroom/shared/admin-address';
import { directoryNames, directoryTypes } from '@newsroom/shared/directory';
import type { Language } from '@newsroom/shared/languages';
import type { Database } from 'better-sqlite3';
import { FeedFault } from './feed-fault.ts';
import type { Finding } from './verdict.ts';

/**
 * The versions of documents of the directory that have a name and an address in no language: no page could show them.
 * Those that came since the settled state are named, or one, where none of them did: then what went was the name.
 */
export function namelessEntries(database: Database, admin: string): Finding[] {
  return directoryTypes.flatMap((type) => {
    const name = directoryNames[type];
    const sql = `SELECT id, json_extract(data, '$.sourceLanguage') AS source FROM documents WHERE type = ?
      GROUP BY id HAVING max(json_extract(data, '$.${name}') IS NOT NULL AND json_extract(data, '$.slug') IS NOT NULL) = 0`;
    const found = database.prepare<[string], { id: string; source: Language }>(sql).all(type);
    return found.flatMap(({ id, source }) => {
      const what = `in no language has it both the field "${name}" and the field "slug"`;
      const address = adminAddress(admin, type, id, source);
      const hint = `Mend it at ${address} and publish or save it again.`;
      return versionsAtFault(database, type, id).map((language) => ({
        key: { type, id, language },
        fault: { kind: 'contract' as const, what },
        refusal: new FeedFault('entry-contract', `${type} ${id}: ${what}.`, hint),
        bearable: true,
      }));
    });
  });
}

function versionsAtFault(database: Database, type: string, id: string): Language[] {
  const sql = `SELECT language, kept.seq IS NOT NULL AND kept.fault IS NULL AS came FROM documents
    LEFT JOIN kept USING (type, id, language) WHERE type = ? AND id = ? ORDER BY language`;
  const rows = database.prepare<[string, string], { language: Language; came: 0 | 1 }>(sql).all(type, id);
  const came = rows.filter((row) => row.came);
  return (came.length > 0 ? came : rows.slice(0, 1)).map(({ language }) => language);
}
