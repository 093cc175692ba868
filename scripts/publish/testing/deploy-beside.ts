import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Places } from '../deploy/places.ts';

/** A publisher in a process of its own, and what it says. */
export interface Beside {
  child: ChildProcess;
  /** Generation and state of what it deployed, in order, when it has ended. */
  deployed: Promise<[generation: number, seq: number][]>;
  errors(): string;
}

/** Deploys made sites beside the test, with a fault before one of its steps if that is wanted. */
export function deployBeside(
  places: Places,
  [from, to]: [number, number],
  fault?: { kind: 'kill' | 'stop' | 'full'; at: number | RegExp },
): Beside {
  const child = spawn(
    process.execPath,
    [
      '--import',
      path.join(import.meta.dirname, 'fault-at-step.mjs'),
      path.join(import.meta.dirname, 'deploy-program.ts'),
      places.root,
      String(from),
      String(to),
    ],
    {
      env: {
        PATH: process.env.PATH,
        FAULT: fault?.kind ?? 'none',
        FAULT_AT: fault?.at instanceof RegExp ? fault.at.source : String(fault?.at ?? 0),
        FAULT_BELOW: places.root,
      },
    },
  );
  let [output, errors] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const deployed = new Promise<[number, number][]>((resolve) =>
    child.once('close', () =>
      resolve(
        output
          .trim()
          .split('\n')
          .filter(Boolean)
          .map((line) => line.split(' ').map(Number) as [number, number]),
      ),
    ),
  );
  return { child, deployed, errors: () => errors };
}

/** Whether a process is stopped, as `kill -STOP` leaves it. */
export function isStopped({ pid }: ChildProcess): boolean {
  return /^State:\s+T/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
}
