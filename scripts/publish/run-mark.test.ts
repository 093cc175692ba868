import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { openWorkplace } from './deploy/workplace.ts';
import { takeMark } from './run-mark.ts';
import { newPlaces } from './testing/made-site.ts';

it('a publisher that was frozen while it wrote its mark is waited for', { timeout: 120_000 }, async () => {
  const places = newPlaces();
  const workplace = openWorkplace(places);
  const frozen = new DatabaseSync(places.mark);
  frozen.exec('BEGIN EXCLUSIVE');
  const taking = takeMark(places, workplace, () => undefined);
  setTimeout(() => frozen.close(), 2500); // longer than anybody writes who is awake
  const mark = await taking;
  expect(mark.isMine()).toBe(true);
  mark.giveBack();
  workplace.leave();
  rmSync(places.root, { recursive: true });
});
