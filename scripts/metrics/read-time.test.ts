import { describe, expect, it } from 'vitest';
import { readTime } from './read-time.ts';

const now = new Date('2026-01-31T12:00:00.000Z');

describe('the time of a list', () => {
  it.each([
    ['an instant in UTC', '2024-11-01T09:00:00Z', '2024-11-01T09:00:00.000Z'],
    ['an instant with an offset', '2024-11-01T09:00:00.5+05:30', '2024-11-01T03:30:00.500Z'],
    ['an offset without a colon', '2024-11-01 09:00+0500', '2024-11-01T04:00:00.000Z'],
    ["the office's clock, five hours ahead", '2024-11-01T09:00', '2024-11-01T04:00:00.000Z'],
    ['the same before March 2024, six hours ahead', '2024-02-01 09:00:30', '2024-02-01T03:00:30.000Z'],
    ["the office's midnight, on the day before in UTC", '2024-11-01T00:00', '2024-10-31T19:00:00.000Z'],
  ])('%s', (_, text, instant) => {
    expect(readTime(text, now)).toBe(instant);
  });

  it.each([
    ['no time', 'yesterday', 'is no time'],
    ['a day without a time', '2024-11-01', 'is no time'],
    ['a day that no calendar has', '2024-02-30T10:00', 'is no time'],
    ['an hour that no clock has', '2024-02-03T24:30', 'is no time'],
    ['an offset that no place has', '2024-02-03T10:00+99:00', 'offset that does not exist'],
    ['a time to come', '2026-01-31T12:00:01Z', 'lies ahead'],
    ["a time to come on the office's clock", '2026-01-31T17:01', 'lies ahead'],
    ['an hour that came twice, when the clocks were put back', '2024-02-29T23:30', 'twice'],
    ['an hour that was left out, when the clocks were put forward', '2004-03-28T02:30', 'at no time'],
  ])('%s is refused', (_, text, message) => {
    expect(() => readTime(text, now)).toThrow(message);
  });
});
