import path from 'node:path';

/** Where editions lie below one folder. All of it is on one file system, so that everything can be moved by a rename. */
export interface Places {
  root: string;
  /** Folders of editions that never change, each named by the hash of what it holds. */
  objects: string;
  /** One folder a kept edition, named by its generation. */
  editions: string;
  /** Files that are named by what they hold: outside editions, so that a page read before a switch finds them after it. */
  assets: string;
  /** Media that only older editions name: out of readers' reach, there for a rollback. */
  shelved: string;
  /** The link to what readers get. */
  live: string;
  /** The link to what of it is made later. */
  later: string;
  /** Where runs do their work, each in a folder of its own. */
  work: string;
  /** Held by whoever switches. */
  lock: string;
  /** Says who that is. */
  lockHolder: string;
  /** Which run may go on. */
  mark: string;
}

export function placesIn(root: string): Places {
  const below = (name: string) => path.join(root, name);
  return {
    root,
    objects: below('objects'),
    editions: below('editions'),
    assets: below('assets'),
    shelved: below('shelved'),
    live: below('live'),
    later: below('later'),
    work: below('work'),
    lock: below('switch.lock'),
    lockHolder: below('switch.holder'),
    mark: below('run.mark'),
  };
}

/** The folders of a drawn site whose files are named by what they hold. */
export const assetFolders = ['_astro', 'media'] as const;

/** The folder of an edition. */
export function editionFolder(places: Places, generation: number): string {
  return path.join(places.editions, String(generation));
}
