import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** All files below a folder, relative to it, with slashes and in order. Links to folders are followed. */
export function filesBelow(folder: string, within = ''): string[] {
  return readdirSync(path.join(folder, within), { withFileTypes: true })
    .flatMap((entry) => {
      const name = path.posix.join(within, entry.name);
      const isFolder = entry.isDirectory() || (entry.isSymbolicLink() && statSync(path.join(folder, name)).isDirectory());
      return isFolder ? filesBelow(folder, name) : [name];
    })
    .sort();
}
