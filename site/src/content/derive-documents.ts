import type { FeedType } from '@newsroom/shared/feed';
import { isLanguage, languages } from '@newsroom/shared/languages';
import type { SiteSettings } from '@newsroom/shared/site-settings';
import type { Database } from 'better-sqlite3';
import type { DerivedRows, DocumentRows } from './derived-rows.ts';
import { documentName } from './document-name.ts';
import { fallbackPages } from './fallback-pages.ts';
import { renewMissingTargets } from './missing-targets.ts';
import { ownPath } from './own-path.ts';
import { type DocumentKey, shownVersionsOf } from './shown-documents.ts';

/** A document that was derived, with the rows that it had. */
export type Derived = DocumentKey & { rows: DocumentRows };

/**
 * Brings the derived tables up to the shown versions of these documents. The tables are then as `deriveTables` would
 * make them, if they were so for all other documents.
 *
 * A document wins or loses an address by what others do: those that want one which these documents have, had or want are
 * derived with them. It may be a page of what is not translated, or, where two versions came in with one address and one of
 * them was held since, the address of the other.
 *
 * @returns all that were derived
 */
export function deriveDocuments(
  database: Database,
  rows: DerivedRows,
  changed: readonly DocumentKey[],
  policy: SiteSettings['missingTranslations'],
): Derived[] {
  const read = (key: DocumentKey) => {
    const versions = shownVersionsOf(database, key);
    return { key, versions, fallbacks: fallbackPages(versions, policy), before: rows.of(key.type, key.id) };
  };
  const ofChanged = changed.map(read);
  const paths = ofChanged.flatMap(({ versions, fallbacks, before }) => [
    ...versions.flatMap(({ type, language, data }) => ownPath(type, language, data) ?? []),
    ...fallbacks.map(({ path }) => path),
    ...before.addresses.map(({ path }) => path),
  ]);
  const documents = [...ofChanged, ...rivals(database, paths, changed).map(read)].toSorted(byTypeThenId);
  for (const { key } of documents) rows.remove(key.type, key.id);
  for (const { versions } of documents) for (const version of versions) rows.add(version);
  for (const { fallbacks } of documents) for (const page of fallbacks) rows.addFallback(page);
  const derived = documents.map(({ key, before }) => ({ ...key, rows: before }));
  const after = documents.map(({ key }) => rows.of(key.type, key.id));
  const targets = [...changed, ...[...derived.map(({ rows }) => rows), ...after].flatMap(targetsOf)];
  renewMissingTargets(database, new Map(targets.map((target) => [documentName(target), target])).values());
  return derived;
}

/** The other documents that have a version at one of these paths, in whatever language: they may want the path. */
function rivals(database: Database, paths: readonly string[], without: readonly DocumentKey[]): DocumentKey[] {
  const at = database.prepare<[string], DocumentKey>('SELECT type, id FROM documents WHERE path = ?');
  const known = new Set(without.map(documentName));
  const found = [...new Set(paths.flatMap(inAllLanguages))]
    .flatMap((path) => at.all(path))
    .filter((key) => !known.has(documentName(key)));
  return [...new Map(found.map((key) => [documentName(key), key])).values()];
}

/** The same address in all languages. @example '/en/pages/a/' // => ['/kk/pages/a/', '/ru/pages/a/', '/en/pages/a/'] */
function inAllLanguages(path: string): string[] {
  const [, language, ...rest] = path.split('/');
  return isLanguage(language) ? languages.map((other) => ['', other, ...rest].join('/')) : [];
}

function targetsOf({ relations, accreditations }: DocumentRows): DocumentKey[] {
  const target = (type: FeedType, id: string | null) => (id === null ? [] : [{ type, id }]);
  return [
    ...relations.map(({ type, target: id }) => ({ type, id })),
    ...accreditations.flatMap(({ event, delegation, organisation }) => [
      ...target('event', event),
      ...target('delegation', delegation),
      ...target('observer-organisation', organisation),
    ]),
  ];
}

function byTypeThenId({ key: a }: { key: DocumentKey }, { key: b }: { key: DocumentKey }): number {
  return compare(a.type, b.type) || compare(a.id, b.id);
}

/** As SQLite orders identifiers, which are ASCII. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
