import { setTimeout as pause } from 'node:timers/promises';
import type { DeskAnswer } from '@newsroom/shared/desk-order';
import type { Edition } from '@newsroom/shared/edition';
import { type Expectations, versionOf } from './expectations.ts';
import { type Entry, readFeed } from './feed.ts';
import type { Findings } from './findings.ts';
import type { Newsroom } from './newsroom.ts';
import { checkShown } from './shown.ts';

/**
 * How long the site may take to become what is published, in milliseconds: a publisher that was refused waits, and the
 * machine may be busy.
 */
const patience = 900_000;

/**
 * Waits until the site says that it is what is published, then looks whether all is published that was confirmed, and
 * whether readers get all that is published.
 *
 * @returns the live edition; undefined where it did not come to that
 */
export async function waitForQuiet(
  newsroom: Newsroom,
  expectations: Expectations,
  findings: Findings,
): Promise<Edition | undefined> {
  const live = await becomesPublished(newsroom);
  if (typeof live === 'string') {
    findings.add('stuck', live);
    return undefined;
  }
  const entries = await readFeed(newsroom);
  const published = new Map(entries.flatMap((entry) => wordsOf(entry)));
  for (const version of expectations.versions()) {
    const [words, possible] = [published.get(version) ?? null, expectations.possible(version)];
    if (!expectations.settle(version, words))
      findings.add('lost', `${version}: "${words}" is published, not "${possible.join('" or "')}"`);
  }
  await checkShown(newsroom, live, entries, findings);
  return live;
}

/** Waits until the live edition is what is published; gives it, or in words how far it came. @param within in milliseconds */
export async function becomesPublished(newsroom: Newsroom, within = patience): Promise<Edition | string> {
  let [head, live]: [DeskAnswer | undefined, Edition | undefined] = [undefined, undefined];
  for (const began = Date.now(); Date.now() - began < within; await pause(300)) {
    head = await json<DeskAnswer>(`${newsroom.cms}/api/newsroom/changes/wait?seconds=0`, newsroom.token);
    live = await json<Edition>(`${newsroom.site}/edition.json`);
    if (head && live && head.epoch === live.epoch && head.seq === live.seq && head.mark === live.mark) return live;
  }
  return `published is ${head?.seq} of ${head?.epoch}, live is ${live?.seq} of ${live?.epoch}`;
}

/** The version as the editor calls it, and its words. */
function wordsOf({ type, language, data }: Entry): [string, string][] {
  if (data === null || language === null) return [];
  if (type === 'press-release' && data.title) return [[versionOf(data.title.split(' ')[0] ?? '', language), data.title]];
  if (type === 'delegation' && data.electionBody) return [[versionOf('delegation', language), data.electionBody]];
  if (type === 'site-settings' && data.description) return [[versionOf('site-settings', language), data.description]];
  return [];
}

async function json<T>(address: string, token?: string): Promise<T | undefined> {
  try {
    const response = await fetch(address, {
      headers: token === undefined ? {} : { Authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(10_000),
    });
    return response.ok ? ((await response.json()) as T) : undefined;
  } catch {
    return undefined;
  }
}
