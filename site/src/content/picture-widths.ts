const widths = [400, 800, 1200, 1600];

/** The widths in which a picture is made, in pixels, rising: none is larger than the picture. @example 1000 // => [400, 800, 1000] */
export function pictureWidths(original: number): number[] {
  return [...new Set(widths.map((width) => Math.min(width, original)))];
}
