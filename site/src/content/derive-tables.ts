import type { SiteSettings } from '@newsroom/shared/site-settings';
import type { Database } from 'better-sqlite3';
import { DerivedRows } from './derived-rows.ts';
import { fallbackPages } from './fallback-pages.ts';
import { findMissingTargets } from './missing-targets.ts';
import { shownDocuments } from './shown-documents.ts';
import { derivedIndexes, derivedTables } from './snapshot-tables.ts';

/**
 * Makes what queries need anew from all shown documents. No two versions may have one path. The caller holds the
 * transaction.
 */
export function deriveTables(database: Database, policy: SiteSettings['missingTranslations']): void {
  for (const [name, create] of Object.entries(derivedTables)) {
    database.exec(`DROP TABLE IF EXISTS ${name}`);
    database.exec(create);
  }
  const rows = new DerivedRows(database);
  const fallbacks = [];
  for (const versions of shownDocuments(database)) {
    for (const version of versions) rows.add(version);
    fallbacks.push(...fallbackPages(versions, policy));
  }
  for (const page of fallbacks) rows.addFallback(page);
  // Sooner they would have to be kept in order with every row.
  for (const create of derivedIndexes) database.exec(create);
  findMissingTargets(database);
}
