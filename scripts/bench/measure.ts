import type { Workload } from './workload.ts';

/** What can be measured; `measures.ts` says how. */
export const measureNames = ['full-build', 'publish-to-live', 'cold-edit', 'feed-whole', 'feed-difference'] as const;

export type MeasureName = (typeof measureNames)[number];

/** Whom it is measured of. */
export type SubjectName = 'newsroom' | 'hugo' | 'astro' | 'strapi-rest';

/** One run of one subject. */
export interface Sample {
  wallSeconds: number;
  /** The most memory that its processes held together, in MiB; null where that cannot be seen. */
  peakMiB: number | null;
  /** How many pages were made, or documents given; null where there is nothing to count. */
  pages: number | null;
}

/** A subject that is ready to be measured. */
export interface Trial {
  subject: SubjectName;
  /** Runs it once, from the same beginning each time. */
  run(): Promise<Sample>;
}

/** Something that is measured of several subjects, which take turns. */
export interface Measure {
  name: MeasureName;
  /** Makes all ready for a workload; a subject that cannot be measured here is left out, with a word to `tell`. */
  prepare(workload: Workload, tell: (words: string) => void): Promise<Prepared>;
}

export interface Prepared {
  trials: Trial[];
  /** Ends what was started for the trials. */
  end?(): Promise<void>;
}
