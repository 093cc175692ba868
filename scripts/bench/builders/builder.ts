import type { Sample, SubjectName } from '../measure.ts';

/** A site generator that makes a site of a workload, in a folder of its own. */
export interface Builder {
  subject: SubjectName;
  /** Removes its site and all its caches, but not what depends on code alone. */
  forget(): void;
  /** Builds the site as a new process. */
  build(): Promise<Sample>;
}

/** One that can also be measured after an edit. */
export interface EditableBuilder extends Builder {
  /** Gives it another text of one release. @param turn another number each time */
  edit(turn: number): void;
}
