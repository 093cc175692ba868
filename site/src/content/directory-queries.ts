import type { DirectoryType } from '@newsroom/shared/directory';
import { type Language, languages } from '@newsroom/shared/languages';
import { type DirectoryVersion, type Entry, resolveEntry } from './directory-entry.ts';
import type { AddressedType } from './document-path.ts';
import { Queries } from './queries.ts';
import { readKeys } from './read-keys.ts';

/** What is asked of the addresses of documents, and of the directory. */
export class DirectoryQueries extends Queries {
  /** Where a document has pages of its own texts, by language, in the site's order of languages. */
  paths(type: AddressedType, id: string): Partial<Record<Language, string>> {
    return pathsOf(this.addressesOf(type, id).filter(({ language, textLanguage }) => language === textLanguage));
  }

  /** Where a document has pages, those that show another language's texts included. */
  allPaths(type: AddressedType, id: string): Partial<Record<Language, string>> {
    return pathsOf(this.addressesOf(type, id));
  }

  /** A document of the directory as pages in a language show it; undefined where it is not published. */
  entry<T extends DirectoryType>(type: T, id: string, language: Language): Entry<T> | undefined {
    return this.once(`entry ${type} ${id} ${language}`, () => {
      this.read(readKeys.document(type, id));
      const rows = this.all<Row>('SELECT * FROM documents WHERE type = ? AND id = ?', type, id);
      const versions = rows.map((row): DirectoryVersion<T> => ({ ...row, type, data: JSON.parse(row.data) }));
      return versions.length === 0 ? undefined : resolveEntry(versions, language, this.allPaths(type, id));
    });
  }

  /** The document of the directory at an address. */
  entryAt<T extends DirectoryType>(type: T, path: string): Entry<T> | undefined {
    const [found] = this.all<FoundAddress>('SELECT id, language FROM addresses WHERE path = ? AND type = ?', path, type);
    return found && this.entry(type, found.id, found.language);
  }

  /** Every document of a type, as pages in a language show it. */
  directory<T extends DirectoryType>(type: T, language: Language): Entry<T>[] {
    this.read(readKeys.directory(type));
    return this.directoryIds(type).flatMap((id) => this.entry(type, id, language) ?? []);
  }

  /** The documents of a type. */
  directoryIds(type: DirectoryType): string[] {
    this.read(readKeys.directory(type));
    const sql = 'SELECT DISTINCT id FROM documents WHERE type = ? ORDER BY id';
    return this.all<{ id: string }>(sql, type).map(({ id }) => id);
  }

  /** The document as the page in a language shows it that it has there: none where another one has its address. */
  entryWithPage<T extends DirectoryType>(type: T, id: string, language: Language): Entry<T> | undefined {
    const entry = this.entry(type, id, language);
    return entry !== undefined && this.allPaths(type, id)[language] === entry.path ? entry : undefined;
  }

  /** A document's addresses, in the site's order of languages. */
  protected addressesOf(type: AddressedType, id: string): readonly Address[] {
    return this.once(`addresses ${type} ${id}`, () => {
      this.read(readKeys.document(type, id));
      const sql = 'SELECT path, language, text_language AS textLanguage FROM addresses WHERE type = ? AND id = ?';
      const found = this.all<Address>(sql, type, id);
      return languages.flatMap((language) => found.find((address) => address.language === language) ?? []);
    });
  }
}

function pathsOf(addresses: readonly Address[]): Partial<Record<Language, string>> {
  return Object.fromEntries(addresses.map(({ language, path }) => [language, path]));
}

interface Row {
  id: string;
  language: Language;
  at: string;
  data: string;
}

/** Where a document has a page in a language, and in which language its text is. */
export interface Address {
  path: string;
  language: Language;
  textLanguage: Language;
}

interface FoundAddress {
  id: string;
  language: Language;
}
