import { globSync, statSync } from 'node:fs';
import path from 'node:path';

/** Where the site's code lies; more than goes into it does no harm. */
const sources = [
  'site/{src,integrations,draw,public}/**/*',
  'site/*.{ts,json}',
  'shared/dist/**/*.js',
  'pnpm-lock.yaml',
  'tsconfig.base.json',
];

/**
 * Tells within milliseconds whether files of the site's code were touched since it was looked at last, so that a
 * publisher that waits need not ask the site for the digest of its code each time.
 */
export function codeStamp(repository: string): string {
  return globSync(sources, { cwd: repository, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((file) => {
      const { mtimeMs, size, ino } = statSync(file);
      return `${file} ${mtimeMs} ${size} ${ino}`;
    })
    .join('\n');
}
