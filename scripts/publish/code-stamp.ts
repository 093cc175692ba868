import { createHash } from 'node:crypto';
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
 * Tells within milliseconds whether the site's code, or what it is compiled with, was touched since it was looked at
 * last: then the site has to be asked for the digest of its code, which takes seconds.
 */
export function codeStamp(repository: string): string {
  const files = globSync(sources, { cwd: repository, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  const { node, icu } = process.versions;
  const hash = createHash('sha256').update(`${process.env.SITE_URL} ${node} ${icu}\n`);
  for (const file of files) {
    const { mtimeMs, size, ino } = statSync(file);
    hash.update(`${file} ${mtimeMs} ${size} ${ino}\n`);
  }
  return hash.digest('hex');
}
