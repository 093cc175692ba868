import type { Outcome } from './publish.ts';
import { publishOnce } from './publish-once.ts';
import { Refusal } from './refusal.ts';
import type { PublishOptions } from './run.ts';

/** What is published while one edition is made comes with the next; so many are made before this ends. */
const mostRounds = 3;

/**
 * Publishes until all is live that was published when it began, and what came meanwhile, within reason.
 *
 * @returns the last edition that went live; where there was none, that there was nothing to do
 * @throws Refusal
 */
export async function publishUntilEqual(options: PublishOptions): Promise<Outcome> {
  let last = await tryAgainIfOvertaken(() => publishOnce(options));
  for (let round = 1; round < mostRounds && last.kind !== 'nothing'; round += 1) {
    const outcome = await tryAgainIfOvertaken(() => publishOnce(options));
    if (outcome.kind === 'nothing') return last;
    last = outcome;
  }
  return last;
}

/** A run that another one overtook has nothing to lose by looking again, once. */
async function tryAgainIfOvertaken(work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal) || error.why !== 'older') throw error;
    console.error(`· ${error.message}`);
    return await work();
  }
}
