import { type DirectoryType, directoryTypes } from '@newsroom/shared/directory';
import { type Language, languages } from '@newsroom/shared/languages';
import { releasePath } from '@newsroom/shared/permalink';
import type { SiteSettings } from '@newsroom/shared/site-settings';
import type { Database } from 'better-sqlite3';
import { type DirectoryVersion, hasTexts, sourceOf } from './directory-entry.ts';
import { sluggedPath } from './document-path.ts';

/**
 * Gives what is not translated its pages in the other languages, at the slug of the text that is shown there. An
 * address that a translated document has stays with that one.
 *
 * @returns how many pages found their address taken, and are left out
 */
export function addFallbackPages(database: Database, policy: SiteSettings['missingTranslations']): number {
  const directory = directoryTypes.reduce((taken, type) => taken + addDirectoryPages(database, type), 0);
  return directory + (policy === 'show' ? addReleasePages(database) + addStaticPages(database) : 0);
}

/** A document of the directory has a page in every language. */
function addDirectoryPages<T extends DirectoryType>(database: Database, type: T): number {
  const rows = database
    .prepare<[string], { id: string; language: Language; data: string }>(
      'SELECT id, language, data FROM documents WHERE type = ? ORDER BY id, language',
    )
    .all(type);
  const versions = rows.map((row): DirectoryVersion<T> => ({ ...row, type, at: '', data: JSON.parse(row.data) }));
  const add = database.prepare('INSERT OR IGNORE INTO addresses VALUES (?, ?, ?, ?, ?)');
  let taken = 0;
  for (const [id, ofDocument] of Map.groupBy(versions, (version) => version.id)) {
    const source = sourceOf(ofDocument);
    if (source?.data.slug == null) continue; // a fault, which `namelessEntries` tells
    for (const language of languages) {
      const own = ofDocument.find((version) => version.language === language);
      if (own?.data.slug != null) continue;
      const textLanguage = own !== undefined && hasTexts(type, own.data) ? language : source.language;
      const path = sluggedPath(type, language, source.data.slug);
      if (add.run(path, type, id, language, textLanguage).changes === 0) taken += 1;
    }
  }
  return taken;
}

/** A release has a page in every language, with the text of the first language of the site that it has. */
function addReleasePages(database: Database): number {
  const rows = database
    .prepare<[], { id: string; language: Language; month: string; slug: string }>(
      'SELECT id, language, month, slug FROM releases ORDER BY id',
    )
    .all();
  const addAddress = database.prepare("INSERT OR IGNORE INTO addresses VALUES (?, 'press-release', ?, ?, ?)");
  const addRelease = database.prepare<{ language: Language; id: string; original: Language }>(
    `INSERT INTO releases SELECT @language, id, text_language, at, month, slug, released_at, public_since, corrected, withdrawn
      FROM releases WHERE id = @id AND language = @original`,
  );
  const addRelations = database.prepare<{ language: Language; id: string; original: Language }>(
    `INSERT INTO relations SELECT release, @language, type, target, position, released_at
      FROM relations WHERE release = @id AND language = @original`,
  );
  let taken = 0;
  for (const [id, versions] of Map.groupBy(rows, (row) => row.id)) {
    const original = languages.flatMap((language) => versions.find((version) => version.language === language) ?? [])[0];
    if (original === undefined) continue;
    for (const language of languages.filter((other) => !versions.some((version) => version.language === other))) {
      const path = releasePath(language, original.month, original.slug);
      if (addAddress.run(path, id, language, original.language).changes === 0) {
        taken += 1;
        continue;
      }
      addRelease.run({ language, id, original: original.language });
      addRelations.run({ language, id, original: original.language });
    }
  }
  return taken;
}

/** A page that stands still has its page in every language, with the text of the first language of the site that it has. */
function addStaticPages(database: Database): number {
  const rows = database
    .prepare<[], { id: string; language: Language; slug: string }>(
      "SELECT id, language, json_extract(data, '$.slug') AS slug FROM documents WHERE type = 'page' ORDER BY id",
    )
    .all();
  const add = database.prepare("INSERT OR IGNORE INTO addresses VALUES (?, 'page', ?, ?, ?)");
  let taken = 0;
  for (const [id, versions] of Map.groupBy(rows, (row) => row.id)) {
    const original = languages.flatMap((language) => versions.find((version) => version.language === language) ?? [])[0];
    if (original === undefined) continue;
    for (const language of languages.filter((other) => !versions.some((version) => version.language === other))) {
      if (add.run(sluggedPath('page', language, original.slug), id, language, original.language).changes === 0) taken += 1;
    }
  }
  return taken;
}
