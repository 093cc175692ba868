import { dirname, join } from 'node:path';

/** Where the files of a snapshot's content lie: a folder beside the snapshot. */
export function mediaFolder(snapshot: string): { originals: string; made: string } {
  const folder = join(dirname(snapshot), 'media');
  return {
    /** As uploaded, each named by its SHA-256. */
    originals: join(folder, 'originals'),
    /** Pictures in the widths that pages show, named as at the end of their addresses. */
    made: join(folder, 'made'),
  };
}
