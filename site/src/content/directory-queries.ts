import type { DirectoryType } from '@newsroom/shared/directory';
import { type Language, languages } from '@newsroom/shared/languages';
import { type DirectoryVersion, type Entry, resolveEntry } from './directory-entry.ts';
import type { AddressedType } from './document-path.ts';
import { Queries } from './queries.ts';

/** What is asked of the addresses of documents, and of the directory. */
export class DirectoryQueries extends Queries {
  /** Where a document has pages of its own texts, by language, in the site's order of languages. */
  paths(type: AddressedType, id: string): Partial<Record<Language, string>> {
    return this.#paths(type, id, 'AND language = text_language');
  }

  /** Where a document has pages, those that show another language's texts included. */
  allPaths(type: AddressedType, id: string): Partial<Record<Language, string>> {
    return this.#paths(type, id, '');
  }

  /** A document of the directory as pages in a language show it; undefined where it is not published. */
  entry<T extends DirectoryType>(type: T, id: string, language: Language): Entry<T> | undefined {
    return this.once(`entry ${type} ${id} ${language}`, () => {
      const rows = this.all<Row>('SELECT * FROM documents WHERE type = ? AND id = ?', type, id);
      const versions = rows.map((row): DirectoryVersion<T> => ({ ...row, type, data: JSON.parse(row.data) }));
      return versions.length === 0 ? undefined : resolveEntry(versions, language, this.allPaths(type, id));
    });
  }

  /** The document of the directory at an address. */
  entryAt<T extends DirectoryType>(type: T, path: string): Entry<T> | undefined {
    const [found] = this.all<Address>('SELECT * FROM addresses WHERE path = ? AND type = ?', path, type);
    return found && this.entry(type, found.id, found.language);
  }

  /** Every document of a type, as pages in a language show it. */
  directory<T extends DirectoryType>(type: T, language: Language): Entry<T>[] {
    const ids = this.all<{ id: string }>('SELECT DISTINCT id FROM documents WHERE type = ? ORDER BY id', type);
    return ids.flatMap(({ id }) => this.entry(type, id, language) ?? []);
  }

  /** The documents of a type that have a page in a language: all, unless another one has their address. */
  entriesWithPage<T extends DirectoryType>(type: T, language: Language): Entry<T>[] {
    return this.directory(type, language).filter(({ id, path }) => this.allPaths(type, id)[language] === path);
  }

  #paths(type: AddressedType, id: string, which: string): Partial<Record<Language, string>> {
    const found = this.all<Address>(`SELECT * FROM addresses WHERE type = ? AND id = ? ${which}`, type, id);
    const inOrder = languages.flatMap((language) => found.find((address) => address.language === language) ?? []);
    return Object.fromEntries(inOrder.map(({ language, path }) => [language, path]));
  }
}

interface Row {
  id: string;
  language: Language;
  at: string;
  data: string;
}

interface Address {
  path: string;
  id: string;
  language: Language;
}
