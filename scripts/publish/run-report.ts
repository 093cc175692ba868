import type { HeldVersion, VersionWarning } from '@newsroom/shared/document-fault';
import type { Making } from '@newsroom/shared/edition';
import { type PublisherReport, publisherReportSchema, type Stage } from '@newsroom/shared/publisher-report';
import { cmsForPublishers, cmsHeaders } from './ask-cms.ts';

/** How long the desk may take to hear a report, in milliseconds: nobody waits for it but the end of a command. */
const patience = 3000;

/** How often a run that takes long says that it is still at it, in milliseconds. */
const sign = 15_000;

/** A report holds no longer lists. */
const listed = 200;

/** What a run tells the desk of itself. A report that does not arrive is dropped: nothing hangs on it. */
export class RunReport {
  readonly #report: PublisherReport;
  readonly #sign: NodeJS.Timeout;
  /** The reports go out one after the other, so that the last one stands. */
  #sent: Promise<unknown> = Promise.resolve();
  #waiting: string | undefined;

  constructor(run: string, publisher: string) {
    this.#report = {
      run,
      publisher,
      startedAt: new Date().toISOString(),
      making: null,
      state: { kind: 'working', stage: 'pull' },
      durations: {},
      changes: null,
      held: [],
      warnings: [],
      kept: [],
    };
    this.#sign = setInterval(() => this.#send(), sign);
    this.#sign.unref();
  }

  stage(stage: Stage): void {
    this.#report.state = { kind: 'working', stage };
    this.#send();
  }

  /** A stage is over; one that was gone through before has taken so much longer. @param took in milliseconds */
  over(stage: Stage, took: number): void {
    this.#report.durations[stage] = (this.#report.durations[stage] ?? 0) + Math.round(took);
  }

  makes(making: Making, changes: number | null): void {
    this.#report.making = making;
    this.#report.changes = changes;
  }

  found(held: readonly HeldVersion[], warnings: readonly VersionWarning[]): void {
    this.#report.held = held.slice(0, listed);
    this.#report.warnings = warnings.slice(0, listed);
  }

  /** @param kept the generations that can be brought back */
  async end(state: Exclude<PublisherReport['state'], { kind: 'working' }>, kept: readonly number[]): Promise<void> {
    clearInterval(this.#sign);
    this.#report.state = state;
    this.#report.kept = kept.slice(0, 100);
    this.#send();
    await this.#sent;
  }

  #send(): void {
    const parsed = publisherReportSchema.safeParse(this.#report);
    if (!parsed.success) return; // a word too long in it is no reason to stop
    const idle = this.#waiting === undefined;
    this.#waiting = JSON.stringify(parsed.data);
    if (idle) this.#sent = this.#sent.then(() => this.#sendNewest());
  }

  async #sendNewest(): Promise<void> {
    const body = this.#waiting;
    this.#waiting = undefined;
    await fetch(`${cmsForPublishers()}/api/newsroom/publisher/report`, {
      method: 'POST',
      headers: { ...cmsHeaders(), 'Content-Type': 'application/json' },
      body: body ?? '',
      signal: AbortSignal.timeout(patience),
    }).catch(() => undefined);
  }
}
