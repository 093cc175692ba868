import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { explainFullDisk, explainSystemFault } from './system-fault.mjs';

function faultOf(act: () => unknown): unknown {
  try {
    act();
    return undefined;
  } catch (error) {
    return error;
  }
}

describe('a fault of the machine', () => {
  it.each([
    ['a full disk', () => writeFileSync('/dev/full', 'x'), 'The disk is full'],
    ['a folder where a file should be', () => readFileSync(tmpdir()), 'a folder where a file should be'],
    ['a file where a folder should be', () => readFileSync(path.join(import.meta.filename, 'x')), 'a file where a folder'],
  ])('%s is told with what to do', (_, act, words) => {
    expect(explainSystemFault(faultOf(act))).toContain(words);
  });

  it.each(['EACCES', 'EPERM', 'EROFS'])('%s names the place', (code) => {
    const error = Object.assign(new Error(code), { code, path: '/srv/newsroom/var', dest: '/srv/other' });
    expect(explainSystemFault(error)).toContain('/srv/newsroom/var or /srv/other');
  });

  it('a file system that can only be read is told by its words, where it has no code', () => {
    const error = Object.assign(new Error(", Unknown error: Read-only file system '/srv/newsroom/a'"), { code: '' });
    expect(explainSystemFault(error)).toContain('/srv/newsroom/a lies on a file system that can only be read');
  });

  it('is nothing that this code did wrong itself', () => {
    expect(explainSystemFault(new TypeError('undefined is not a function'))).toBeUndefined();
    expect(explainSystemFault(faultOf(() => readFileSync('/nowhere/at/all')))).toBeUndefined();
  });
});

it('a disk with space is not called full', () => {
  expect(explainFullDisk(import.meta.dirname)).toBeUndefined();
});
