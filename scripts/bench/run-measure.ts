import { step } from '../machine/progress.ts';
import type { Measure, Sample } from './measure.ts';
import { type Row, rowOf } from './row.ts';
import type { Workload } from './workload.ts';

/**
 * Measures all subjects so many times. They take turns (one run of each, then the next of each), so that what else the
 * machine does hits all alike.
 */
export async function runMeasure(measure: Measure, workload: Workload, runs: number): Promise<Row[]> {
  const { name } = measure;
  const { n } = workload;
  const label = `${name}, ${n} releases`;
  const prepared = await step(`${label}: getting ready`, () => measure.prepare(workload, (words) => console.error(`  ${words}`)));
  try {
    const samples = new Map(prepared.trials.map((trial) => [trial, [] as Sample[]]));
    for (let run = 1; run <= runs; run += 1)
      for (const [trial, taken] of samples)
        taken.push(await step(`${label}: ${trial.subject}, ${run} of ${runs}`, () => trial.run()));
    return [...samples].map(([{ subject }, taken]) => rowOf({ measure: name, subject, n }, taken));
  } finally {
    await prepared.end?.();
  }
}
