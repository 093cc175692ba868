import { describe, expect, it } from 'vitest';
import { type LastCall, type Situation, whenToCall } from '../src/plugins/newsroom/server/src/desk/when-to-call';

const times = { quiet: 2000, longest: 15_000 };
const wanted = { epoch: 'history', seq: 9, order: 0 };
const live = { epoch: 'history', seq: 9, order: 0, paused: null };
const older = { ...live, seq: 8 };
const paused = { ...older, paused: { by: 'Aigerim', at: '2026-01-31T10:00:00.000Z' } };
const unrest = { first: 1_000_000, last: 1_000_000 };
const minute = 60_000;

const due = (situation: Partial<Situation>) =>
  whenToCall({ wanted, seen: older, called: undefined, unrest, ...situation }, times);
const called = (more: Partial<LastCall>): LastCall => ({ wanted, at: 2_000_000, failed: false, times: 1, ...more });

describe('nobody is called', () => {
  it('when the site shows what it should', () => {
    expect(due({ seen: live })).toBeUndefined();
    expect(due({ seen: { ...live, seq: 12 } })).toBeUndefined();
  });

  it('when the site is paused, and every order was carried out', () => {
    expect(due({ seen: paused })).toBeUndefined();
    expect(due({ wanted: { ...wanted, order: 1 }, seen: { ...paused, order: 1 } })).toBeUndefined();
  });
});

describe('after a change', () => {
  it('somebody is called when nothing changed for a while', () => {
    expect(due({})).toBe(1_002_000);
    expect(due({ unrest: { first: 1_000_000, last: 1_005_000 } })).toBe(1_007_000);
  });

  it('somebody is called in the end, however busy the night', () => {
    expect(due({ unrest: { first: 1_000_000, last: 1_014_500 } })).toBe(1_015_000);
  });

  it('of another history, or where the site was never seen, somebody is called as well', () => {
    expect(due({ seen: { ...live, epoch: 'another' } })).toBe(1_002_000);
    expect(due({ seen: undefined })).toBe(1_002_000);
  });

  it('a call for an earlier state does not stand in the way', () => {
    expect(due({ called: called({ wanted: { ...wanted, seq: 8 } }) })).toBe(1_002_000);
    expect(due({ called: called({ wanted: { ...wanted, seq: 8 }, failed: true, times: 9 }) })).toBe(1_002_000);
  });
});

describe('an order', () => {
  const ordered = { ...wanted, order: 4 };

  it('is called for at once', () => {
    expect(due({ wanted: ordered })).toBe(1_000_000);
    expect(due({ wanted: ordered, called: called({}) })).toBe(1_000_000);
  });

  it('is called for although the site is paused, or shows everything', () => {
    expect(due({ wanted: ordered, seen: paused, called: called({}) })).toBe(1_000_000);
    expect(due({ wanted: ordered, seen: live, called: called({}) })).toBe(1_000_000);
  });

  it('that was called for is not called for at once again', () => {
    expect(due({ wanted: ordered, called: called({ wanted: ordered }) })).toBe(2_000_000 + 10 * minute);
  });

  it('that was carried out does not hurry later changes', () => {
    expect(due({ wanted: { ...ordered, seq: 10 }, seen: { ...live, order: 4 }, called: called({ wanted: ordered }) })).toBe(
      1_002_000,
    );
  });
});

describe('a call that failed', () => {
  it('is tried again after pauses that grow from a second to five minutes', () => {
    const pauses = [1, 2, 3, 9, 10, 99].map((times) => (due({ called: called({ failed: true, times }) }) ?? 0) - 2_000_000);
    expect(pauses).toEqual([1000, 2000, 4000, 256_000, 5 * minute, 5 * minute]);
  });
});

describe('a call that was heard', () => {
  it('is made again when the site does not show the state ten minutes later, then ever more seldom', () => {
    const pauses = [1, 2, 3, 4, 99].map((times) => (due({ called: called({ times }) }) ?? 0) - 2_000_000);
    expect(pauses).toEqual([10, 20, 40, 60, 60].map((minutes) => minutes * minute));
  });
});
