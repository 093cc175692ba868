import type { Edition } from '@newsroom/shared/edition';
import type { Newsroom } from '../../faults/newsroom.ts';
import { becomesPublished } from '../../faults/quiet.ts';
import { Failure } from '../../machine/failure.ts';

/** How long the first edition of an archive may take, in milliseconds. */
export const patienceForAll = 1_800_000;

/** Waits until the site is what is published. @param within in milliseconds */
export async function allLive(newsroom: Newsroom, within: number): Promise<Edition> {
  const live = await becomesPublished(newsroom, within);
  if (typeof live === 'string') throw notLive(newsroom, `The site does not become what is published: ${live}`);
  return live;
}

export function notLive({ logOf }: Newsroom, what: string): Failure {
  return new Failure(`${what}. The end of the publisher's log:\n${logOf('scripts/publish/publisher.ts')}`);
}
