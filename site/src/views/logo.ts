import type { Picture } from '@newsroom/shared/media';
import { picturePath } from '@newsroom/shared/permalink';
import { pictureWidths } from '../content/picture-widths.ts';

/** An emblem beside a name, in CSS pixels; who sees it reads the name, so that it needs no text of its own. */
export interface Logo {
  src: string;
  width: number;
  height: number;
}

export function logoOf(file: Picture['file'] | null): Logo | undefined {
  if (file === null) return undefined;
  const { width, height } = file.dimensions;
  return { src: picturePath(file.sha256, Math.min(...pictureWidths(width))), width, height };
}
