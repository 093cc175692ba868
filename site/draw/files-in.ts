import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** All files below a folder, relative to it, in order. */
export function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => relative(folder, join(entry.parentPath, entry.name))).sort();
}
