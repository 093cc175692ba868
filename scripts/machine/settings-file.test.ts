import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { readSettings } from './settings-file.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'newsroom-settings-'));
const file = path.join(folder, '.env');
const made = 'made-at-the-first-start';
const read = () => readSettings(file, '# An opening\n', { SALT: () => made, TOKEN: () => `${made}-too` });
const after = (text: string) => {
  writeFileSync(file, text);
  return read();
};

beforeEach(() => rmSync(file, { force: true, recursive: true }));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a file of settings', () => {
  it('is made where there is none, for its owner alone', () => {
    expect(read()).toEqual({ SALT: made, TOKEN: `${made}-too` });
    expect(readFileSync(file, 'utf8')).toBe(`# An opening\nSALT=${made}\nTOKEN=${made}-too\n`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('gets the secrets that it lacks and keeps the others', () => {
    expect(after('SALT=a-salt-of-long-ago-1\nPORT=1')).toEqual({ SALT: 'a-salt-of-long-ago-1', PORT: '1', TOKEN: `${made}-too` });
    expect(readFileSync(file, 'utf8')).toBe(`SALT=a-salt-of-long-ago-1\nPORT=1\nTOKEN=${made}-too\n`);
  });

  it('is read as Windows programs write it', () => {
    expect(after('\ufeffSALT="a-salt-of-long-ago-1"\r\n\r\n# ports\r\nPORT = 1\r\nTOKEN=a-token-of-long-ago')).toEqual({
      SALT: 'a-salt-of-long-ago-1',
      PORT: '1',
      TOKEN: 'a-token-of-long-ago',
    });
  });

  it.each([
    ['nothing', ''],
    ['zeros, after a loss of power', '\0'.repeat(500)],
  ])('is made anew where it holds %s', (_, text) => {
    expect(after(text)).toEqual({ SALT: made, TOKEN: `${made}-too` });
    expect(readFileSync(file, 'utf8')).not.toContain('\0');
  });

  it('may say the same twice', () => {
    expect(after('PORT=1\nPORT=1\n').PORT).toBe('1');
  });
});

describe('a line that cannot be meant', () => {
  it.each([
    ['without a value', 'PORT=1\nSITE_POR', 'line 2 is no setting'],
    ['of rubbish', 'PORT=1\n\u0001\u0002x\n', 'line 2 is no setting'],
    ['with zeros behind it', `PORT=1\nSALT=a-salt-of-long${'\0'.repeat(9)}`, 'line 2 is no setting'],
    ['that another contradicts', 'PORT=1\n\nPORT=2', 'lines 1 and 3 both set PORT'],
    ['with a secret that was cut off', 'PORT=1\nTOKEN=xy', 'line 2: TOKEN is shorter than 16 characters'],
  ])('%s is named, and the file is left as it is', (_, text, words) => {
    expect(() => after(text)).toThrow(words);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
});

it('a folder in the place of the file is named', () => {
  mkdirSync(file);
  expect(read).toThrow(`${file} is a folder`);
});
