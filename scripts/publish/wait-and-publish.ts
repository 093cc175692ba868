import { liveEdition } from './deploy/kept-editions.ts';
import { describeOutcome } from './describe-outcome.ts';
import { GrowingPauses } from './growing-pauses.ts';
import { publishOnce } from './publish-once.ts';
import { Refusal } from './refusal.ts';
import { type PublishOptions, placesHere } from './run.ts';
import { isSitemapOwed, makeSitemap } from './sitemap.ts';
import { tidy } from './tidy.ts';
import { waitForNews } from './wait-for-news.ts';

/** How long after a refusal it is tried again, at first and at most, in milliseconds. */
const [soonest, latest] = [5000, 300_000];

/** After so long without news the sitemap is made, in milliseconds: nobody who publishes waits for it. */
const sitemapAfter = 10_000;

/** How often what nobody needs any more is looked for, in milliseconds. */
const tidyEvery = 300_000;

/**
 * Publishes whatever is published, as soon as it is: woken by the CMS, when a day begins, and again after a refusal, at
 * growing distances. Never ends but by the signal.
 */
export async function waitAndPublish(options: PublishOptions, signal: AbortSignal): Promise<never> {
  const live = () => liveEdition(placesHere());
  const retries = new GrowingPauses(soonest, latest);
  let tidied = performance.now();
  for (;;) {
    signal.throwIfAborted();
    const told = await tryOnce(options);
    if (told.kind !== 'refused') retries.reset();
    if (told.kind === 'deployed') continue; // what was published meanwhile
    if (told.kind === 'refused') tell(told.message);
    const [owed, began] = [told.kind === 'nothing' && isSitemapOwed(), performance.now()];
    const patience = owed ? sitemapAfter : Number.POSITIVE_INFINITY;
    await waitForNews({
      live,
      isSettled: told.kind === 'nothing',
      longest: told.kind === 'nothing' ? patience : retries.next(),
      idle: async () => {
        if (performance.now() - tidied < tidyEvery) return;
        tidied = performance.now();
        await tidy();
      },
      tell,
      signal,
    });
    if (owed && performance.now() - began >= sitemapAfter) await makeSitemap();
  }
}

type Told = { kind: 'deployed' } | { kind: 'nothing' } | { kind: 'refused'; message: string };

async function tryOnce(options: PublishOptions): Promise<Told> {
  try {
    const outcome = await publishOnce(options);
    if (outcome.kind === 'nothing') return { kind: 'nothing' };
    tell(describeOutcome(outcome));
    return { kind: 'deployed' };
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', message: error.message };
    throw error;
  }
}

let lastTold: string | undefined;

/** What is tried again and again is told once. */
function tell(line: string): void {
  if (line !== lastTold) console.log(`${new Date().toTimeString().slice(0, 8)} ${line}`);
  lastTold = line;
}
