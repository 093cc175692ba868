import { type Edition, editionAddress, editionSchema } from '@newsroom/shared/edition';
import { Refusal } from './refusal.ts';

/** How long the site may take to say which edition it is, in milliseconds. */
const patience = 20_000;

/**
 * Which edition the site is where readers get it, when it is not served from this machine: then the files here are no
 * more than a cache, or are not there.
 *
 * @param site its address, as NEWSROOM_EDITION_URL or SITE_URL names it
 * @returns null where the site says that it has none yet
 * @throws Refusal `machine` where nobody knows, or the address is none
 */
export async function editionElsewhere(site: string): Promise<Edition | null> {
  const address = addressOf(site);
  const response = await fetch(address, { signal: AbortSignal.timeout(patience), cache: 'no-store' }).catch((error: Error) => {
    throw unknown(address, `it does not answer (${error.cause instanceof Error ? error.cause.message : error.message})`);
  });
  if (response.status === 404) return null;
  if (!response.ok) throw unknown(address, `it answers with status ${response.status}`);
  const edition = editionSchema.safeParse(await response.json().catch(() => undefined));
  if (edition.success) return edition.data;
  throw unknown(address, 'what stands there is no edition of this newsroom');
}

/** The same, for whoever says that there is no site yet: null also where nobody knows. */
export async function editionIfAny(site: string): Promise<Edition | null> {
  try {
    return await editionElsewhere(site);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function addressOf(site: string): string {
  try {
    return editionAddress('NEWSROOM_EDITION_URL', site);
  } catch (error) {
    throw new Refusal('machine', (error as Error).message, { cause: error });
  }
}

function unknown(address: string, reason: string): Refusal {
  return new Refusal(
    'machine',
    `Which edition is live cannot be found out: ${address} – ${reason}. Without knowing it, an older state could replace a newer one. Try again when the site answers; where there is no site yet, publish with --first.`,
  );
}
