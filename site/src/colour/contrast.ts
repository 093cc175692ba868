/** A colour of sRGB, `#rrggbb`. */
export type Colour = string;

/**
 * How much two colours stand out from each other, from 1 to 21: WCAG 2.2's contrast ratio
 * (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). Text wants 4.5.
 */
export function contrast(one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Relative luminance (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance), with the limit of IEC 61966-2-1. */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Red, green and blue, each from 0 to 255. @example channels('#0b5577') // => [11, 85, 119] */
export function channels(colour: Colour): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
