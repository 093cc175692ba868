import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../../machine/files-below.ts';
import { assetsOf } from './edition-assets.ts';
import { foldersOfEditions, keptEditions } from './kept-editions.ts';
import { laterLive, laterOf, rootOf } from './later.ts';
import { readObject } from './objects.ts';
import { editionFolder, type Places } from './places.ts';

/** How many editions can be brought back, the live one included. */
const kept = 10;

/** How long media of an edition that was replaced can still be had, in milliseconds: somebody is reading that page. */
const afterReplacement = 15 * 60_000;

/**
 * Removes what no edition needs: editions but the last ten, objects that none of those names, media that readers have
 * no page for any more. Whoever calls it holds the lock.
 *
 * @param now the time, in milliseconds
 */
export function sweep(places: Places, work: string, now: number): void {
  dropOldEditions(places, work);
  dropUnusedObjects(places, work);
  shelveUnusedMedia(places, work, now);
}

function dropOldEditions(places: Places, work: string): void {
  const stay = new Set(
    keptEditions(places)
      .slice(0, kept)
      .map(({ generation }) => generation),
  );
  for (const generation of foldersOfEditions(places)) if (!stay.has(generation)) discard(work, editionFolder(places, generation));
}

function dropUnusedObjects(places: Places, work: string): void {
  const used = new Set<string>();
  const visit = (object: string) => {
    if (used.has(object)) return;
    used.add(object);
    for (const within of foldersOf(places, object)) visit(within);
  };
  for (const { generation } of keptEditions(places)) {
    visit(rootOf(places, generation));
    used.add(laterOf(places, generation) ?? '');
  }
  used.add(laterLive(places) ?? '');
  for (const object of existsSync(places.objects) ? readdirSync(places.objects) : []) {
    if (used.has(object)) continue;
    discard(work, path.join(places.objects, object));
    knownFolders.delete(path.join(places.objects, object));
  }
}

/** Objects never change, so that a publisher who goes on need not read them again. */
const knownFolders = new Map<string, readonly string[]>();

function foldersOf(places: Places, object: string): readonly string[] {
  const name = path.join(places.objects, object);
  const known = knownFolders.get(name) ?? [...readObject(places, object).folders.values()];
  knownFolders.set(name, known);
  return known;
}

/** Media that only older editions name goes out of readers' reach, and comes back with a rollback. */
function shelveUnusedMedia(places: Places, work: string, now: number): void {
  const editions = keptEditions(places);
  const within = (generations: typeof editions) => new Set(generations.flatMap(({ generation }) => assetsOf(places, generation)));
  const shown = within(
    editions.filter((_, index) => index === 0 || now - Date.parse(editions[index - 1]?.at ?? '') < afterReplacement),
  );
  const needed = within(editions);
  for (const file of mediaBelow(places.assets)) {
    if (shown.has(file)) continue;
    if (needed.has(file)) move(path.join(places.assets, file), path.join(places.shelved, file));
    else discard(work, path.join(places.assets, file));
  }
  for (const file of mediaBelow(places.shelved)) if (!needed.has(file)) discard(work, path.join(places.shelved, file));
}

function mediaBelow(folder: string): string[] {
  return existsSync(path.join(folder, 'media')) ? filesBelow(folder, 'media') : [];
}

/** Away in one step, and then to pieces: whatever is half removed is nobody's. */
function discard(work: string, place: string): void {
  const gone = path.join(work, 'discarded');
  rmSync(gone, { recursive: true, force: true });
  renameSync(place, gone);
  rmSync(gone, { recursive: true, force: true });
}

function move(from: string, to: string): void {
  mkdirSync(path.dirname(to), { recursive: true });
  renameSync(from, to);
}
