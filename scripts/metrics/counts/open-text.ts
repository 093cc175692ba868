import { createReadStream, existsSync, type ReadStream } from 'node:fs';
import path from 'node:path';
import { Failure } from '../../machine/failure.ts';

/** A file named on the command line: a name is taken from the folder in which npm was called. @throws Failure */
export function openText(name: string): { place: string; stream: ReadStream } {
  const place = path.resolve(process.env.INIT_CWD ?? '.', name);
  if (!existsSync(place)) throw new Failure(`There is no file ${place}.`);
  return { place, stream: createReadStream(place) };
}
