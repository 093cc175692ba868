import type { MetricsImport } from '@newsroom/shared/daily-metrics';
import type { OutsideList } from '@newsroom/shared/outside-list';
import { cmsOrigin } from '../machine/cms.ts';
import { Failure } from '../machine/failure.ts';

/** How many rows of metrics the CMS takes in one request. */
const rowsAtOnce = 2000;

/** Hands the demo's counts over, and the list that somebody else computed, as a counter would. */
export async function importFigures(metrics: MetricsImport, outsideList: OutsideList): Promise<void> {
  for (let row = 0; row < metrics.rows.length; row += rowsAtOnce)
    await put('metrics', { ...metrics, rows: metrics.rows.slice(row, row + rowsAtOnce) });
  await put('outside-lists', outsideList);
}

async function put(what: 'metrics' | 'outside-lists', body: unknown): Promise<void> {
  const response = await fetch(`${cmsOrigin()}/api/newsroom/${what}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${process.env.NEWSROOM_METRICS_TOKEN}` },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Failure(`The CMS refused the demo's ${what} (${response.status}): ${await response.text()}`);
}
