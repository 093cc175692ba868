import type { HeldVersion } from '@newsroom/shared/document-fault';
import type { Edition } from '@newsroom/shared/edition';
import { Refusal } from '../refusal.ts';
import { type Candidate, objection } from './admit.ts';
import { assetsIn, layAssets } from './assets.ts';
import { liveEdition } from './kept-editions.ts';
import { underLock } from './lock.ts';
import { layTrees } from './objects.ts';
import { assetFolders, type Places } from './places.ts';
import { readTree } from './site-tree.ts';
import { switchedTo, switchLive } from './switch-live.ts';
import type { Workplace } from './workplace.ts';

/** A drawn and verified site that is to go live. */
export interface DrawnEdition extends Candidate {
  /** The drawn site. Its files become part of the edition: nobody may write to them any more. */
  folder: string;
  manifest: string;
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
  const tree = readTree(drawn.folder, assetFolders);
  const assets = assetsIn(drawn.folder);
  const lay = () => {
    layTrees(places, workplace.folder, tree.within);
    layAssets(places, workplace.folder, assets, [drawn.folder]);
  };
  lay();
  return await underLock(places, workplace.publisher, () => {
    refuseIfLate(liveEdition(places), drawn, mayGoOn());
    lay(); // what was deleted since as unused: from here on nobody deletes
    const generation = Math.max(drawn.base, drawn.elsewhere?.generation ?? 0) + 1;
    const { making, mark, pages, order } = drawn;
    const facts = { generation, ...making, mark, at: new Date().toISOString(), pages, paused: null, order };
    switchLive(places, workplace.folder, { facts, held: drawn.held, top: tree.listing, assets, manifest: drawn.manifest });
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
