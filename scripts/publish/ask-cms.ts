import { cmsOrigin } from '../machine/cms.ts';
import { Refusal } from './refusal.ts';

/** How long the CMS may take until it begins to answer, in milliseconds. */
const longestBeginning = 60_000;

/** How long an answer may pause, in milliseconds. */
const longestPause = 60_000;

/** Where publishers reach the CMS: on this machine, or by another way that leads to it alone. */
export function cmsForPublishers(): string {
  return (process.env.NEWSROOM_CMS_ORIGIN || cmsOrigin()).replace(/\/+$/, '');
}

/** What every question to the CMS carries. */
export function cmsHeaders(): Record<string, string> {
  return { Authorization: `Bearer ${process.env.NEWSROOM_FEED_TOKEN}` };
}

/** The answer to a question, or that the CMS's history is another than the one that was asked about. */
export type CmsAnswer = { kind: 'answer'; response: Response } | { kind: 'other-history'; why: string };

/**
 * Asks the CMS for something below `/api/newsroom`.
 *
 * @param within how long it may take to begin, in milliseconds
 * @throws Refusal `cms` where it does not answer, or not as it should
 */
export async function askCms(place: string, patience: Patience = {}): Promise<CmsAnswer> {
  const response = await send(place, patience);
  if (response.status === 409) return { kind: 'other-history', why: await messageIn(response) };
  return { kind: 'answer', response: wellAnswered(response) };
}

/** Asks the CMS for a published file; undefined where it has none of that name. @throws Refusal `cms` */
export async function askCmsForFile(sha256: string): Promise<Response | undefined> {
  const response = await send(`media/${sha256}`, {});
  return response.status === 404 ? undefined : wellAnswered(response);
}

interface Patience {
  within?: number;
  signal?: AbortSignal | undefined;
}

function wellAnswered(response: Response): Response {
  if (!response.ok || response.body === null) throw new Refusal('cms', refusedBy(cmsForPublishers(), response.status));
  return response;
}

async function send(place: string, { within = longestBeginning, signal }: Patience): Promise<Response> {
  const origin = cmsForPublishers();
  const begun = new AbortController();
  const timer = setTimeout(() => begun.abort(), within);
  const response = await fetch(`${origin}/api/newsroom/${place}`, {
    headers: cmsHeaders(),
    signal: signal === undefined ? begun.signal : AbortSignal.any([begun.signal, signal]),
  })
    .catch((error: Error) => {
      signal?.throwIfAborted();
      const reason = begun.signal.aborted ? `nothing for ${within / 1000} s` : reasonOf(error);
      throw new Refusal('cms', notAnswering(origin, reason), { cause: error });
    })
    .finally(() => clearTimeout(timer));
  return response;
}

/** The bytes of an answer. They may take as long as they need, but not stand still. @throws Refusal `cms` */
export async function* bytesOf(response: Response): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  try {
    for (;;) {
      const { done, value } = await withinPause(reader.read());
      if (done) return;
      yield value;
    }
  } catch (error) {
    await reader.cancel().catch(() => undefined);
    throw new Refusal(
      'cms',
      `The answer of the CMS at ${cmsForPublishers()} broke off (${reasonOf(error as Error)}). The site stays as it was; try again.`,
      { cause: error },
    );
  }
}

async function withinPause<T>(part: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`nothing more for ${longestPause / 1000} s`)), longestPause);
  });
  try {
    return await Promise.race([part, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What a failed request says of its reason; fetch hides that in the cause. */
function reasonOf(error: Error): string {
  return error.cause instanceof Error
    ? error.cause.message || String((error.cause as NodeJS.ErrnoException).code)
    : error.message;
}

function notAnswering(origin: string, reason: string): string {
  return `The CMS does not answer at ${origin} (${reason}). Start it with "npm start", or say where it is by NEWSROOM_CMS_ORIGIN. The site stays as it was.`;
}

function refusedBy(origin: string, status: number): string {
  if (status === 401 || status === 403)
    return `The CMS at ${origin} refuses the token. NEWSROOM_FEED_TOKEN in .env must be the one that the CMS was started with; restart the CMS after a change. The site stays as it was.`;
  return `The CMS at ${origin} answered with status ${status}. Its log is var/logs/cms.log. The site stays as it was.`;
}

async function messageIn(response: Response): Promise<string> {
  try {
    return ((await response.json()) as { error: { message: string } }).error.message;
  } catch {
    return 'It gave no reason.';
  }
}
