import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { HeldVersion } from '@newsroom/shared/document-fault';
import { type Edition, editionPath } from '@newsroom/shared/edition';
import { assetListIn } from './edition-assets.ts';
import { type EditionFacts, editionText } from './edition-text.ts';
import { liveEdition } from './kept-editions.ts';
import { laterLinks, putLater } from './later.ts';
import { layObject } from './objects.ts';
import { assetFolders, editionFolder, type Places } from './places.ts';
import { type Listing, textBytes } from './site-tree.ts';
import { sweep } from './sweep.ts';
import type { Workplace } from './workplace.ts';

/** All that an edition consists of, laid on the disk but for the folder that says which edition it is. */
export interface ReadyEdition {
  facts: EditionFacts;
  held: readonly HeldVersion[];
  /** The site's uppermost folder, without `edition.json`. */
  top: Listing;
  assets: readonly string[];
  /** The files of the sitemap, relative to the site: links lead to them, wherever they are made. */
  sitemap: readonly string[];
  /** The object with the sitemap, where it is made already. */
  later?: string | undefined;
}

/**
 * Makes an edition the live one, in one step that readers can see: the rename of a link. Whoever calls it holds the
 * lock. Killed before that step, it leaves the old edition live; after it, the new one.
 */
export function switchLive(places: Places, work: string, { facts, held, top, assets, sitemap, later }: ReadyEdition): void {
  const root = layObject(places, work, {
    files: new Map([...top.files, [path.basename(editionPath), textBytes(editionText(facts, held))]]),
    folders: top.folders,
    links: new Map([...top.links, ...assetLinks(assets), ...laterLinks(sitemap)]),
  });
  const made = path.join(work, 'edition');
  rmSync(made, { recursive: true, force: true });
  mkdirSync(made);
  symlinkSync(`../../objects/${root}`, path.join(made, 'site'));
  writeFileSync(path.join(made, 'held.json'), JSON.stringify(held));
  writeFileSync(assetListIn(made), JSON.stringify(assets));

  const folder = editionFolder(places, facts.generation);
  mkdirSync(places.editions, { recursive: true });
  // Only a switch that was killed before its last step can have left one: it never was live.
  if (existsSync(folder)) renameSync(folder, path.join(work, 'never-live'));
  renameSync(made, folder);

  const link = path.join(work, 'live');
  rmSync(link, { force: true });
  symlinkSync(`editions/${facts.generation}/site`, link);
  renameSync(link, places.live);
  rmSync(path.join(work, 'never-live'), { recursive: true, force: true });
  if (later !== undefined) putLater(places, work, facts.generation, later);
}

/**
 * The edition that was just switched to, when what no edition needs is removed. A fault of that is only told: readers
 * have the edition already, and the next switch removes it.
 */
export function switchedTo(places: Places, workplace: Workplace): Edition {
  try {
    sweep(places, workplace.folder, Date.now());
  } catch (error) {
    console.error(`Warning: what no edition needs any more could not be removed (${(error as Error).message}).`);
  }
  const live = liveEdition(places);
  if (live === null) throw new Error(`${places.live} is not there after the switch`);
  return live;
}

/** The folders of assets lie outside editions; a link leads there from where readers look for them. */
function assetLinks(assets: readonly string[]): [string, string][] {
  return assetFolders
    .filter((name) => assets.some((asset) => asset.startsWith(`${name}${path.sep}`)))
    .map((name) => [name, `../../assets/${name}`]);
}
