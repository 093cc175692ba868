import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** SHA-256 over names and contents of the files that match, so that work is only done again when they changed. */
export function contentDigest(folder: string, patterns: string[], exclude: string[] = []): string {
  const hash = createHash('sha256');
  const names = globSync(patterns, { cwd: folder, exclude, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
  for (const name of names)
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(path.join(folder, name)))
      .update('\0');
  return hash.digest('hex');
}
