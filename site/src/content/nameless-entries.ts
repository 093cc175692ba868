import { adminAddress } from '@newsroom/shared/admin-address';
import { directoryNames, directoryTypes } from '@newsroom/shared/directory';
import type { FeedHeader } from '@newsroom/shared/feed';
import type { Language } from '@newsroom/shared/languages';
import type { Database } from 'better-sqlite3';
import { FeedFault } from './feed-fault.ts';

/** The faults of documents of the directory that have a name and an address in no language: no page could show them. */
export function namelessEntries(database: Database, header: FeedHeader): FeedFault[] {
  return directoryTypes.flatMap((type) => {
    const name = directoryNames[type];
    const sql = `SELECT id, json_extract(data, '$.sourceLanguage') AS language FROM documents WHERE type = ?
      GROUP BY id HAVING max(json_extract(data, '$.${name}') IS NOT NULL AND json_extract(data, '$.slug') IS NOT NULL) = 0`;
    const found = database.prepare<[string], { id: string; language: Language }>(sql).all(type);
    return found.map(({ id, language }) => {
      const message = `${type} ${id}: in no language has it both the field "${name}" and the field "slug".`;
      const address = adminAddress(header.admin, type, id, language);
      return new FeedFault('entry-contract', message, `Mend it at ${address} and publish or save it again.`);
    });
  });
}
