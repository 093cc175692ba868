import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Places } from './deploy/places.ts';
import { openWorkplace, type Workplace } from './deploy/workplace.ts';
import { takeMark } from './run-mark.ts';
import { newPlaces } from './testing/made-site.ts';

let places: Places;
let workplace: Workplace;
beforeEach(() => {
  places = newPlaces();
  workplace = openWorkplace(places);
});
afterEach(() => {
  workplace.leave();
  rmSync(places.root, { recursive: true });
});

const take = () => takeMark(places, workplace, () => undefined);

it('a publisher that was frozen while it wrote its mark is waited for', { timeout: 120_000 }, async () => {
  const frozen = new DatabaseSync(places.mark);
  frozen.exec('BEGIN EXCLUSIVE');
  const taking = take();
  setTimeout(() => frozen.close(), 2500); // longer than anybody writes who is awake
  const mark = await taking;
  expect(mark.isMine()).toBe(true);
  mark.giveBack();
});

it('a full disk keeps a run from its signs of life, and ends nobody', { timeout: 120_000 }, async () => {
  const mark = await take();
  const asked = vi.spyOn(DatabaseSync.prototype, 'prepare').mockImplementation(() => {
    throw Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 });
  });
  while (asked.mock.calls.length === 0) await pause(50);
  expect(() => mark.giveBack()).not.toThrow();
  asked.mockRestore();
  workplace.leave();
  workplace = openWorkplace(places);
  const next = await take();
  expect(next.isMine()).toBe(true);
  next.giveBack();
});
