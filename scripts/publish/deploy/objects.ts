import { existsSync, mkdirSync, readdirSync, readlinkSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { linkOrCopy } from './link-or-copy.ts';
import type { Places } from './places.ts';
import { type Listing, nameOf, type Tree } from './site-tree.ts';

/**
 * Makes every folder of some trees an object, unless there is one of that name. Done again, it makes what was deleted
 * meanwhile as unused: between a look at an object and its use, nobody else may hold the lock.
 */
export function layTrees(places: Places, work: string, trees: readonly Tree[]): void {
  for (const { listing, within } of trees) {
    layTrees(places, work, within);
    layObject(places, work, listing);
  }
}

/**
 * Makes one folder an object, and gives its name. It is there whole or not at all: it is made in the work folder, and
 * moved. Files are linked, so that nothing lies on the disk twice.
 */
export function layObject(places: Places, work: string, listing: Listing): string {
  const name = nameOf(listing);
  const object = path.join(places.objects, name);
  if (existsSync(object)) return name;
  const unfinished = path.join(work, 'object');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  for (const [file, bytes] of listing.files) {
    const target = path.join(unfinished, file);
    if (bytes.kind === 'text') writeFileSync(target, bytes.text);
    else linkOrCopy(bytes.file, target);
  }
  for (const [folder, within] of listing.folders) symlinkSync(`../${within}`, path.join(unfinished, folder));
  for (const [link, target] of listing.links) symlinkSync(target, path.join(unfinished, link));
  mkdirSync(places.objects, { recursive: true });
  moveUnlessThere(unfinished, object);
  return name;
}

/** What an object holds: names of files, names of the objects within, and other links. */
export interface ObjectMembers {
  files: string[];
  folders: Map<string, string>;
  links: Map<string, string>;
}

export function readObject(places: Places, name: string): ObjectMembers {
  const folder = path.join(places.objects, name);
  const members: ObjectMembers = { files: [], folders: new Map(), links: new Map() };
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isSymbolicLink()) {
      members.files.push(entry.name);
      continue;
    }
    const target = readlinkSync(path.join(folder, entry.name));
    const object = /^\.\.\/([0-9a-f]{64})$/.exec(target)?.[1];
    if (object === undefined) members.links.set(entry.name, target);
    else members.folders.set(entry.name, object);
  }
  return members;
}

/** Another publisher may have made the same object; its work is as good. */
function moveUnlessThere(unfinished: string, object: string): void {
  try {
    renameSync(unfinished, object);
  } catch (error) {
    if (!existsSync(object)) throw error;
    rmSync(unfinished, { recursive: true, force: true });
  }
}
