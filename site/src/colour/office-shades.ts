import { type Colour, channels, contrast } from './contrast.ts';

/** What the site makes of the office's colour for one kind of light: the names are those of `tokens.css`. */
export interface Shades {
  /** For links, marks and the ground of what is to be pressed. */
  accent: Colour;
  /** For text on `accent`. */
  'accent-ink': Colour;
}

/** What texts stand on, in light and in dark: `paper` and `paper-2` of `tokens.css`. */
export const grounds = { light: ['#ffffff', '#f4f3ee'], dark: ['#12171b', '#1c2328'] } as const;

/** What a text must stand out by: WCAG 2.2, success criterion 1.4.3. */
const least = 4.5;

/**
 * Readable shades of any colour: it is mixed with black for light pages and with white for dark ones, in steps of a
 * hundredth of sRGB and no further than is needed for texts on every ground.
 */
export function officeShades(colour: Colour): { light: Shades; dark: Shades } {
  return { light: shades(colour, '#000000', grounds.light), dark: shades(colour, '#ffffff', grounds.dark) };
}

function shades(colour: Colour, end: Colour, behind: readonly Colour[]): Shades {
  const steps = Array.from({ length: 101 }, (_, percent) => mix(colour, end, percent / 100));
  const accent = steps.find((step) => behind.every((ground) => contrast(step, ground) >= least)) ?? end;
  return { accent, 'accent-ink': contrast(accent, '#ffffff') >= contrast(accent, '#000000') ? '#ffffff' : '#000000' };
}

/** @param share how much of `other`: 0 is all `colour`, 1 is all `other` */
function mix(colour: Colour, other: Colour, share: number): Colour {
  const others = channels(other);
  const mixed = channels(colour).map((channel, index) => Math.round(channel + ((others[index] ?? 0) - channel) * share));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
