import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

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
