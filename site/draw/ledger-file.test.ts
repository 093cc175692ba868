import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { newFolder } from '../test/feed-file.ts';
import { dropOtherLedgers, openLedger } from './ledger-file.ts';

const state = { snapshot: 'one', number: 1, code: 'c', root: 'r' };
const files = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.sqlite'));

test('a ledger that was kept is gone on with, one that was not is as it was', () => {
  const folder = newFolder();
  const first = openLedger(folder);
  expect(first.state()).toBeUndefined();
  first.keep(state);
  first.close();
  const second = openLedger(folder);
  expect(second.state()).toEqual(state);
  second.empty();
  second.close();
  const third = openLedger(folder);
  expect(third.state()).toEqual(state);
  third.close();
  expect(files(folder)).toHaveLength(1);
});

test('one that somebody keeps to himself is left to him, and goes when he is gone', () => {
  const folder = newFolder();
  const frozen = openLedger(folder);
  const other = openLedger(folder);
  expect(other.state()).toBeUndefined();
  other.keep({ ...state, root: 'newer' });
  other.close();
  dropOtherLedgers(folder);
  expect(files(folder)).toHaveLength(2);
  frozen.close();
  dropOtherLedgers(folder);
  expect(files(folder)).toHaveLength(1);
  const left = openLedger(folder);
  expect(left.state()?.root).toBe('newer');
  left.close();
});
