import { underLock } from './deploy/lock.ts';
import { sweep } from './deploy/sweep.ts';
import { openWorkplace } from './deploy/workplace.ts';
import { placesHere } from './run.ts';

/**
 * Removes what no edition needs any more; between switches that is media that readers could still have been loading. A
 * fault of that is only told: the next time removes it.
 */
export async function tidy(): Promise<void> {
  try {
    await sweepAlone();
  } catch (error) {
    console.error(`Warning: what no edition needs any more could not be removed (${(error as Error).message}).`);
  }
}

async function sweepAlone(): Promise<void> {
  const places = placesHere();
  const workplace = openWorkplace(places);
  try {
    await underLock(places, workplace.publisher, () => sweep(places, workplace.folder, Date.now()));
  } finally {
    workplace.leave();
  }
}
