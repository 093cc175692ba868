import { describe, expect, test } from 'vitest';
import { type DayValue, stepChart } from './step-chart.ts';

const values: DayValue[] = [
  { day: '2022-05-20', value: 40 },
  { day: '2022-05-25', value: 200 },
  { day: '2022-06-04', value: 412 },
];

describe('a chart of steps', () => {
  const chart = stepChart(values, false);

  test('has its days in proportion and its values from zero to a round number', () => {
    const [one, two, three] = chart.points.map(({ x }) => x);
    expect(((two ?? 0) - (one ?? 0)) * 2).toBeCloseTo((three ?? 0) - (two ?? 0), 0);
    expect(chart.marks.map(({ value }) => value)).toEqual([0, 300, 600]);
  });

  test('goes along until a new value, and then up: nothing is invented between two days', () => {
    expect(chart.line).toMatch(/^M[\d.]+ [\d.]+(H[\d.]+V[\d.]+){2}$/);
  });

  test('is turned round where texts run from right to left', () => {
    const turned = stepChart(values, true);
    expect(turned.points.map(({ x }) => Math.round(turned.width - x))).toEqual(chart.points.map(({ x }) => Math.round(x)));
    expect(turned.points.map(({ y }) => y)).toEqual(chart.points.map(({ y }) => y));
  });

  test.each([
    [0, 2],
    [1, 2],
    [7, 8],
    [100, 200],
    [100_000, 200_000],
  ])('up to %d has a mark at %d on top', (value, top) => {
    const days = ['2022-05-20', '2022-05-21'].map((day) => ({ day, value }));
    expect(stepChart(days, false).marks.at(-1)?.value).toBe(top);
  });

  test('stays within its frame with sixty days', () => {
    const days = Array.from({ length: 60 }, (_, index) => ({
      day: new Date(Date.UTC(2022, 3, 1 + index)).toISOString().slice(0, 10),
      value: index * 7,
    }));
    const { points, width, height } = stepChart(days, false);
    for (const { x, y } of points) {
      expect(x > 0 && x < width).toBe(true);
      expect(y > 0 && y < height).toBe(true);
    }
  });
});
