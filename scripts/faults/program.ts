import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { endWithParent } from '../machine/processes.ts';

/** A program that is killed and frozen from outside, as a machine or an operator would. */
export interface Program {
  pid: number;
  /** Resolves with the first message that it sends to its parent. */
  message: Promise<unknown>;
  /** Resolves when it writes a line that the pattern matches, from now on; never, if it ends before. */
  says(pattern: RegExp): Promise<void>;
  /** SIGKILL, to it alone. Resolves when it is gone. */
  kill(): Promise<void>;
  /** SIGKILL to one of the programs that it started; gives whether there was one. */
  killChild(choose: (pids: number[]) => number): boolean;
  /** SIGSTOP, to it and to all that it started. */
  freeze(): void;
  /** SIGCONT, to those that were frozen. */
  thaw(): void;
  /** Resolves with its exit code when it ends; null where a signal ended it. */
  ended: Promise<number | null>;
  isRunning(): boolean;
}

interface Start {
  /** A script for this very Node, with its arguments. */
  args: string[];
  cwd: string;
  environment: NodeJS.ProcessEnv;
  /** The file to which all is added that it writes. */
  log: string;
}

/** Starts a program, which ends when this process ends. */
export function startProgram({ args, cwd, environment, log }: Start): Program {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', endWithParent, ...args], {
    cwd,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const waiting: { pattern: RegExp; said: () => void }[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on('line', (line) => {
      appendFileSync(log, `${new Date().toISOString()} ${line}\n`);
      for (const one of waiting.splice(0)) {
        if (one.pattern.test(line)) one.said();
        else waiting.push(one);
      }
    });
  }
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  const message = new Promise<unknown>((resolve) => child.once('message', resolve));
  const frozen: number[] = [];
  return {
    pid: child.pid ?? 0,
    message,
    says: (pattern) => new Promise((said) => waiting.push({ pattern, said })),
    async kill() {
      send(child.pid, 'SIGKILL');
      await ended;
    },
    killChild(choose) {
      const pids = startedBy(child.pid);
      if (pids.length > 0) send(choose(pids), 'SIGKILL');
      return pids.length > 0;
    },
    freeze() {
      frozen.push(...[child.pid, ...startedBy(child.pid)].filter((pid) => pid !== undefined));
      for (const pid of frozen) send(pid, 'SIGSTOP');
    },
    thaw() {
      for (const pid of frozen.splice(0)) send(pid, 'SIGCONT');
    },
    ended,
    isRunning: () => isRunning(child),
  };
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

/** To a process that may be gone already. */
function send(pid: number | undefined, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** All that a process started, directly or not. */
function startedBy(pid: number | undefined): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: parentOf(name) }));
  const below = (of: number): number[] =>
    parents.filter(({ parent }) => parent === of).flatMap((each) => [each.pid, ...below(each.pid)]);
  return pid === undefined ? [] : below(pid);
}

function parentOf(name: string): number | undefined {
  try {
    const [, after = ''] = /^.*\) (.*)$/s.exec(readFileSync(path.join('/proc', name, 'stat'), 'utf8')) ?? [];
    return Number(after.split(' ')[1]);
  } catch {
    return undefined; // it ended meanwhile
  }
}
