import type { OutsideList } from '@newsroom/shared/outside-list';
import { cmsOrigin } from '../machine/cms.ts';
import { Failure } from '../machine/failure.ts';

/**
 * Gives an outside list to the CMS.
 *
 * @returns whether it was new there; the very same list is stored once
 * @throws Failure where the CMS cannot be reached or does not take it, in the CMS's own words
 */
export async function sendOutsideList(list: OutsideList): Promise<{ stored: boolean }> {
  const origin = process.env.NEWSROOM_CMS_ORIGIN || cmsOrigin();
  const response = await put(`${origin}/api/newsroom/outside-lists`, list, origin);
  if (response.status === 401 || response.status === 403) {
    throw new Failure(
      `The CMS at ${origin} refuses the token. NEWSROOM_METRICS_TOKEN in .env must be the one that the CMS was started with; restart the CMS after a change.`,
    );
  }
  // Written by the CMS, or by something else that listens there: nothing is sure of it.
  const answer = (await response.json().catch(() => undefined)) as
    | { data?: { stored?: unknown }; error?: { message?: unknown } }
    | undefined;
  const stored = answer?.data?.stored;
  if (response.ok && typeof stored === 'boolean') return { stored };
  const words = answer?.error?.message;
  if (response.status < 500 && typeof words === 'string') throw new Failure(`The CMS did not take the list: ${words}`);
  throw new Failure(
    `The CMS at ${origin} answered the list with status ${response.status}, and it may not be stored. Its log is var/logs/cms.log; sending the list again does no harm.`,
  );
}

async function put(address: string, list: OutsideList, origin: string): Promise<Response> {
  try {
    return await fetch(address, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${process.env.NEWSROOM_METRICS_TOKEN}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(list),
    });
  } catch {
    throw new Failure(`The CMS does not answer at ${origin}. Start it with "npm start", then send the list again.`);
  }
}
