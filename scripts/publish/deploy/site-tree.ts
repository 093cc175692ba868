import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What stands in one folder, by the names of its members. */
export interface Listing {
  files: ReadonlyMap<string, FileBytes>;
  /** The folders within, by the hash of what they hold. */
  folders: ReadonlyMap<string, string>;
  /** Where links lead. */
  links: ReadonlyMap<string, string>;
}

/** A file's bytes: another file that can be linked to, or a text. */
export type FileBytes = { sha256: string } & ({ kind: 'file'; file: string } | { kind: 'text'; text: string });

/** A folder with all that is below it. */
export interface Tree {
  listing: Listing;
  within: readonly Tree[];
}

/** Reads a drawn folder. @param leave names of folders at its top to leave out */
export function readTree(folder: string, leave: readonly string[] = []): Tree {
  const files = new Map<string, FileBytes>();
  const folders = new Map<string, string>();
  const within: Tree[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name);
    if (!entry.isDirectory()) files.set(entry.name, fileBytes(place));
    else if (!leave.includes(entry.name)) {
      const tree = readTree(place);
      folders.set(entry.name, nameOf(tree.listing));
      within.push(tree);
    }
  }
  return { listing: { files, folders, links: new Map() }, within };
}

/** The hash of what a folder holds, as 64 hexadecimal digits: equal names, equal folders. */
export function nameOf({ files, folders, links }: Listing): string {
  const rows = [
    ...[...files].map(([name, bytes]) => [name, 'file', bytes.sha256]),
    ...[...folders].map(([name, object]) => [name, 'folder', object]),
    ...[...links].map(([name, target]) => [name, 'link', target]),
  ];
  return sha256(JSON.stringify(rows.toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1))));
}

/** The bytes of a file that is there. */
export function fileBytes(file: string): FileBytes {
  return { kind: 'file', file, sha256: sha256(readFileSync(file)) };
}

export function textBytes(text: string): FileBytes {
  return { kind: 'text', text, sha256: sha256(text) };
}

function sha256(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
