import path from 'node:path';
import type { Edition, Pause } from '@newsroom/shared/edition';
import { Refusal } from '../refusal.ts';
import { newerOf } from './admit.ts';
import { layAssets } from './assets.ts';
import { assetsOf } from './edition-assets.ts';
import { heldIn, keptEditions, liveEdition } from './kept-editions.ts';
import { laterOf, rootOf } from './later.ts';
import { underLock } from './lock.ts';
import { readObject } from './objects.ts';
import { assetFolders, type Places } from './places.ts';
import { fileBytes, type Listing } from './site-tree.ts';
import { switchedTo, switchLive } from './switch-live.ts';
import type { Workplace } from './workplace.ts';

/** What an act that needs no new drawing says of the edition that it makes. */
interface Act {
  /** The newest order of the desk that is carried out with it; 0: it was none of the desk's. */
  order: number;
  /** What the site says that it is where it is served, if that is not here. */
  elsewhere: Edition | null;
}

/**
 * Brings a kept edition back, as a new generation, and pauses the site: it stays so until it is released.
 *
 * @param generation which one; undefined: the one before the live one, by what it shows
 * @throws Refusal where it is not kept
 */
export async function rollBack(
  places: Places,
  workplace: Workplace,
  generation: number | undefined,
  { pause, ...act }: Act & { pause: Pause },
): Promise<Edition> {
  return await underLock(places, workplace.publisher, () => {
    const { live, editions } = withLive(places, act.elsewhere);
    const shown = newerOf(live, act.elsewhere);
    // What came before an edition that is not kept here is not known here either.
    const before = shown === live ? earlier(editions) : undefined;
    const wanted = generation === undefined ? before : editions.find((edition) => edition.generation === generation);
    if (wanted === undefined) throw new Refusal('older', notKept(generation, editions, shown === live ? undefined : shown));
    return showAgain(places, workplace, live, wanted, { ...act, paused: pause });
  });
}

/**
 * Ends a pause: what is live stays, and may be replaced again.
 *
 * @returns undefined where the site is not paused
 */
export async function release(places: Places, workplace: Workplace, act: Act): Promise<Edition | undefined> {
  return await underLock(places, workplace.publisher, () => {
    const { live } = withLive(places, act.elsewhere);
    if (live.paused === null) return undefined;
    return showAgain(places, workplace, live, live, { ...act, paused: null });
  });
}

function withLive(places: Places, elsewhere: Edition | null): { live: Edition; editions: Edition[] } {
  const live = liveEdition(places);
  if (live !== null) return { live, editions: keptEditions(places) };
  throw new Refusal(
    'older',
    elsewhere === null
      ? `There is no edition in ${places.root} yet. Make the first one with: npm run publish:site`
      : `No edition is kept here, in ${places.root}, so that none can be brought back; readers have edition ${elsewhere.generation}. Editions are kept from the next one on: correct or unpublish in the CMS what readers should not have, and publish.`,
  );
}

/** The newest edition that shows something else than the live one. */
function earlier([live, ...others]: Edition[]): Edition | undefined {
  const shown = ({ epoch, seq, code, asOf }: Edition) => [epoch, seq, code, asOf].join(' ');
  return others.find((edition) => live !== undefined && shown(edition) !== shown(live));
}

/** @param shown what readers have, where that is not kept here */
function notKept(generation: number | undefined, editions: Edition[], shown: Edition | null | undefined): string {
  const kept = editions.map((edition) => edition.generation).join(', ');
  if (generation === undefined && shown)
    return `Readers have edition ${shown.generation}, which is not kept here, so that nobody here knows the one before it (kept: ${kept}). Say which of those to bring back: npm run rollback -- NUMBER`;
  return generation === undefined
    ? `No kept edition shows anything else than the live one (kept: ${kept}).`
    : `Edition ${generation} is not kept here any more (kept: ${kept}). Choose one of those: npm run editions lists them.`;
}

function showAgain(
  places: Places,
  workplace: Workplace,
  live: Edition,
  shown: Edition,
  { order, elsewhere, paused }: Act & { paused: Pause | null },
): Edition {
  const { epoch, seq, code, asOf, mark, pages } = shown;
  const assets = assetsOf(places, shown.generation);
  const lost = layAssets(places, workplace.folder, assets, []);
  if (lost.length > 0)
    throw new Refusal(
      'machine',
      `Edition ${shown.generation} cannot be brought back whole: ${lost.length} files are gone from ${places.assets}, ${lost[0]} first.`,
    );
  const facts = {
    generation: Math.max(live.generation, elsewhere?.generation ?? 0) + 1,
    ...{ epoch, seq, code, asOf, mark, pages, paused },
    at: new Date().toISOString(),
    order: Math.max(live.order, elsewhere?.order ?? 0, order),
  };
  const held = heldIn(places, shown.generation);
  const later = laterOf(places, shown.generation);
  const sitemap = [...readObject(places, rootOf(places, shown.generation)).links.keys()].filter((name) => !isAssetFolder(name));
  switchLive(places, workplace.folder, { facts, held, top: topOf(places, shown.generation), assets, sitemap, later });
  return switchedTo(places, workplace);
}

/** The uppermost folder of a kept edition, without what names it. */
function topOf(places: Places, generation: number): Listing {
  const root = rootOf(places, generation);
  const { files, folders } = readObject(places, root);
  const others = files.filter((file) => file !== 'edition.json');
  return {
    files: new Map(others.map((file) => [file, fileBytes(path.join(places.objects, root, file))])),
    folders,
    links: new Map(),
  };
}

function isAssetFolder(name: string): boolean {
  return (assetFolders as readonly string[]).includes(name);
}
