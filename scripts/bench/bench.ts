import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from '../machine/failure.ts';
import { step } from '../machine/progress.ts';
import { chartOf } from './chart.ts';
import { measures } from './measures.ts';
import { type Options, readOptions, usage } from './options.ts';
import type { Row } from './row.ts';
import { runMeasure } from './run-measure.ts';
import { tableOf } from './table.ts';
import { makeWorkload } from './workload.ts';

await runCommand(async () => {
  const options = readOptions();
  if (options.help) return console.log(usage);
  const rows = await measureAll(options);
  console.log(tableOf(rows));
  writeResults(options.out, rows);
});

async function measureAll({ sizes, runs, seed, only }: Options): Promise<Row[]> {
  const rows: Row[] = [];
  for (const n of sizes) {
    const workload = await step(`Making a newsroom of ${n} releases in three languages`, async () => makeWorkload(n, seed));
    for (const measure of measures.filter(({ name }) => only.includes(name)))
      rows.push(...(await runMeasure(measure, workload, runs)));
  }
  return rows;
}

/** Writes the rows, and beside them the chart of the full build. */
function writeResults(out: string, rows: Row[]): void {
  mkdirSync(path.dirname(out), { recursive: true });
  writeFileSync(out, `${JSON.stringify({ rows }, null, 2)}\n`);
  const chart = chartOf(rows.filter(({ measure }) => measure === 'full-build'));
  if (chart !== undefined) writeFileSync(out.replace(/\.json$/, '.svg'), chart);
  console.error(`The rows are in ${out}${chart === undefined ? '.' : ', and the chart beside them.'}`);
}
