import type { Sample, SubjectName } from '../measure.ts';

/** A site generator that makes a site of a workload, in a folder of its own. */
export interface Builder {
  subject: SubjectName;
  /** Removes its site and all its caches, but not what depends on code alone. */
  forget(): void;
  /** Builds the site as a new process. */
  build(): Promise<Sample>;
}
