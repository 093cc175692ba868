import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Failure, runCommand } from '../machine/failure.ts';
import { folders } from '../machine/folders.ts';
import { step } from '../machine/progress.ts';
import { checkDrawnSite } from '../site-check/check-drawn-site.ts';
import { tellReport } from '../site-check/tell-report.ts';
import { feedLines } from './feed-lines.ts';
import { type Measured, runMeasured } from './measured-program.ts';
import { lastDay, makeNewsroom } from './newsroom-of-scale.ts';

const usage = `Builds the site of a made-up newsroom and checks every page of it.

  npm run check:scale                     with 1000 releases, built three times
  npm run check:scale -- --releases 10000 --runs 1`;

await runCommand(async () => {
  const { releases, runs, help } = readOptions();
  if (help) return console.log(usage);
  const folder = path.join(folders.var, 'scale');
  rmSync(folder, { recursive: true, force: true });
  const feed = await step(`Making a newsroom of ${releases} releases`, async () => writeNewsroom(folder, releases));
  const measured: Measured[] = [];
  for (let run = 1; run <= runs; run += 1)
    measured.push(await step(`Building its site, ${run} of ${runs}`, () => build(folder, feed)));
  tellMeasured(measured);
  tellReport(await step('Checking every page', () => checkDrawnSite(path.join(folder, 'dist'))));
});

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        releases: { type: 'string', default: '1000' },
        runs: { type: 'string', default: '3' },
        help: { type: 'boolean', default: false },
      },
    });
    const [releases, runs] = [Number(values.releases), Number(values.runs)];
    if (![releases, runs].every((number) => Number.isInteger(number) && number > 0 && number <= 1_000_000))
      throw new Error('Give whole numbers from 1 on.');
    return { releases, runs, help: values.help };
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
function build(folder: string, feed: string): Promise<Measured> {
  const own = {
    NEWSROOM_VAR: folder,
    NEWSROOM_DIST: path.join(folder, 'dist'),
    NEWSROOM_ENV: path.join(folder, 'env'),
    SITE_URL: 'https://newsroom.example',
  };
  const args = ['--feed', feed, '--as-of', lastDay];
  return runMeasured('scripts/publish/build.ts', args, own, path.join(folder, 'usage.txt'));
}

/** The runs beside one another, and the median of each row. */
function tellMeasured(runs: Measured[]): void {
  const row = (name: string, values: number[], digits: number) =>
    console.log(`${name.padEnd(32)}${[...values, median(values)].map((value) => value.toFixed(digits).padStart(9)).join('')}`);
  console.log(
    `${' '.repeat(32)}${[...runs.map((_, index) => `run ${index + 1}`), 'median'].map((head) => head.padStart(9)).join('')}`,
  );
  row(
    'Whole build, s',
    runs.map(({ seconds }) => seconds),
    1,
  );
  for (const [name] of stepsOf(runs[0]))
    row(
      `  ${name}, s`,
      runs.map((run) => stepsOf(run).get(name) ?? 0),
      1,
    );
  for (const script of Object.keys(runs[0]?.programs ?? {})) {
    const values = (name: 'memory' | 'cpu') => runs.map(({ programs }) => programs[script]?.[name] ?? 0);
    row(`${script}: CPU, s`, values('cpu'), 1);
    row(`${script}: memory, MB`, values('memory'), 0);
  }
  console.log(runs[0]?.output.trim().split('\n').at(-1) ?? '');
}

/** The seconds of each step, as the build tells them. */
function stepsOf(run: Measured | undefined): Map<string, number> {
  return new Map(
    [...(run?.output ?? '').matchAll(/✓ (.+) \(([\d.]+) s\)/g)].map(([, name = '', seconds]) => [name, Number(seconds)]),
  );
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
