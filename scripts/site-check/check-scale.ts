import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Failure, runCommand } from '../machine/failure.ts';
import { folders } from '../machine/folders.ts';
import { endOf, runProgram } from '../machine/processes.ts';
import { step } from '../machine/progress.ts';
import { feedLines } from '../scale/feed-lines.ts';
import { lastDay, makeNewsroom } from '../scale/newsroom-of-scale.ts';
import { checkDrawnSite } from './check-drawn-site.ts';
import { tellReport } from './tell-report.ts';

const usage = `Builds the site of a made-up newsroom and checks every page of it.

  npm run check:scale                     with 1000 releases
  npm run check:scale -- --releases 10000`;

await runCommand(async () => {
  const { releases, help } = readOptions();
  if (help) return console.log(usage);
  const folder = path.join(folders.var, 'scale');
  rmSync(folder, { recursive: true, force: true });
  const feed = await step(`Making a newsroom of ${releases} releases`, async () => writeNewsroom(folder, releases));
  await step('Building its site', () => build(folder, feed));
  tellReport(await step('Checking every page', () => checkDrawnSite(path.join(folder, 'dist'))));
});

function readOptions() {
  try {
    const { values } = parseArgs({
      options: { releases: { type: 'string', default: '1000' }, help: { type: 'boolean', default: false } },
    });
    const releases = Number(values.releases);
    if (!(Number.isInteger(releases) && releases > 0 && releases <= 1_000_000)) throw new Error('Give a whole number from 1 on.');
    return { releases, help: values.help };
  } catch (error) {
    throw new Failure(`${(error as Error).message}\n\n${usage}`);
  }
}

/** Writes the feed, and the files that it names where the site looks for what was pulled; gives the feed's file. */
function writeNewsroom(folder: string, releases: number): string {
  const { entries, originals } = makeNewsroom(releases);
  const pulled = path.join(folder, 'site', 'media', 'originals');
  mkdirSync(pulled, { recursive: true });
  for (const { file, bytes } of originals) writeFileSync(path.join(pulled, file.sha256), bytes);
  const feed = path.join(folder, 'feed.ndjson');
  writeFileSync(feed, feedLines(entries, `scale-${releases}`).join(''));
  return feed;
}

/** As `npm run build` does it, in folders of its own. */
function build(folder: string, feed: string): Promise<string> {
  return runProgram({
    name: 'check-scale-build',
    args: ['scripts/publish/build.ts', '--feed', feed, '--as-of', lastDay],
    cwd: folders.repository,
    environment: {
      NEWSROOM_VAR: folder,
      NEWSROOM_DIST: path.join(folder, 'dist'),
      NEWSROOM_ENV: path.join(folder, 'env'),
      SITE_URL: 'https://newsroom.example',
    },
    explain: (log) => `The site could not be built:\n${endOf(log)}`,
  });
}
