import type { Edition } from '@newsroom/shared/edition';
import { Failure } from '../machine/failure.ts';
import { liveEdition } from '../publish/deploy/kept-editions.ts';
import { placesHere } from '../publish/run.ts';
import { editionElsewhere } from '../publish/site-elsewhere.ts';

/** How the edition that was put live on this machine stands to the one that a host gives to readers. */
export type Standing =
  | { kind: 'none-here' }
  /** The host has it, or a newer one. */
  | { kind: 'shown'; made: Edition; shown: Edition }
  /** It is to be taken to the host; `instead` says in words of what. */
  | { kind: 'due'; made: Edition; instead: string };

/** Compares what was made here with what readers get. @throws Failure where nobody said where readers get the site */
export async function standing(): Promise<Standing> {
  const made = liveEdition(placesHere());
  if (made === null) return { kind: 'none-here' };
  const shown = await shownAt(hostAddress());
  if (typeof shown === 'string') return { kind: 'due', made, instead: shown };
  const isNewer = made.generation > shown.generation || (made.generation === shown.generation && made.at !== shown.at);
  return isNewer ? { kind: 'due', made, instead: `edition ${shown.generation}` } : { kind: 'shown', made, shown };
}

/** Where the host gives the site to readers. @throws Failure where nobody said it */
export function hostAddress(): string {
  const address = process.env.NEWSROOM_EDITION_URL;
  if (address) return address;
  throw new Failure(
    'NEWSROOM_EDITION_URL does not say where readers get the site. Give it the address of the site, such as https://news.example.org; on GitHub it comes from the variable SITE_URL of the repository.',
  );
}

/** A publisher that had to know what is live has asked before; here silence means that there is nothing to protect. */
async function shownAt(address: string): Promise<Edition | string> {
  try {
    return (await editionElsewhere(address)) ?? 'no edition';
  } catch (error) {
    if (error instanceof Failure) return `what does not say which edition it is (${address})`;
    throw error;
  }
}
