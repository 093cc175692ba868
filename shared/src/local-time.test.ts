import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, localDay, localMonth } from './local-time.ts';

describe("the office's calendar", () => {
  it.each([
    ['2022-06-04T12:30:00.000Z', '2022-06-04'],
    ['2022-06-04T17:59:59.999Z', '2022-06-04'], // six hours ahead of UTC until 1 March 2024
    ['2022-06-04T18:00:00.000Z', '2022-06-05'],
    ['2026-06-04T18:59:59.999Z', '2026-06-04'], // five hours since
    ['2026-06-04T19:00:00.000Z', '2026-06-05'],
  ])('%s is %s there', (instant, day) => {
    expect(localDay(instant)).toBe(day);
  });

  it('has its own months', () => {
    expect(localMonth('2026-12-31T19:00:00.000Z')).toBe('2027-01');
  });
});

describe('days', () => {
  it('are counted across months and leap years', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });
});
