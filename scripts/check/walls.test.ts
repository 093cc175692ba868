import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const repository = path.resolve(import.meta.dirname, '..', '..');
const server = 'cms/src/plugins/newsroom/server/src';

/** Planted files: what stands in them, and the wall that refuses it; null where the wall must let it through. */
const planted: [file: string, text: string, message: string | null][] = [
  ['shared/src/reads-files.ts', "import 'node:fs';", 'shared is pure and framework-free'],
  ['shared/src/knows-strapi.ts', "import '@strapi/strapi';", 'shared is pure and framework-free'],
  ['shared/src/looks-at-clock.ts', 'export const hour = Date.now();', 'This code is pure'],
  ['shared/src/makes-today.ts', 'export const today = new Date();', 'This code is pure'],
  ['shared/src/throws-dice.ts', 'export const one = Math.random();', 'This code is pure'],
  ['shared/src/reads-a-date.ts', "import 'zod';\nexport const day = new Date('2022-06-05');", null],
  ['cms/src/draws.ts', "import '../../site/src/views/home-page.ts';", 'The CMS knows nothing of the site'],
  [`${server}/services/asks-scripts.ts`, "import '../../../../../../../scripts/serve.ts';", 'The CMS knows nothing of the site'],
  [`${server}/services/calls-up.ts`, "import '../controllers/feed';", 'Routes call controllers'],
  [`${server}/controllers/reads-tables.ts`, "import '../models/change';", 'A controller reads a request'],
  [`${server}/knows-admin.ts`, "import '../../admin/src/index';", 'meet only in shared'],
  ['cms/src/plugins/newsroom/admin/src/knows-server.ts', "import '../../server/src/index';", 'meet only in shared'],
  [`${server}/controllers/asks-service.ts`, "import '@newsroom/shared/feed';", null],
  ['site/src/views/knows-strapi.ts', "import '@strapi/types';", 'The site knows the feed, not the CMS'],
  ['site/src/views/reads-files.ts', "import 'node:fs';", 'A view turns the snapshot into data'],
  ['site/src/views/looks-at-clock.ts', 'export const hour = Date.now();', 'This code is pure'],
  ['site/src/content/draws.ts', "import '../views/home-page.ts';", 'Content knows nothing of what is made from it'],
  [
    'site/src/components/Fetches.astro',
    "---\nimport '../content/snapshot.ts';\n---\n<p></p>",
    'Components draw what they are given',
  ],
  ['site/src/pages/reads.astro', "---\nimport '../content/snapshot.ts';\n---\n<p></p>", 'A page asks a view'],
  ['site/src/pages/asks-view.astro', "---\nimport '../views/home-page.ts';\n---\n<p></p>", null],
  ['scripts/publish/draws.ts', "import '../../site/draw/draw.ts';", 'Scripts use the CMS over HTTP'],
  ['scripts/reads-database.ts', "import 'better-sqlite3';", 'Scripts use the CMS over HTTP'],
  ['scripts/publish/asks-machine.ts', "import '../machine/cms.ts';", null],
];

const folder = mkdtempSync(path.join(tmpdir(), 'newsroom-walls-'));
let found: { file: string; message: string }[] = [];

beforeAll(() => {
  // The project's own rules, on files that nothing else reads; git's list of ignored files is not there.
  const rules = JSON.parse(readFileSync(path.join(repository, 'biome.json'), 'utf8'));
  writeFileSync(path.join(folder, 'biome.json'), JSON.stringify({ ...rules, $schema: undefined, vcs: { enabled: false } }));
  cpSync(path.join(repository, 'scripts/check/no-clock.grit'), path.join(folder, 'scripts/check/no-clock.grit'), {
    recursive: true,
  });
  for (const [file, text] of planted) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, file), `${text}\n`);
  }
  const { stdout } = spawnSync(path.join(repository, 'node_modules/.bin/biome'), ['lint', '--reporter=github', '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  found = [...stdout.matchAll(/^::error title=(?:lint\/style\/noRestrictedImports|plugin),file=([^,]+),.*?::(.*)$/gm)].map(
    ([, file = '', message = '']) => ({
      file: path.relative(folder, file),
      message,
    }),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

it.each(planted)('%s', (file, _, message) => {
  const messages = found.filter((one) => one.file === file).map((one) => one.message);
  expect(messages).toEqual(message === null ? [] : [expect.stringContaining(message)]);
});
