import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type ObjectMembers, readObject } from './objects.ts';
import type { Places } from './places.ts';

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

/** What a tree of folders is made of: drawn files, and those of an edition that they change. */
export interface Drawing {
  /** The drawn files, in their folders; what is no folder holds none. */
  folder: string;
  /** The object whose files stay where none is drawn, or gone; undefined: there is none. */
  base?: string | undefined;
  /** Files of that object that are no more, relative to it. */
  gone: readonly string[];
  /** Names at the top that are left out, drawn or not. */
  leave?: readonly string[];
}

/** A site's folders: only those on the way to what is another are read, the others are named. */
export function treeOf(places: Places, { folder, base, gone, leave = [] }: Drawing): Tree {
  const [drawn, before] = [drawnIn(folder), base === undefined ? noMembers : readObject(places, base)];
  const goneHere = Map.groupBy(gone, (file) => file.split('/')[0] ?? '');
  const stays = (name: string) => !leave.includes(name);
  const files = new Map<string, FileBytes>();
  for (const name of before.files) if (stays(name) && !goneHere.has(name)) files.set(name, fileBytes(path.join(places.objects, base ?? '', name)));
  for (const name of drawn.files) if (stays(name)) files.set(name, fileBytes(path.join(folder, name)));
  const folders = new Map<string, string>();
  const within: Tree[] = [];
  for (const name of new Set([...before.folders.keys(), ...drawn.folders])) {
    const object = before.folders.get(name);
    if (!stays(name)) continue;
    if (object !== undefined && !drawn.folders.includes(name) && !goneHere.has(name)) {
      folders.set(name, object);
      continue;
    }
    const goneWithin = (goneHere.get(name) ?? []).map((file) => file.slice(name.length + 1));
    const tree = treeOf(places, { folder: path.join(folder, name), base: object, gone: goneWithin });
    if (isEmpty(tree.listing)) continue;
    folders.set(name, nameOf(tree.listing));
    within.push(tree);
  }
  return { listing: { files, folders, links: new Map() }, within };
}

const noMembers: ObjectMembers = { files: [], folders: new Map(), links: new Map() };

function drawnIn(folder: string): { files: string[]; folders: string[] } {
  if (!existsSync(folder)) return { files: [], folders: [] };
  const entries = readdirSync(folder, { withFileTypes: true });
  const names = (isFolder: boolean) => entries.flatMap((entry) => (entry.isDirectory() === isFolder ? [entry.name] : []));
  return { files: names(false), folders: names(true) };
}

function isEmpty({ files, folders, links }: Listing): boolean {
  return files.size + folders.size + links.size === 0;
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
