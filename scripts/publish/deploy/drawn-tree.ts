import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type ObjectMembers, readObject } from './objects.ts';
import type { Places } from './places.ts';
import { type FileBytes, fileBytes, type Listing, nameOf, type Tree } from './site-tree.ts';

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
  for (const name of before.files)
    if (stays(name) && !goneHere.has(name)) files.set(name, fileBytes(path.join(places.objects, base ?? '', name)));
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
