import type { Collection } from '@newsroom/shared/collected-day';
import type { MetricsImport } from '@newsroom/shared/daily-metrics';
import { daysBetween, localDay } from '@newsroom/shared/local-time';
import { cmsOrigin } from '../machine/cms.ts';
import { Failure } from '../machine/failure.ts';
import type { Collected, CollectedDay } from './collector.ts';

/** How many counts the CMS takes in one request. */
const rowsAtOnce = 2000;

/** What the CMS was told. */
export interface Sent {
  days: number;
  rows: number;
  /** Releases that the CMS does not know any more, and whose counts it did not take. */
  unknownReleases: string[];
}

/**
 * Tells the CMS what was counted, day by day. Numbers take the place of what the source said before of the same day, so
 * that telling twice changes nothing.
 *
 * @throws Failure where the CMS cannot be reached or takes something not; what is not told yet is told the next time
 */
export async function sendCollected(source: string, collected: Collected): Promise<Sent> {
  const gone = new Set<string>();
  const told: string[] = [];
  let rows = 0;
  try {
    for (const day of collected.days) {
      const sent = await sendCounts(source, day, gone);
      if (collected.isAllOfTheDays) await sendWhatIsLeftOut(source, day);
      rows += sent;
      // A release that the CMS does not know may be on its way back, from a copy of its database for example.
      if (!day.rows.some(({ document }) => gone.has(document)) || isOld(day.day)) told.push(day.day);
    }
  } finally {
    collected.noteTold(told);
  }
  return { days: collected.days.length, rows, unknownReleases: [...gone] };
}

/** Whether a day lies so far back that nobody waits for releases of it any more. */
function isOld(day: string): boolean {
  return daysBetween(day, localDay(new Date().toISOString())) > 7;
}

async function sendCounts(source: string, { day, rows }: CollectedDay, gone: Set<string>): Promise<number> {
  const all = rows.map(({ document: release, ...row }) => ({ release, day, ...row }));
  let sent = 0;
  for (let at = 0; at < all.length; at += rowsAtOnce) sent += await sendRows(source, all.slice(at, at + rowsAtOnce), gone);
  return sent;
}

async function sendWhatIsLeftOut(source: string, { day, rows, leftOut, spikes }: CollectedDay): Promise<void> {
  const views = rows.reduce((sum, row) => sum + row.views, 0);
  const answer = await put('collections', { source, days: [{ day, views, leftOut, spikes }] } satisfies Collection);
  if (!answer.ok) throw refused(answer);
}

async function sendRows(source: string, rows: MetricsImport['rows'], gone: Set<string>): Promise<number> {
  const known = rows.filter(({ release }) => !gone.has(release));
  if (known.length === 0) return 0;
  const answer = await put('metrics', { source, rows: known } satisfies MetricsImport);
  if (answer.ok) return known.length;
  const before = gone.size;
  for (const release of answer.unknown) gone.add(release);
  if (gone.size === before) throw refused(answer);
  return await sendRows(source, rows, gone);
}

interface Answer {
  ok: boolean;
  status: number;
  /** The CMS's own words. */
  message: string | undefined;
  /** The releases that it does not know. */
  unknown: string[];
}

async function put(what: 'metrics' | 'collections', body: unknown): Promise<Answer> {
  const origin = process.env.NEWSROOM_CMS_ORIGIN || cmsOrigin();
  const response = await fetch(`${origin}/api/newsroom/${what}`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${process.env.NEWSROOM_METRICS_TOKEN}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new Failure(
      `The CMS does not answer at ${origin}. What was counted is kept here; start the CMS ("npm start") and call the same command again.`,
    );
  });
  // Written by the CMS, or by something else that listens there: nothing is sure of it.
  const answer = (await response.json().catch(() => undefined)) as
    | { error?: { message?: unknown; details?: { unknown?: unknown } } }
    | undefined;
  const { message, details } = answer?.error ?? {};
  const unknown = Array.isArray(details?.unknown) ? details.unknown.filter((id) => typeof id === 'string') : [];
  return { ok: response.ok, status: response.status, message: typeof message === 'string' ? message : undefined, unknown };
}

function refused({ status, message }: Answer): Failure {
  if (status === 401 || status === 403) {
    return new Failure(
      'The CMS refuses the token. NEWSROOM_METRICS_TOKEN in .env must be the one that the CMS was started with; restart the CMS after a change.',
    );
  }
  const words = status < 500 && message !== undefined ? `: ${message}` : ` with status ${status}. Its log is var/logs/cms.log`;
  return new Failure(`The CMS did not take the counts${words}. What was counted is kept; call the same command again.`);
}
