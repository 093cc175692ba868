import type { Edition } from '@newsroom/shared/edition';
import { Failure } from '../machine/failure.ts';
import { liveEdition } from '../publish/deploy/kept-editions.ts';
import { placesHere } from '../publish/run.ts';
import { editionElsewhere, editionIfAny } from '../publish/site-elsewhere.ts';

/** How the edition that was put live on this machine stands to the one that a host gives to readers. */
export type Standing =
  | { kind: 'none-here' }
  /** The host has it, or a newer one, or another one of that number: then this one is of an old cache. */
  | { kind: 'shown'; made: Edition; shown: Edition }
  /** It is to be taken to the host; `instead` says in words of what. */
  | { kind: 'due'; made: Edition; instead: string };

/**
 * Compares what was made here with what readers get. What was made here may come from a cache, so that it takes the place
 * of nothing that nobody knows.
 *
 * @param first there is no site yet: whatever the host says, it is no edition
 * @throws Failure where nobody said where readers get the site, or the host does not say which edition that is
 */
export async function standing(first: boolean): Promise<Standing> {
  const made = liveEdition(placesHere());
  if (made === null) return { kind: 'none-here' };
  const shown = first ? await editionIfAny(hostAddress()) : await editionElsewhere(hostAddress());
  if (shown === null) return { kind: 'due', made, instead: 'no edition' };
  return made.generation > shown.generation
    ? { kind: 'due', made, instead: `edition ${shown.generation}` }
    : { kind: 'shown', made, shown };
}

/** Where the host gives the site to readers. @throws Failure where nobody said it */
export function hostAddress(): string {
  const address = process.env.NEWSROOM_EDITION_URL;
  if (address) return address;
  throw new Failure(
    'NEWSROOM_EDITION_URL does not say where readers get the site. Give it the address of the site, such as https://news.example.org; on GitHub it comes from the variable SITE_URL of the repository.',
  );
}
