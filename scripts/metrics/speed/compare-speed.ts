import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { addDays, localDay } from '@newsroom/shared/local-time';
import { runMeasured } from '../../bench/measured-command.ts';
import { Failure } from '../../machine/failure.ts';
import { folders } from '../../machine/folders.ts';
import { collector } from '../collectors/access-log.ts';
import { madeAddresses, makeLog, officeNetworks } from '../make-log/make-log.ts';
import { peoplesPrograms, robots } from '../make-log/programs.ts';
import { writeAddresses } from '../make-log/write-addresses.ts';
import { isRobot } from '../robots/is-robot.ts';
import { makesPreviews } from '../robots/makes-previews.ts';
import { differences } from './compare-with-truth.ts';

export const compareSpeedUsage = `  npm run metrics -- speed                      counts a made log beside GoAccess, and compares with the truth

  --seed 1  --lines 3000000  --runs 3`;

/** Runs `npm run metrics -- speed`. @throws Failure for the person at the terminal */
export async function compareSpeed(args: string[]): Promise<void> {
  const { seed, lines, runs } = readOptions(args);
  const folder = path.join(folders.var, 'metrics-speed');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'access.log');
  console.log(`Making a log of ${lines} lines (seed ${seed}) …`);
  const truth = makeLog({
    file,
    seed,
    lines,
    days: 3,
    lastDay: addDays(localDay(new Date().toISOString()), -1),
    format: 'combined',
  });
  writeAddresses(madeAddresses(), folder);

  const subjects = [
    { name: 'newsroom', command: ours(file, folder) },
    { name: 'GoAccess', command: goAccess(file, folder) },
  ];
  const samples = new Map(subjects.map(({ name }) => [name, [] as { wallSeconds: number; peakMiB: number | null }[]]));
  for (let run = 1; run <= runs; run += 1) {
    for (const { name, command } of subjects) {
      const sample = await runMeasured(command);
      samples.get(name)?.push(sample);
      console.log(`run ${run}: ${name} ${sample.wallSeconds.toFixed(2)} s, ${Math.round(sample.peakMiB ?? 0)} MiB`);
    }
  }
  const medians = new Map(
    [...samples].map(([name, all]) => [
      name,
      { wall: median(all.map(({ wallSeconds }) => wallSeconds)), peak: median(all.map(({ peakMiB }) => peakMiB ?? 0)) },
    ]),
  );
  const theirs = medians.get('GoAccess')?.wall ?? Number.NaN;
  console.log('\n| what | median | lines a second | peak | GoAccess ÷ it |\n|---|---|---|---|---|');
  for (const [name, { wall, peak }] of medians)
    console.log(
      `| ${name} | ${wall.toFixed(2)} s | ${Math.round(lines / wall)} | ${Math.round(peak)} MiB | ${(theirs / wall).toFixed(1)} |`,
    );

  const context = {
    addresses: madeAddresses(),
    folder: path.join(folder, 'state'),
    isTrial: true,
    now: new Date(),
    office: officeNetworks,
  };
  const wrong = differences(await collector.collect([file], context), truth);
  console.log(`\n${truth.rows.length} counts beside the truth: ${wrong.length === 0 ? 'all equal' : `${wrong.length} differ`}`);
  for (const words of wrong.slice(0, 20)) console.log(`  ${words}`);
  const found = robots.filter((name) => isRobot(name) || makesPreviews(name)).length;
  const taken = peoplesPrograms.filter((name) => isRobot(name) || makesPreviews(name)).length;
  console.log(
    `Robots found: ${found} of ${robots.length} (${((100 * found) / robots.length).toFixed(2)} %); people's programs taken for robots: ${taken} of ${peoplesPrograms.length}.`,
  );
  if (wrong.length > 0) process.exitCode = 1;
}

function readOptions(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        seed: { type: 'string', default: '1' },
        lines: { type: 'string', default: '3000000' },
        runs: { type: 'string', default: '3' },
      },
    });
    const numbers = { seed: Number(values.seed), lines: Number(values.lines), runs: Number(values.runs) };
    for (const [name, number] of Object.entries(numbers))
      if (!Number.isSafeInteger(number) || number < 1) throw new Error(`--${name} is a whole number from 1.`);
    return numbers;
  } catch (error) {
    throw new Failure(`${(error as Error).message}\n\n${compareSpeedUsage}`);
  }
}

function ours(file: string, folder: string) {
  return {
    program: process.execPath,
    args: [
      path.join(folders.repository, 'scripts', 'metrics', 'metrics.ts'),
      'collect',
      'access-log',
      file,
      '--site',
      folder,
      '--dry-run',
    ],
    cwd: folders.repository,
    environment: { NEWSROOM_OFFICE_NETWORKS: officeNetworks },
  };
}

function goAccess(file: string, folder: string) {
  const args = [file, '--log-format=COMBINED', '--no-global-config', '--no-progress', '-o', path.join(folder, 'goaccess.json')];
  return { program: 'goaccess', args, cwd: folder };
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
