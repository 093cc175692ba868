import { existsSync } from 'node:fs';

/** The Chromium for tests in a browser: `CHROMIUM_PATH` or Debian's; undefined without any. */
export function findChromium(): string | undefined {
  const places = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser'];
  return places.find((place) => place !== undefined && existsSync(place));
}

/** How it is started: also as root, in a container, without asking anybody on the network. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
