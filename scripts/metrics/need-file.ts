import { accessSync, constants, statSync } from 'node:fs';
import { Failure } from '../machine/failure.ts';

/** Makes sure that there is a file that can be read, and nothing else that has such a name. @throws Failure */
export function needFile(place: string): void {
  const found = statSync(place, { throwIfNoEntry: false });
  if (found === undefined) throw new Failure(`There is no file ${place}.`);
  if (!found.isFile()) throw new Failure(`${place} is no file.`);
  try {
    accessSync(place, constants.R_OK);
  } catch {
    throw new Failure(`${place} may not be read by this account.`);
  }
}
