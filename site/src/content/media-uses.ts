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
  return usesIn(data, []);
}

/** Whether a file is one that pages show, of which copies are made. */
export function isPicture(file: MediaFile): file is MediaFile & { dimensions: { width: number; height: number } } {
  return file.dimensions !== null && (pictureTypes as readonly string[]).includes(file.mime);
}

function usesIn(value: unknown, path: readonly string[]): MediaUse[] {
  if (value === null || typeof value !== 'object') return [];
  if ('sha256' in value && 'mime' in value) return [{ file: value as MediaFile, field: path.join('.') }];
  return Object.entries(value).flatMap(([key, member]) => usesIn(member, [...path, key]));
}
