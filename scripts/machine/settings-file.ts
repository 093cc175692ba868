import { closeSync, fsyncSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { Failure } from './failure.ts';

/** What each secret is made by. */
type Secrets = Readonly<Record<string, () => string>>;

/** A secret that is shorter was cut off: by a slip of the hand, or by a machine that lost its power. */
const shortestSecret = 16;

/**
 * Reads a file of settings, `NAME=value` on each line, and adds the secrets that it lacks. Where there is no file,
 * or nothing in it, makes one with the opening.
 *
 * @throws Failure that names each line that cannot be meant
 */
export function readSettings(file: string, opening: string, secrets: Secrets): Record<string, string> {
  const found = readIfThere(file);
  // After a loss of power a file can be there and hold nothing but zeros.
  const text = /^[\s\0]*$/.test(found) ? opening : found;
  refuseFaults(file, text, secrets);
  const known = parseEnv(text) as Record<string, string>;
  const missing = Object.keys(secrets).filter((name) => !known[name]);
  if (missing.length === 0) return known;
  const added = missing.map((name) => `${name}=${secrets[name]?.()}\n`).join('');
  const complete = `${text}${text.endsWith('\n') ? '' : '\n'}${added}`;
  writeWhole(file, complete);
  return parseEnv(complete) as Record<string, string>;
}

function readIfThere(file: string): string {
  const there = statSync(file, { throwIfNoEntry: false });
  if (there?.isDirectory())
    throw new Failure(`${file} is a folder where the settings should be. Move it away, then start again.`);
  return there === undefined ? '' : readFileSync(file, 'utf8').replace(/^\ufeff/, '');
}

function refuseFaults(file: string, text: string, secrets: Secrets): void {
  const places = new Map<string, { number: number; value: string }>();
  const faults = text.split(/\r?\n/).flatMap((line, index) => {
    const number = index + 1;
    if (/^\s*(#.*)?$/.test(line)) return [];
    const name = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=/.exec(line)?.[1];
    if (name === undefined || line.includes('\0'))
      return [`line ${number} is no setting such as SITE_PORT=4321. Mend or remove it.`];
    const value = parseEnv(line)[name] ?? '';
    const before = places.get(name);
    places.set(name, { number, value });
    if (before !== undefined && before.value !== value)
      return [`lines ${before.number} and ${number} both set ${name}, to different values. Remove one of them.`];
    if (name in secrets && value !== '' && value.length < shortestSecret)
      return [`line ${number}: ${name} is shorter than ${shortestSecret} characters. Remove it, and a new one is made.`];
    return [];
  });
  if (faults.length > 0) throw new Failure(`${path.basename(file)} cannot be used:\n  ${faults.join('\n  ')}\nIt is ${file}.`);
}

/** To another name first, and down to the disk, so that the file is never half written. */
function writeWhole(file: string, text: string): void {
  const unfinished = openSync(`${file}.new`, 'w', 0o600);
  writeSync(unfinished, text);
  fsyncSync(unfinished);
  closeSync(unfinished);
  renameSync(`${file}.new`, file);
}
