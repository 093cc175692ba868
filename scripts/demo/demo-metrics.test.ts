import { metricsImportSchema } from '@newsroom/shared/daily-metrics';
import { addDays } from '@newsroom/shared/local-time';
import { describe, expect, it } from 'vitest';
import { readDemoContent } from './demo-content.ts';
import { demoDays, demoMetrics } from './demo-metrics.ts';

const { releases } = readDemoContent();
const ids = new Map(releases.map(({ key }) => [key, key.replaceAll('-', '')]));
const today = '2026-11-22';
const { rows, source } = demoMetrics(releases, ids, today);
const sum = (wanted: (row: (typeof rows)[number]) => boolean) =>
  rows.filter(wanted).reduce((total, { views }) => total + views, 0);

describe('the counts of the demo', () => {
  it('fit into requests that the CMS takes', () => {
    for (let row = 0; row < rows.length; row += 2000)
      expect(metricsImportSchema.safeParse({ source, rows: rows.slice(row, row + 2000) }).error).toBeUndefined();
  });

  it('end yesterday and go back forty days, but not before a publication', () => {
    expect(
      rows
        .map(({ day }) => day)
        .sort()
        .at(-1),
    ).toBe(addDays(today, -1));
    expect(
      rows
        .map(({ day }) => day)
        .sort()
        .at(0),
    ).toBe(addDays(today, -demoDays));
    const young = rows.filter(({ release }) => release === 'parkreferendumcalled').map(({ day }) => day);
    expect(young.sort().at(0)).toBe('2026-11-10');
  });

  it('are only about languages in which a release was written', () => {
    for (const { key, languages } of releases)
      expect(new Set(rows.filter(({ release }) => release === ids.get(key)).map(({ language }) => language))).toEqual(
        new Set(languages),
      );
  });

  it('fall after a publication, and are fewer at weekends', () => {
    const park = (day: string) => sum((row) => row.release === 'parkreferendumcalled' && row.day === day);
    expect(park('2026-11-10')).toBeGreaterThan(2 * park('2026-11-13'));
    const weekday = (wanted: number[]) =>
      sum((row) => row.day < '2026-11-08' && wanted.includes(new Date(row.day).getUTCDay()) && row.release === 'voterregister');
    expect(weekday([2, 3])).toBeGreaterThan(weekday([0, 6]));
  });

  it('are mostly Kazakh and Russian', () => {
    const [kk, ru, en] = (['kk', 'ru', 'en'] as const).map((one) => sum(({ language }) => language === one));
    expect(Math.min(kk ?? 0, ru ?? 0)).toBeGreaterThan(2 * (en ?? 0));
  });

  it('are always the same', () => {
    expect(demoMetrics(releases, ids, today).rows).toEqual(rows);
  });
});
