import type { Picture } from '@newsroom/shared/media';
import { picturePath } from '@newsroom/shared/permalink';
import type { MediaUse } from '../content/media-uses.ts';
import { pictureWidths } from '../content/picture-widths.ts';
import type { HeadImage } from './head.ts';

/** A picture as an `<img>` shows it, in the widths that were made of it. */
export interface ShownPicture {
  src: string;
  srcset: string;
  /** How wide it stands on the page, as the attribute of that name says it. */
  sizes: string;
  /** In pixels, of the largest. */
  width: number;
  height: number;
  /** Empty for one that only repeats what stands beside it. */
  alt: string;
  /** The largest, for those who want to see more of it. */
  largest: string;
}

/** A picture with what is said below it. */
export interface CaptionedPicture extends ShownPicture {
  caption: string | undefined;
  credit: string | undefined;
}

/** How wide a picture of the text's width stands. */
export const textWidth = '(min-width: 48rem) 44rem, 100vw';

/** @param file a file that can be shown @param sizes the attribute of that name */
export function shownPicture(file: PictureFile, alt: string, sizes: string): ShownPicture {
  const { width, height } = file.dimensions;
  const widths = pictureWidths(width);
  const largestWidth = Math.max(...widths);
  const largest = picturePath(file.sha256, largestWidth);
  return {
    src: picturePath(file.sha256, widths[1] ?? largestWidth),
    srcset: widths.map((each) => `${picturePath(file.sha256, each)} ${each}w`).join(', '),
    sizes,
    width: largestWidth,
    height: heightAt(largestWidth, width, height),
    alt,
    largest,
  };
}

export function captionedPicture({ file, alternativeText, caption, credit }: Picture, sizes: string): CaptionedPicture {
  return { ...shownPicture(file, alternativeText, sizes), caption: caption ?? undefined, credit: credit ?? undefined };
}

/** A picture as it is shown where somebody shares a page: those who show it want it about 1,200 pixels wide. */
export function sharedImage(file: PictureFile, alt: string): HeadImage {
  const { width: original, height } = file.dimensions;
  const width = Math.max(...pictureWidths(original).filter((each) => each <= 1200));
  return { src: picturePath(file.sha256, width), width, height: heightAt(width, original, height), alt };
}

function heightAt(width: number, original: number, height: number): number {
  return Math.max(1, Math.round((height * width) / original));
}

type PictureFile = Pick<MediaUse['file'], 'sha256'> & { dimensions: { width: number; height: number } };
