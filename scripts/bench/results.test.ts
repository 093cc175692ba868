import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { chartOf } from './chart.ts';
import { readOptions } from './options.ts';
import { type Row, rowOf } from './row.ts';
import { tableOf } from './table.ts';

const row = (subject: Row['subject'], n: number, wallSeconds: number, peakMiB: number | null = 100): Row => ({
  ...{ measure: 'full-build', subject, n, runs: 3, wallSeconds, peakMiB, pages: 7000 },
});
const rows = [
  ...[row('newsroom', 1000, 2, 300), row('hugo', 1000, 4, 600), row('astro', 1000, 10, 400)],
  ...[row('newsroom', 10_000, 12), row('hugo', 10_000, 40), row('astro', 10_000, 60)],
];

describe('a row', () => {
  const of = { measure: 'full-build', subject: 'hugo', n: 1000 } as const;

  it('has the medians of its runs', () => {
    const samples = [5, 1, 3].map((wallSeconds) => ({ wallSeconds, peakMiB: wallSeconds * 10, pages: 7 }));
    expect(rowOf(of, samples)).toEqual({ ...of, runs: 3, wallSeconds: 3, peakMiB: 30, pages: 7 });
  });

  it('of two runs has what lies between them', () => {
    const samples = [1, 2].map((wallSeconds) => ({ wallSeconds, peakMiB: null, pages: null }));
    expect(rowOf(of, samples)).toEqual({ ...of, runs: 2, wallSeconds: 1.5, peakMiB: null, pages: null });
  });
});

describe('the table', () => {
  const cells = tableOf(rows)
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));

  it('has a line for each row, below its heads', () => {
    expect(cells).toHaveLength(2 + rows.length);
    expect(cells[0]).toContain('time ÷ hugo');
    expect(cells[0]).not.toContain('time ÷ strapi-rest');
    expect(cells[3]?.slice(1, 8)).toEqual(['full-build', '1000', 'hugo', '3', '4.00', '600', '7000']);
  });

  it('has the shares of the newsroom alone, in the same number of releases', () => {
    expect(cells[2]?.slice(8, 12)).toEqual(['0.50', '0.50', '0.20', '0.75']);
    expect(cells[5]?.slice(8, 12)).toEqual(['0.30', '1.00', '0.20', '1.00']);
    expect(cells[3]?.slice(8, 12)).toEqual(['', '', '', '']);
  });

  it('leaves open what was not measured', () => {
    expect(tableOf([row('newsroom', 1, 1, null)])).toMatch(/\| 1\.00 +\| {10,}\| 7000/);
  });
});

describe('the chart', () => {
  const chart = chartOf(rows) ?? '';

  it('is XML, with a title and all values in words', () => {
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(chart).close();
    expect(chart).toContain('<title id="title">Full build: seconds by number of releases</title>');
    expect(chart).toContain('Hugo: 4.0 s with 1,000 releases, 40 s with 10,000 releases.');
  });

  it('has a line for each subject, and lies within itself', () => {
    expect(chart.match(/<g class="/g)).toHaveLength(3);
    const heights = [...chart.matchAll(/cy="([\d.]+)"/g)].map(([, y]) => Number(y));
    expect(heights).toHaveLength(rows.length);
    expect(heights.every((y) => y >= 56 && y <= 340)).toBe(true);
  });

  it('loads nothing, and is made for light and for dark', () => {
    expect(chart).not.toMatch(/href|url\(|@import|@font-face/);
    expect(chart).toContain('prefers-color-scheme:dark');
  });

  it('is none of one number of releases', () => {
    expect(chartOf(rows.slice(0, 3))).toBeUndefined();
  });
});

describe('the options', () => {
  it('say what is measured', () => {
    const options = readOptions(['--n', '50,60', '--only', 'cold-edit,full-build', '--out', '/tmp/a.json']);
    expect(options).toMatchObject({ sizes: [50, 60], runs: 3, only: ['cold-edit', 'full-build'], out: '/tmp/a.json' });
  });

  it.each([
    [['--n', '0'], '--n is "0"'],
    [['--runs', 'many'], '--runs is "many"'],
    [['--only', 'speed'], '"speed" is no measure'],
    [['--out', 'rows.txt'], 'give a file that ends in .json'],
    [['--fast'], 'Unknown option'],
  ])('%j is refused with the usage', (args, words) => {
    expect(() => readOptions(args)).toThrow(words);
    expect(() => readOptions(args)).toThrow('npm run bench');
  });
});
