import { dirname, join } from 'node:path';

/** Grows when pictures are made in another way (quality, kind, cut), so that all are made anew. */
const pictureFormat = 1;

/** Where the files of a snapshot's content lie: a folder beside the snapshot. */
export function mediaFolder(snapshot: string): { originals: string; made: string } {
  const folder = join(dirname(snapshot), 'media');
  return {
    /** As uploaded, each named by its SHA-256. */
    originals: join(folder, 'originals'),
    /** Pictures in the widths that pages show, named as at the end of their addresses. */
    made: join(folder, 'made', `format-${pictureFormat}`),
  };
}
