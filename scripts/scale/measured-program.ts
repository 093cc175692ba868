import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../machine/failure.ts';
import { folders } from '../machine/folders.ts';

export interface Measured {
  /** From start to end, in seconds. */
  seconds: number;
  /** Of each Node program that ran, by its script: the most memory that it held, in megabytes, and its CPU seconds. */
  programs: Record<string, { memory: number; cpu: number }>;
  /** What it said of its steps. */
  output: string;
}

/** Runs one of the project's commands and measures it, the programs that it starts included. */
export async function runMeasured(
  script: string,
  args: string[],
  environment: NodeJS.ProcessEnv,
  notes: string,
): Promise<Measured> {
  rmSync(notes, { force: true });
  const began = performance.now();
  const child = spawn(process.execPath, [path.join(folders.repository, script), ...args], {
    cwd: folders.repository,
    env: {
      ...process.env,
      ...environment,
      NODE_OPTIONS: `--import=${JSON.stringify(path.join(import.meta.dirname, 'note-usage.mjs'))}`,
      NEWSROOM_USAGE_NOTES: notes,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Failure(`${script} ended with ${code}:\n${output}`);
  return { seconds: (performance.now() - began) / 1000, programs: readNotes(notes), output };
}

function readNotes(file: string): Measured['programs'] {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  return Object.fromEntries(
    lines.map((line) => {
      const [script = '', kilobytes, microseconds] = line.split('\t');
      return [script, { memory: Number(kilobytes) / 1024, cpu: Number(microseconds) / 1e6 }];
    }),
  );
}
