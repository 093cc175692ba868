import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.ts';
import { folders } from './folders.ts';
import { explainFullDisk } from './system-fault.mjs';

/** Processes that we started and that have not ended. */
const running = new Set<ChildProcess>();

/** How long a process may take to end when asked, in milliseconds. */
const patience = 8000;

/** To be loaded into a program that has to end when the process that started it is gone. */
export const endWithParent = path.join(import.meta.dirname, 'end-with-parent.mjs');

interface Program {
  /** Names its log file and the program in messages. */
  name: string;
  /** A script for this very Node, with its arguments. */
  args: string[];
  cwd: string;
  environment?: NodeJS.ProcessEnv;
}

interface Started {
  child: ChildProcess;
  /** The log's file. */
  log: string;
  /** Resolves when the program has ended and its log is written to the end. */
  logged: Promise<void>;
}

/**
 * Starts a Node program beside this process. Its output goes to `var/logs/<name>.log`. A Ctrl-C in the terminal
 * does not reach it: we end it, by `stopAll`. If this process is killed it ends by itself.
 */
export function startProgram({ name, args, cwd, environment }: Program): Started {
  mkdirSync(folders.logs, { recursive: true });
  const log = path.join(folders.logs, `${name}.log`);
  const output = createWriteStream(log);
  output.on('error', () => undefined); // on a full disk the program's own end is told, not its log's
  const child = spawn(process.execPath, ['--import', endWithParent, ...args], {
    cwd,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  child.stdout?.pipe(output, { end: false });
  child.stderr?.pipe(output, { end: false });
  running.add(child);
  child.on('exit', () => running.delete(child));
  const logged = new Promise<void>((resolve) => child.on('close', () => output.end(resolve)));
  return { child, log, logged };
}

export interface Ended {
  /** Null where it was killed. */
  code: number | null;
  /** What it wrote to stdout. */
  output: string;
  /** The log's file: what it wrote to stdout and stderr. */
  log: string;
}

/** Runs a Node program to its end, however that is. @param program.limit how long it may take, in milliseconds */
export async function runToEnd(program: Program & { limit?: number }): Promise<Ended> {
  const { child, log, logged } = startProgram(program);
  const timer = program.limit === undefined ? undefined : setTimeout(() => endProgram(child, 'SIGKILL'), program.limit);
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  await logged;
  clearTimeout(timer);
  return { code: child.exitCode, output, log };
}

/**
 * Runs a Node program to its end and gives what it wrote to stdout.
 *
 * @throws Failure if it ends with another exit code than 0, in the words that `explain` finds with its log
 */
export async function runProgram(program: Program & { explain: (log: string) => string }): Promise<string> {
  const { code, output, log } = await runToEnd(program);
  if (code !== 0) throw new Failure(explainFullDisk(folders.var) ?? program.explain(log));
  return output;
}

/** The last lines of a log and where the whole of it lies. */
export function endOf(log: string): string {
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-15);
  return `${lines.map((line) => `  ${line}`).join('\n')}\n  (all of it: ${path.relative(folders.repository, log)})`;
}

/** Ends every process that was started here, kindly, then firmly; resolves when none is left. */
export async function stopAll(): Promise<void> {
  await Promise.all(
    [...running].map(async (child) => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      endProgram(child, 'SIGTERM');
      const timer = setTimeout(() => endProgram(child, 'SIGKILL'), patience);
      await ended;
      clearTimeout(timer);
    }),
  );
}

/** Reaches the program and whatever it started itself. */
export function endProgram(child: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, name);
  } catch {
    child.kill(name); // the group is gone, or was never made
  }
}
