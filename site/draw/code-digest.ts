import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { digest } from '@newsroom/shared/digest';

/** What the compiled site is made of, relative to the repository's root; tests are not part of it. */
const sources = [
  'site/{src,integrations,draw,public}/**/*',
  'site/{astro.config.ts,package.json,tsconfig.json}',
  // What is compiled in is the built package, so that its sources alone would not say the truth.
  'shared/dist/**/*.js',
  'pnpm-lock.yaml',
  'tsconfig.base.json',
];

/**
 * The name of a version of the site's code: equal digests, equal pages from equal content. It is taken over what
 * goes in, never over the bundle, which differs from one build to the next.
 *
 * @param root the repository's folder
 * @param site the site's own address
 */
export function codeDigest(root: string, site: string): string {
  const files = globSync(sources, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort();
  const hashes = files.map((file) => [file.slice(root.length), createHash('sha256').update(readFileSync(file)).digest('hex')]);
  const { node, icu } = process.versions;
  return digest({ site, node, icu: icu ?? '', files: Object.fromEntries(hashes) });
}
