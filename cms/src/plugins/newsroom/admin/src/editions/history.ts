import type { Run } from '@newsroom/shared/editions-view';

/** A run, with those before it that failed in the same way. */
export interface HistoryEntry {
  run: Run;
  /** How many runs in a row this stands for. */
  attempts: number;
  /** When the first of them began (UTC). */
  firstAt: string;
}

/**
 * The runs that somebody wants to read about later, the newest first: those that are at work or found nothing to do are
 * left out, and a publisher that fails in the same way again and again is told of once.
 *
 * @param runs the newest first
 */
export function historyOf(runs: Run[]): HistoryEntry[] {
  const entries: HistoryEntry[] = [];
  for (const run of runs) {
    if (run.state.kind === 'nothing' || run.state.kind === 'working') continue;
    const last = entries.at(-1);
    if (last !== undefined && failAlike(last.run, run)) {
      last.attempts += 1;
      last.firstAt = run.startedAt;
    } else entries.push({ run, attempts: 1, firstAt: run.startedAt });
  }
  return entries;
}

function failAlike(one: Run, other: Run): boolean {
  if (one.state.kind === 'lost') return other.state.kind === 'lost';
  if (one.state.kind !== 'refused' || other.state.kind !== 'refused') return false;
  return one.state.why === other.state.why && one.state.message === other.state.message;
}
