import type { FeedEntry } from '@newsroom/shared/feed';
import { defaultLanguage } from '@newsroom/shared/languages';
import type { SiteSettings } from '@newsroom/shared/site-settings';
import type { Database } from 'better-sqlite3';
import { DerivedRows } from './derived-rows.ts';
import { addFallbackPages } from './fallback-pages.ts';
import { derivedIndexes, derivedTables } from './snapshot-tables.ts';

/** So many versions are read at a time: an archive never stands in memory as a whole. */
const stride = 500;

/**
 * Makes what queries need anew from the shown versions, always in the same order, so that equal versions give equal
 * tables. No two versions may have one path. The caller holds the transaction.
 *
 * @returns how many pages of what is not translated found their address taken, and are left out
 */
export function deriveTables(database: Database): number {
  for (const [name, create] of Object.entries(derivedTables)) {
    database.exec(`DROP TABLE IF EXISTS ${name}`);
    database.exec(create);
  }
  for (const create of derivedIndexes) database.exec(create);
  const rows = new DerivedRows(database);
  for (const entry of shownVersions(database)) rows.add(entry);
  return addFallbackPages(database, missingTranslations(database));
}

/** The versions that are shown, by type, id and language. */
function* shownVersions(database: Database): Generator<FeedEntry> {
  const next = database.prepare<[string, string, string], Row>(
    `SELECT * FROM documents WHERE (type, id, language) > (?, ?, ?) ORDER BY type, id, language LIMIT ${stride}`,
  );
  let last = { type: '', id: '', language: '' };
  for (;;) {
    const rows = next.all(last.type, last.id, last.language);
    for (const row of rows) yield entryOf(row);
    const end = rows.at(-1);
    if (end === undefined) return;
    last = end;
  }
}

interface Row {
  type: string;
  id: string;
  language: string;
  seq: number;
  at: string;
  data: string;
}

function entryOf({ type, id, language, seq, at, data }: Row): FeedEntry {
  // It kept its contract when it was taken in.
  return { type, id, language: language === '' ? null : language, seq, at, data: JSON.parse(data) } as FeedEntry;
}

function missingTranslations(database: Database): SiteSettings['missingTranslations'] {
  const sql = "SELECT json_extract(data, '$.missingTranslations') FROM documents WHERE type = 'site-settings' AND language = ?";
  return database.prepare<[string], SiteSettings['missingTranslations']>(sql).pluck().get(defaultLanguage) ?? 'leave-out';
}
