import path from 'node:path';
import { folders } from '../machine/folders.ts';
import { knownCompiled } from './compile-site.ts';
import { liveEdition } from './deploy/kept-editions.ts';
import { laterOf, rootOf, switchLater } from './deploy/later.ts';
import { openWorkplace } from './deploy/workplace.ts';
import { placesHere } from './run.ts';
import { askSite } from './site-command.ts';

/** Whether the live edition has no sitemap of its own yet. */
export function isSitemapOwed(): boolean {
  const places = placesHere();
  const live = liveEdition(places);
  return live !== null && laterOf(places, live.generation) === undefined;
}

/**
 * Makes the sitemap of the live edition, if that is owed. Readers have all else already; where it cannot be made, they
 * keep the one before, and that is told.
 */
export async function makeSitemap(): Promise<void> {
  const places = placesHere();
  const [live, compiled] = [liveEdition(places), knownCompiled()];
  if (live === null || compiled === undefined || !isSitemapOwed()) return;
  const workplace = openWorkplace(places);
  try {
    const folder = path.join(workplace.folder, 'later');
    const what = ['--compiled', compiled.folder, '--ledgers', folders.ledgers, '--root', rootOf(places, live.generation)];
    const { code, words } = await askSite('sitemap', ...what, '--out', folder);
    if (code === 0) await switchLater(places, workplace, live.generation, folder);
    else console.error(`  The sitemap stays as it was: ${words}`);
  } finally {
    workplace.leave();
  }
}
