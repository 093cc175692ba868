import { spawn } from 'node:child_process';
import { Failure } from '../machine/failure.ts';
import type { Sample } from './measure.ts';
import { memoryOfTree } from './memory-of-tree.ts';

export interface Command {
  program: string;
  args: string[];
  cwd: string;
  environment?: NodeJS.ProcessEnv;
}

/** How often memory is looked at, in milliseconds. */
const interval = 50;

/**
 * Runs a command to its end: how long it took, and the most memory that it and all that it started held together.
 *
 * @throws Failure with what it said, if it ends with another exit code than 0
 */
export async function runMeasured(command: Command): Promise<Omit<Sample, 'pages'>> {
  const { program, args, cwd, environment } = command;
  const began = performance.now();
  const child = spawn(program, args, { cwd, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let peak: number | null = null;
  const timer = setInterval(() => {
    const memory = child.pid === undefined ? null : memoryOfTree(child.pid);
    if (memory !== null) peak = Math.max(peak ?? 0, memory);
  }, interval);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = `${output}${text}`.slice(-20_000);
    });
  try {
    const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
    const wallSeconds = (performance.now() - began) / 1000;
    if (code !== 0) throw new Failure(`${[program, ...args].join(' ')} (in ${cwd}) ended with ${code}:\n${output.trimEnd()}`);
    return { wallSeconds, peakMiB: peak };
  } finally {
    clearInterval(timer);
  }
}
