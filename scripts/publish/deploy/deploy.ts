import path from 'node:path';
import type { HeldVersion } from '@newsroom/shared/document-fault';
import { type Edition, editionPath } from '@newsroom/shared/edition';
import { Refusal } from '../refusal.ts';
import { type Candidate, objection } from './admit.ts';
import { layAssets } from './assets.ts';
import { treeOf } from './drawn-tree.ts';
import { liveEdition } from './kept-editions.ts';
import { underLock } from './lock.ts';
import { layTrees } from './objects.ts';
import { assetFolders, type Places } from './places.ts';
import { switchedTo, switchLive } from './switch-live.ts';
import type { Workplace } from './workplace.ts';

/** A drawn and verified site that is to go live. */
export interface DrawnEdition extends Candidate {
  /** The drawn files. They become part of the edition: nobody may write to them any more. */
  folder: string;
  /** The object of an edition that all else is taken from; null: all was drawn. */
  from: string | null;
  /** Files of that edition that are no more, relative to the site. */
  gone: readonly string[];
  /** All files that are named by what they hold, relative to the site. */
  assets: readonly string[];
  /** The files of the sitemap, which comes later. */
  sitemap: readonly string[];
  held: readonly HeldVersion[];
  mark: string;
  /** How many files were drawn. */
  pages: number;
  /** The newest order of the desk that is carried out with it. */
  order: number;
}

/**
 * Makes a drawn site the live edition. Killed anywhere, it leaves the old or the new one, whole.
 *
 * @param mayGoOn asked under the lock: whether this run was not taken over by another
 * @throws Refusal `older` where another edition went live since this one was begun
 */
export async function deploy(
  places: Places,
  workplace: Workplace,
  drawn: DrawnEdition,
  mayGoOn: () => boolean = () => true,
): Promise<Edition> {
  const { folder, from, gone, assets } = drawn;
  const leave = [...assetFolders, path.basename(editionPath)];
  const tree = treeOf(places, { folder, base: from ?? undefined, gone, leave });
  const lay = () => {
    layTrees(places, workplace.folder, tree.within);
    const lost = layAssets(places, workplace.folder, assets, [folder]);
    if (lost.length > 0)
      throw new Refusal('machine', `${lost.length} files of the edition are nowhere, ${lost[0]} first. Publish again.`);
  };
  lay();
  return await underLock(places, workplace.publisher, () => {
    refuseIfLate(liveEdition(places), drawn, mayGoOn());
    lay(); // what was deleted since as unused: from here on nobody deletes
    const generation = Math.max(drawn.base, drawn.elsewhere?.generation ?? 0) + 1;
    const { making, mark, pages, order } = drawn;
    const facts = { generation, ...making, mark, at: new Date().toISOString(), pages, paused: null, order };
    switchLive(places, workplace.folder, { facts, held: drawn.held, top: tree.listing, assets, sitemap: drawn.sitemap });
    return switchedTo(places, workplace);
  });
}

function refuseIfLate(live: Edition | null, drawn: DrawnEdition, mayGoOn: boolean): void {
  if (!mayGoOn)
    throw new Refusal('older', 'Another publisher took this run over, since nothing was heard of it. It goes on in its place.');
  const reason = objection(live, drawn);
  if (reason !== undefined)
    throw new Refusal('older', `${reason} The site stays as it is; look again, and publish what is missing.`);
}
