import { expect, it } from 'vitest';
import { timesIn } from './words-of';

const space = '\u00a0';

it('today needs no date', () => {
  expect(timesIn('en').at('2026-11-23T09:02:33.000Z')).toBe('at 14:02');
  expect(timesIn('ru').since('2026-11-23T09:02:33.000Z')).toBe('с 14:02');
});

it('the day is the office’s, not the one in UTC', () => {
  expect(timesIn('en').at('2026-11-22T19:30:00.000Z')).toBe('at 00:30');
  expect(timesIn('en').at('2026-11-22T18:30:00.000Z')).toBe(`on 22${space}November at 23:30`);
  expect(timesIn('ru').at('2026-11-22T18:30:00.000Z')).toBe(`22${space}ноября в 23:30`);
  expect(timesIn('ru').since('2026-11-22T18:30:00.000Z')).toBe(`с 22${space}ноября, 23:30`);
});

it('another year is named', () => {
  expect(timesIn('en').moment('2025-12-31T07:00:00.000Z')).toBe(`31${space}December${space}2025, 12:00`);
});

it('the zone is named to somebody who lives by another clock', () => {
  expect(timesIn('en', 'Europe/Berlin').at('2026-11-23T09:02:00.000Z')).toBe('at 14:02 (Almaty time)');
  expect(timesIn('ru', 'Europe/Berlin').zone).toBe('время Алматы');
  expect(timesIn('en', 'Asia/Tashkent').at('2026-11-23T09:02:00.000Z')).toBe('at 14:02');
});

it('spans are read as people say them', () => {
  expect(timesIn('en').span(230)).toBe(`0.2${space}s`);
  expect(timesIn('ru').span(4250)).toBe(`4,3${space}с`);
  expect(timesIn('en').span(125_000)).toBe(`2${space}min 5${space}s`);
});
