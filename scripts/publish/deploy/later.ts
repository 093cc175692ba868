import { existsSync, mkdirSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { treeOf } from './drawn-tree.ts';
import { liveEdition } from './kept-editions.ts';
import { underLock } from './lock.ts';
import { layObject } from './objects.ts';
import { editionFolder, type Places } from './places.ts';
import type { Workplace } from './workplace.ts';

/**
 * What nobody waits for, the sitemap, is a tree of its own, made when an edition is live. The edition's uppermost folder
 * has links to its files, by way of one link that is switched.
 *
 * @param files relative to the site
 */
export function laterLinks(files: readonly string[]): [name: string, target: string][] {
  return files.map((file) => [file, `../../later/${file}`]);
}

/** The object of an edition's uppermost folder. */
export function rootOf(places: Places, generation: number): string {
  return path.basename(readlinkSync(path.join(editionFolder(places, generation), 'site')));
}

/** The object with what was made later for an edition; undefined where that was not made. */
export function laterOf(places: Places, generation: number): string | undefined {
  const link = linkIn(editionFolder(places, generation));
  return existsSync(link) ? path.basename(readlinkSync(link)) : undefined;
}

/** The object with what readers get of it. */
export function laterLive(places: Places): string | undefined {
  return existsSync(places.later) ? path.basename(readlinkSync(places.later)) : undefined;
}

/** Lets readers get what was made later for an edition, if that is the live one still. @param folder what was made */
export async function switchLater(places: Places, workplace: Workplace, generation: number, folder: string): Promise<void> {
  const { listing } = treeOf(places, { folder, gone: [] });
  await underLock(places, workplace.publisher, () => {
    if (liveEdition(places)?.generation !== generation) return;
    putLater(places, workplace.folder, generation, layObject(places, workplace.folder, listing));
  });
}

/** The same where the object is there. Whoever calls it holds the lock. */
export function putLater(places: Places, work: string, generation: number, object: string): void {
  replaceLink(work, places.later, `objects/${object}`);
  // Last: killed before it, what readers get already is made again.
  replaceLink(work, linkIn(editionFolder(places, generation)), `../../objects/${object}`);
}

function linkIn(edition: string): string {
  return path.join(edition, 'later');
}

function replaceLink(work: string, link: string, target: string): void {
  const made = path.join(work, 'link');
  mkdirSync(path.dirname(link), { recursive: true });
  rmSync(made, { force: true });
  symlinkSync(target, made);
  renameSync(made, link);
}
