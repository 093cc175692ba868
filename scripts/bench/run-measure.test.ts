import { describe, expect, it } from 'vitest';
import type { Measure, SubjectName } from './measure.ts';
import { runMeasured } from './measured-command.ts';
import { runMeasure } from './run-measure.ts';
import type { Workload } from './workload.ts';

const workload = { n: 10 } as Workload;

describe('a measure', () => {
  const order: string[] = [];
  const trial = (subject: SubjectName) => ({
    subject,
    async run() {
      order.push(subject);
      return { wallSeconds: order.length, peakMiB: 1, pages: 5 };
    },
  });
  const measure: Measure = {
    name: 'full-build',
    prepare: async () => ({
      trials: [trial('newsroom'), trial('hugo')],
      async end() {
        order.push('end');
      },
    }),
  };

  it('lets its subjects take turns, and ends what it started', async () => {
    const rows = await runMeasure(measure, workload, 3);
    expect(order).toEqual(['newsroom', 'hugo', 'newsroom', 'hugo', 'newsroom', 'hugo', 'end']);
    expect(rows.map(({ subject, n, runs, wallSeconds }) => [subject, n, runs, wallSeconds])).toEqual([
      ['newsroom', 10, 3, 3],
      ['hugo', 10, 3, 4],
    ]);
  });
});

describe('a measured command', () => {
  const node = (script: string) => ({ program: process.execPath, args: ['--eval', script], cwd: import.meta.dirname });

  it.runIf(process.platform === 'linux')('has the memory of what it starts counted in', async () => {
    const hungry = 'const held = Buffer.alloc(150 * 2 ** 20, 1); setTimeout(() => held.length, 1000)';
    const { peakMiB } = await runMeasured(
      node(`require('node:child_process').spawn(process.execPath, ['--eval', ${JSON.stringify(hungry)}])`),
    );
    expect(peakMiB).toBeGreaterThan(150);
  });

  it('that fails is told with its words', async () => {
    await expect(runMeasured(node('console.error("no paper"); process.exit(3)'))).rejects.toThrow(/ended with 3:\nno paper/);
  });
});
