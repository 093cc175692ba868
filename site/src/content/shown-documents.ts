import type { FeedEntry, FeedType } from '@newsroom/shared/feed';
import { defaultLanguage } from '@newsroom/shared/languages';
import type { SiteSettings } from '@newsroom/shared/site-settings';
import type { Database } from 'better-sqlite3';

/** A document, in all its languages. */
export interface DocumentKey {
  type: FeedType;
  id: string;
}

/** So many versions are read at a time: an archive never stands in memory as a whole. */
const stride = 500;

/** All shown documents of a type by id, each as its versions by language. */
export function* shownDocuments(database: Database, type: FeedType): Generator<FeedEntry[]> {
  let document: FeedEntry[] = [];
  for (const entry of shownVersions(database, type)) {
    if (document.length > 0 && document[0]?.id !== entry.id) {
      yield document;
      document = [];
    }
    document.push(entry);
  }
  if (document.length > 0) yield document;
}

/** The versions that are shown of a document, by language. */
export function shownVersionsOf(database: Database, { type, id }: DocumentKey): FeedEntry[] {
  const sql = 'SELECT * FROM documents WHERE type = ? AND id = ? ORDER BY language';
  return database.prepare<[string, string], Row>(sql).all(type, id).map(entryOf);
}

/** What the office wants done with what is not translated. */
export function missingTranslations(database: Database): SiteSettings['missingTranslations'] {
  const sql = "SELECT json_extract(data, '$.missingTranslations') FROM documents WHERE type = 'site-settings' AND language = ?";
  return database.prepare<[string], SiteSettings['missingTranslations']>(sql).pluck().get(defaultLanguage) ?? 'leave-out';
}

/** All shown versions of a type by id and language. */
export function* shownVersions(database: Database, type: FeedType): Generator<FeedEntry> {
  const next = database.prepare<[string, string, string], Row>(
    `SELECT * FROM documents WHERE type = ? AND (id, language) > (?, ?) ORDER BY id, language LIMIT ${stride}`,
  );
  let last = { id: '', language: '' };
  for (;;) {
    const rows = next.all(type, last.id, last.language);
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
