import { randomUUID } from 'node:crypto';
import type { PublisherReport } from '@newsroom/shared/publisher-report';

/** What a publisher reports of a run: that it found nothing to do, or what else is said. */
export function reportOf(more: Partial<PublisherReport> = {}): PublisherReport {
  const nothing = { durations: {}, changes: null, held: [], warnings: [], kept: [], making: null };
  const startedAt = new Date().toISOString();
  return { run: randomUUID(), publisher: 'web-1', startedAt, state: { kind: 'nothing' }, ...nothing, ...more };
}
