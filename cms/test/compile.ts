import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Compiles the CMS once for all test files, into the folder from which Strapi runs. */
export default function compile(): void {
  const tsc = path.join(path.dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
  execFileSync(process.execPath, [tsc, '-p', path.resolve(import.meta.dirname, '..')], { stdio: 'inherit' });
}
