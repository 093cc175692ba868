/** The colours of the demo's drawings: two blues, a warm yellow, paper and sand. */
export const colour = {
  night: '#14324a',
  blue: '#2f6f9f',
  haze: '#9cc3da',
  sky: '#dcebf3',
  sand: '#f3e9d6',
  clay: '#d9c4a0',
  sun: '#e8a33d',
  rust: '#b9632f',
  paper: '#ffffff',
  light: '#e0b48f',
  dark: '#8d5a3c',
} as const;

/** A piece of SVG. */
export type Svg = string;

export function rect(x: number, y: number, width: number, height: number, fill: string, round = 0): Svg {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}" fill="${fill}"/>`;
}

export function circle(x: number, y: number, radius: number, fill: string): Svg {
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`;
}

export function shape(path: string, fill: string): Svg {
  return `<path d="${path}" fill="${fill}"/>`;
}

/** A stroke with round ends. */
export function stroke(path: string, line: string, width: number): Svg {
  return `<path d="${path}" fill="none" stroke="${line}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
}

/** Pieces moved to a place, and scaled or turned there. @param turn in degrees, clockwise */
export function at(x: number, y: number, pieces: Svg[], { scale = 1, turn = 0 } = {}): Svg {
  return `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${scale})">${pieces.join('')}</g>`;
}

/** As many pieces as wanted. @example repeat(3, (index) => circle(index * 40, 0, 10, 'red')) */
export function repeat(count: number, piece: (index: number) => Svg): Svg {
  return Array.from({ length: count }, (_, index) => piece(index)).join('');
}

/** A picture of 1920 × 1080 units: a wall, a floor, and what stands in front of them. */
export function room(wall: string, floor: string, pieces: Svg[]): Svg {
  return canvas(wide, [rect(0, 0, 1920, 1080, wall), rect(0, 860, 1920, 220, floor), ...pieces]);
}

/** A picture of 1920 × 1080 units on one ground. */
export function ground(fill: string, pieces: Svg[]): Svg {
  return canvas(wide, [rect(0, 0, 1920, 1080, fill), ...pieces]);
}

/** How large a picture is drawn, in units, and how large it comes out, in pixels. */
interface Size {
  units: [number, number];
  pixels: [number, number];
}

const wide: Size = { units: [1920, 1080], pixels: [1600, 900] };

export function canvas({ units, pixels: [width, height] }: Size, pieces: Svg[]): Svg {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${units.join(' ')}">${pieces.join('')}</svg>`;
}
