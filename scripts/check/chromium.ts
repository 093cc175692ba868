import { existsSync, globSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** The Chromium for browser tests: `CHROMIUM_PATH`, Debian's, or one that Playwright fetched; undefined without any. */
export function findChromium(): string | undefined {
  const { CHROMIUM_PATH } = process.env;
  const playwright = globSync('.cache/ms-playwright/chromium-*/chrome-linux*/chrome', { cwd: homedir() }).map((file) =>
    path.join(homedir(), file),
  );
  return [CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', ...playwright].find(
    (file) => file && existsSync(file),
  );
}

/** How Chromium is started in tests: also as root, in a container, without asking anybody on the network. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
