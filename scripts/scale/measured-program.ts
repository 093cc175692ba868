import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../machine/failure.ts';
import { folders } from '../machine/folders.ts';

export interface Measured {
  /** From start to end, in seconds. */
  seconds: number;
  /** Of each Node program that ran, by its script: the most memory that it held, in megabytes. */
  memory: Record<string, number>;
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
      NODE_OPTIONS: `--import=${JSON.stringify(path.join(import.meta.dirname, 'note-memory.mjs'))}`,
      NEWSROOM_MEMORY_NOTES: notes,
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
  return { seconds: (performance.now() - began) / 1000, memory: readNotes(notes), output };
}

function readNotes(file: string): Record<string, number> {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  return Object.fromEntries(
    lines.map((line) => line.split('\t')).map(([script = '', kilobytes]) => [script, Number(kilobytes) / 1024]),
  );
}
