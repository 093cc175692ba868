import { type Edition, editionPath, editionSchema } from '@newsroom/shared/edition';
import { Failure } from '../machine/failure.ts';
import type { PublishedSite } from '../published-site/published-site.ts';
import { findJson } from '../published-site/read-published.ts';

/** So often a site is read before one is told that it changes too fast. */
const attempts = 3;

/**
 * Reads a site as a whole: where another edition took its place meanwhile, what was read is of both, and it is read again.
 *
 * @param read gets the edition; undefined where the site does not say which it is, as one that was only drawn
 * @throws Failure where the edition was another after each attempt
 */
export async function ofOneEdition<T>(site: PublishedSite, read: (edition: Edition | undefined) => Promise<T>): Promise<T> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const before = await editionOf(site);
    // A file may be missing only because the edition that named it is gone.
    const [outcome] = await Promise.allSettled([read(before)]);
    const after = await editionOf(site);
    if (before?.generation !== after?.generation) continue;
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  }
  throw new Failure(
    `${site.place} got another edition each of the ${attempts} times that it was read. Try again when less is being published.`,
  );
}

async function editionOf(site: PublishedSite): Promise<Edition | undefined> {
  return await findJson(site, editionPath, editionSchema);
}
