import { daysBetween } from '@newsroom/shared/local-time';

/** A line of steps over days, in the units of its `viewBox`; texts and their classes are the component's. */
export interface StepChart {
  width: number;
  height: number;
  /** The outline of what lies below the steps, and the steps, as paths of SVG. */
  area: string;
  line: string;
  /** Lines across at round numbers, the lowest first. */
  marks: { value: number; y: number }[];
  points: { x: number; y: number }[];
  /** From where to where the marks reach; the texts of the marks stand before the start. */
  start: number;
  end: number;
}

export interface DayValue {
  day: string;
  value: number;
}

const width = 720;
const height = 280;
const edge = { start: 64, end: 16, top: 16, bottom: 40 };

/**
 * Draws values that hold from their day until the next one: days in proportion, values from zero up.
 *
 * @param values of at least two days, the oldest first
 * @param mirrored whether time runs from right to left, as in a text that does
 */
export function stepChart(values: readonly DayValue[], mirrored: boolean): StepChart {
  const first = values[0]?.day ?? '';
  const length = Math.max(1, daysBetween(first, values.at(-1)?.day ?? first));
  const top = roundTop(Math.max(1, ...values.map(({ value }) => value)));
  const turn = (x: number) => (mirrored ? width - x : x);
  const x = (day: string) => round(turn(edge.start + ((width - edge.start - edge.end) * daysBetween(first, day)) / length));
  const y = (value: number) => round(height - edge.bottom - ((height - edge.top - edge.bottom) * value) / top);
  const points = values.map(({ day, value }) => ({ x: x(day), y: y(value) }));
  const line = points.map((point, index) => (index === 0 ? `M${point.x} ${point.y}` : `H${point.x}V${point.y}`)).join('');
  return {
    width,
    height,
    line,
    area: `${line}V${y(0)}H${points[0]?.x ?? 0}Z`,
    marks: [0, top / 2, top].map((value) => ({ value, y: y(value) })),
    points,
    start: turn(edge.start),
    end: turn(width - edge.end),
  };
}

/** The next number that is an even digit, or ten, times a power of ten. @example roundTop(412) // => 600 */
function roundTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return [2, 4, 6, 8, 10].map((step) => step * power).find((step) => step >= value) ?? value;
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
