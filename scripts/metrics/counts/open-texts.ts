import { createReadStream, type ReadStream } from 'node:fs';
import path from 'node:path';
import { needFile } from '../need-file.ts';
import type { CountCollection } from './count-collection.ts';

/**
 * Opens files named on the command line, seen from the folder in which npm was called. One of several that cannot be read
 * is told, and stops no other.
 *
 * @throws Failure where it is the only one
 */
export function* openTexts(
  names: readonly string[],
  collection: CountCollection,
): Generator<{ file: string; stream: ReadStream }> {
  for (const name of names) {
    const file = path.resolve(process.env.INIT_CWD ?? '.', name);
    try {
      needFile(file);
    } catch (error) {
      if (names.length === 1) throw error;
      collection.addFault({ file, line: 0 }, (error as Error).message);
      continue;
    }
    yield { file, stream: createReadStream(file) };
  }
}
