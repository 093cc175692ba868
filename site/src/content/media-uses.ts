import type { FeedEntry } from '@newsroom/shared/feed';
import { type MediaFile, pictureTypes } from '@newsroom/shared/media';

/** A file that a published document names. */
export interface MediaUse {
  file: MediaFile;
  /** Where in the document. @example 'cover.file' */
  field: string;
}

/** The files that an entry names, in the order of its fields. */
export function mediaUses({ data }: Pick<FeedEntry, 'data'>): MediaUse[] {
  const uses: MediaUse[] = [];
  gather(data, '', uses);
  return uses;
}

/** Whether a file is one that pages show, of which copies are made. */
export function isPicture(file: MediaFile): file is MediaFile & { dimensions: { width: number; height: number } } {
  return file.dimensions !== null && (pictureTypes as readonly string[]).includes(file.mime);
}

function gather(value: object, field: string, uses: MediaUse[]): void {
  if ('sha256' in value && 'mime' in value) {
    uses.push({ file: value as MediaFile, field });
    return;
  }
  // Most members are texts: nothing is made of those.
  for (const [name, member] of Object.entries(value)) {
    if (typeof member === 'object' && member !== null) gather(member, field === '' ? name : `${field}.${name}`, uses);
  }
}
