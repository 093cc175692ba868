import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadArchive } from './load-archive.ts';
import { readArchive } from './read-archive.ts';

/*
 * Fills an empty newsroom, which the environment names as it does for `strapi start`, with an archive:
 *
 *     node cms/test/archive/load.ts FEED FOLDER [--compare]
 *
 * FEED is a whole feed, FOLDER has the bytes of its files. With --compare the log is compared with the content at the
 * end, as every start does it, and what differs makes the exit code 1.
 */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { compare: { type: 'boolean', default: false } } });
const [feed, folder] = positionals.map((place) => path.resolve(place));
if (feed === undefined || folder === undefined) throw new Error('Name the feed, and the folder with the bytes of its files.');
const entries = readArchive(feed);

const require = createRequire(import.meta.url);
const { createStrapi } = require('@strapi/strapi') as typeof import('@strapi/strapi');
const cms = path.resolve(import.meta.dirname, '..', '..');
process.chdir(cms);
const strapi = await createStrapi({ appDir: cms, distDir: path.join(cms, 'dist'), serveAdminPanel: false }).load();
strapi.log.level = 'warn';

const began = performance.now();
await loadArchive(strapi, entries, folder);
console.log(`${entries.length} entries were taken in within ${seconds(began)} s.`);
if (values.compare) {
  const compared = performance.now();
  const found = await strapi.plugin('newsroom').service('comparison').run();
  const wrong = found === undefined ? 1 : found.mended.length + found.broken.length;
  console.log(`${found?.compared} documents were compared with the log within ${seconds(compared)} s: ${wrong} differ.`);
  if (wrong > 0) process.exitCode = 1;
}
await strapi.destroy();
process.exit();

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}
