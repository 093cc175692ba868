import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../machine/failure.ts';
import { folders } from '../machine/folders.ts';
import type { SiteFault } from './drawn-site.ts';

/** The Nu HTML checker (https://validator.github.io/validator/), which is a program in Java. */
const nuPackage = 'vnu-jar@26.9.27';

/** What the Nu HTML checker finds in a drawn site's pages and styles. @throws Failure where it cannot be run */
export async function runNu(folder: string): Promise<SiteFault[]> {
  if (spawnSync('java', ['-version']).status !== 0) {
    throw new Failure(
      'The Nu HTML checker needs Java, which is not there. Install Debian\'s "default-jre-headless", or leave --nu out.',
    );
  }
  const { stderr, status } = spawnSync(
    'java',
    ['-Xss4m', '-jar', fetchChecker(), '--skip-non-html', '--errors-only', '--format', 'json', '--exit-zero-always', folder],
    { encoding: 'utf8', maxBuffer: 1e9 },
  );
  if (status !== 0) throw new Failure(`The Nu HTML checker failed:\n${stderr.slice(-2000)}`);
  const { messages } = JSON.parse(stderr) as { messages: { url: string; lastLine?: number; message: string }[] };
  return messages.map(({ url, lastLine, message }) => ({
    file: path.relative(folder, decodeURIComponent(new URL(url).pathname)),
    message: `line ${lastLine}: ${message}`,
  }));
}

/** The checker's file, fetched once from the npm registry. */
function fetchChecker(): string {
  const into = path.join(folders.var, 'tools', 'nu');
  const jar = path.join(into, 'node_modules', 'vnu-jar', 'build', 'dist', 'vnu.jar');
  if (existsSync(jar)) return jar;
  mkdirSync(into, { recursive: true });
  const install = ['install', '--prefix', into, '--ignore-scripts', '--no-audit', '--no-fund', nuPackage];
  const { status } = spawnSync('npm', install, { stdio: ['ignore', 2, 2] });
  if (status !== 0 || !existsSync(jar))
    throw new Failure(`${nuPackage} could not be fetched from the npm registry; npm's message stands above.`);
  return jar;
}
