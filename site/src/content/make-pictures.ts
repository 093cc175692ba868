import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { picturePath } from '@newsroom/shared/permalink';
import type Sharp from 'sharp';
import { pictureWidths } from './picture-widths.ts';

/** What one picture may have at most: 10,000 × 10,000. A small file can unfold into more than a machine can hold. */
const mostPixels = 100_000_000;

/** Only these are pictures here, whatever a file calls itself: an SVG would be a program. */
const formats = ['jpeg', 'png', 'webp', 'heif', 'gif'];

/**
 * Makes a picture in every width that pages show, unless that was done before: WebP, turned as the camera was held,
 * without what the camera wrote into it; of an animation its first frame.
 *
 * @returns what is wrong with the picture, as part of a sentence; undefined when all is there
 */
export async function makePictures(request: {
  original: string;
  made: string;
  sha256: string;
  /** As shown, in pixels. */
  width: number;
}): Promise<string | undefined> {
  const { original, made, sha256, width } = request;
  const missing = pictureWidths(width)
    .map((each) => ({ width: each, file: join(made, basename(picturePath(sha256, each))) }))
    .filter(({ file }) => !existsSync(file));
  if (missing.length === 0) return undefined;
  mkdirSync(made, { recursive: true });
  const { default: sharp } = await import('sharp'); // takes longer to load than most take-ins do
  try {
    const { format, width: across, height } = await sharp(original, { limitInputPixels: false }).metadata();
    if (!formats.includes(format)) return `is no picture that the site can show, but ${format}`;
    if (across * height > mostPixels) return `has ${across} × ${height} pixels, more than the ${mostPixels} that the site takes`;
    for (const wanted of missing) await makeOne(sharp, original, wanted);
    return undefined;
  } catch (error) {
    return `cannot be read as a picture (${(error as Error).message.split('\n')[0]})`;
  }
}

/** Under another name first: a picture is there whole or not at all. */
async function makeOne(sharp: typeof Sharp, original: string, { file, width }: { file: string; width: number }): Promise<void> {
  const unfinished = `${file}.${process.pid}`;
  try {
    await sharp(original, { limitInputPixels: mostPixels, failOn: 'error' })
      .autoOrient()
      .resize({ width, withoutEnlargement: true })
      .webp({ quality: 80 })
      .toFile(unfinished);
    renameSync(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
}
