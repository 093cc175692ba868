import { copyFileSync, linkSync } from 'node:fs';

/** What file systems say that know no second name for a file, or no further one. */
const noLinks = ['EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP'];

/** Gives a file a second name, or copies it where that cannot be. */
export function linkOrCopy(file: string, target: string): void {
  try {
    linkSync(file, target);
  } catch (error) {
    if (!noLinks.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    copyFileSync(file, target);
  }
}
