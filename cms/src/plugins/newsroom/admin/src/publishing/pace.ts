import type { EditionsView } from '@newsroom/shared/editions-view';
import type { DocumentStanding } from '@newsroom/shared/standing';

/** How long to wait, in milliseconds, before asking again. */
export const pace = {
  /** Something is on its way. */
  moving: 1000,
  /** Something waits behind an obstacle, which may go. */
  stuck: 3000,
  still: 10_000,
  /** Hardly anything happens. */
  unhurried: 30_000,
  /** The CMS did not answer. */
  away: 3000,
} as const;

export function paceOfStanding({ versions }: DocumentStanding): number {
  const paces = versions.map(({ standing }) => {
    if (standing.kind === 'making') return pace.moving;
    if (standing.kind === 'waiting' || standing.kind === 'leaving') return standing.obstacle === null ? pace.moving : pace.stuck;
    return pace.still;
  });
  return Math.min(pace.still, ...paces);
}

export function paceOfEditions({ waiting, runs, orders }: EditionsView): number {
  const [newest] = runs;
  const isUnseen = newest?.state.kind === 'deployed' && newest.provenAt === null;
  const isMoving = isUnseen || orders.length > 0 || runs.some(({ state }) => state.kind === 'working');
  if (isMoving || (waiting.count > 0 && waiting.obstacle === null)) return pace.moving;
  return waiting.count > 0 ? pace.stuck : pace.still;
}

/** Counts come in every few minutes at the most, and colleagues decide a few times a day. */
export function paceOfPopular(): number {
  return pace.unhurried;
}

/** To rank by settings that nobody saved is work, and the answer changes when something is typed: it is asked for then. */
export function paceOfPreview(): null {
  return null;
}
