import path from 'node:path';
import type { Edition } from '@newsroom/shared/edition';
import type { Stage } from '@newsroom/shared/publisher-report';
import { folders } from '../machine/folders.ts';
import { step } from '../machine/progress.ts';
import { newerOf } from './deploy/admit.ts';
import { type Places, placesIn } from './deploy/places.ts';
import type { Workplace } from './deploy/workplace.ts';
import { Refusal } from './refusal.ts';
import type { RunMark } from './run-mark.ts';
import type { RunReport } from './run-report.ts';

/** What somebody asks of a run beyond the usual. */
export interface PublishOptions {
  /** The local day to compute rankings for, instead of today. */
  asOf?: string | undefined;
  /** Go on although much of the site goes, up to a state; `Infinity`: whatever the state. */
  acceptLossUpTo?: number | undefined;
  /** Go on where nobody knows which edition the site is: there is none yet, or it is served from here. */
  first?: boolean | undefined;
  /** End a pause, wherever the site is served. */
  release?: boolean | undefined;
}

/** One try to make the site what it should be. */
export interface Run {
  places: Places;
  workplace: Workplace;
  mark: RunMark;
  report: RunReport;
  options: PublishOptions;
  /** What was live here when the run began. */
  here: Edition | null;
  /** What the site says that it is where it is served, if that is not here. */
  elsewhere: Edition | null;
  /** The newest of the desk's orders that is carried out with it. */
  order: number;
  /** Whether somebody ended the pause of what is live elsewhere. */
  isReleased: boolean;
}

/** Where the editions of this machine lie. */
export function placesHere(): Places {
  return placesIn(folders.siteState);
}

/** The edition that a run's would take the place of. */
export function replacedBy({ here, elsewhere, isReleased }: Run): Edition | null {
  return newerOf(here, elsewhere && isReleased ? { ...elsewhere, paused: null } : elsewhere);
}

/** A file of the run's own. */
export function workFile({ workplace }: Run, name: string): string {
  return path.join(workplace.folder, name);
}

const labels: Record<Stage, string> = {
  pull: 'Pulling what was published',
  'take-in': 'Taking it in',
  compile: 'Compiling the site',
  draw: 'Drawing the pages',
  verify: 'Verifying them',
  deploy: 'Putting the edition live',
};

/**
 * Does one stage of a run: shows it, tells the desk, and counts its time. Between stages a run that was taken over
 * stops.
 */
export async function stage<T>(run: Run, name: Stage, work: () => T | Promise<T>): Promise<T> {
  if (!run.mark.isMine()) throw takenOver();
  run.report.stage(name);
  const began = performance.now();
  try {
    return await step(labels[name], async () => work());
  } catch (error) {
    // Whoever took the run over may have cleared its folder away under its feet.
    throw run.mark.isMine() ? error : takenOver();
  } finally {
    run.report.over(name, performance.now() - began);
  }
}

function takenOver(): Refusal {
  return new Refusal(
    'older',
    'Another publisher took this run over, since nothing was heard of it for a while. It goes on in its place.',
  );
}
