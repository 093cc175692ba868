import { directoryTypes } from '@newsroom/shared/directory';
import { feedTypeNames } from '@newsroom/shared/feed';
import type { Language } from '@newsroom/shared/languages';
import type { SiteSettings } from '@newsroom/shared/site-settings';
import type { Database } from 'better-sqlite3';
import { DerivedRows } from './derived-rows.ts';
import { type AddressedVersion, type FallbackPage, fallbackPages } from './fallback-pages.ts';
import { findMissingTargets } from './missing-targets.ts';
import { shownDocuments, shownVersions } from './shown-documents.ts';
import { derivedIndexes, derivedTables } from './snapshot-tables.ts';

/**
 * Makes what queries need anew from all shown documents. No two versions may have one path. The caller holds the
 * transaction.
 */
export function deriveTables(database: Database, policy: SiteSettings['missingTranslations']): void {
  emptyTables(database);
  const rows = new DerivedRows(database);
  for (const type of feedTypeNames) for (const version of shownVersions(database, type)) rows.add(version);
  finishTables(database, rows, policy);
}

/** Makes the derived tables, without any row. Then come the rows of all versions, in whatever order. */
export function emptyTables(database: Database): void {
  for (const [name, create] of Object.entries(derivedTables)) {
    database.exec(`DROP TABLE IF EXISTS ${name}`);
    database.exec(create);
  }
}

/** Adds to the rows of all versions what hangs on all of them, and the indexes: sooner, each row would have to be put into them. */
export function finishTables(database: Database, rows: DerivedRows, policy: SiteSettings['missingTranslations']): void {
  for (const page of [...pagesOfDocuments(database, policy), ...pagesOfReleases(database, policy)]) rows.addFallback(page);
  for (const create of derivedIndexes) database.exec(create);
  findMissingTargets(database);
}

function pagesOfDocuments(database: Database, policy: SiteSettings['missingTranslations']): FallbackPage[] {
  const types = [...directoryTypes, 'page' as const];
  return types.flatMap((type) => [...shownDocuments(database, type)].flatMap((versions) => fallbackPages(versions, policy)));
}

/** From the rows of releases, since to read all texts once more takes long. */
function pagesOfReleases(database: Database, policy: SiteSettings['missingTranslations']): FallbackPage[] {
  const sql = 'SELECT id, language, month, slug FROM releases ORDER BY id, language';
  const rows = database.prepare<[], { id: string; language: Language; month: string; slug: string }>(sql).all();
  const versions = rows.map(
    ({ id, language, month, slug }): AddressedVersion => ({
      ...{ type: 'press-release', id, language },
      data: { slug, addressMonth: month },
    }),
  );
  return [...Map.groupBy(versions, ({ id }) => id).values()].flatMap((ofRelease) => fallbackPages(ofRelease, policy));
}
