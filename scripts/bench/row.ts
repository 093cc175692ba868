import type { MeasureName, Sample, SubjectName } from './measure.ts';

/** The medians of one subject's runs. */
export interface Row extends Sample {
  measure: MeasureName;
  subject: SubjectName;
  /** How many releases the newsroom has. */
  n: number;
  runs: number;
}

/** @param samples one at least */
export function rowOf(of: Pick<Row, 'measure' | 'subject' | 'n'>, samples: readonly Sample[]): Row {
  const { measure, subject, n } = of;
  return {
    measure,
    subject,
    n,
    runs: samples.length,
    wallSeconds: median(samples.map(({ wallSeconds }) => wallSeconds)) ?? 0,
    peakMiB: median(samples.flatMap(({ peakMiB }) => peakMiB ?? [])),
    pages: median(samples.flatMap(({ pages }) => pages ?? [])),
  };
}

function median(values: number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
