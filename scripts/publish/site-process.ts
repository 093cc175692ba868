import type { ChildProcess } from 'node:child_process';
import { Socket } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import { folders } from '../machine/folders.ts';
import { endProgram, startProgram } from '../machine/processes.ts';

/** How long a command may take, in milliseconds: one that is frozen must not keep a publisher for ever. */
const longest = 30 * 60_000;

const answerSchema = z.object({ number: z.int(), code: z.int(), result: z.string(), words: z.string() });

/** How a command of the site ended. */
export interface SiteAnswer {
  /** Null where the process was gone before it had ended. */
  code: number | null;
  /** The last line of its result. */
  result: string;
  /** All that it said: where it failed, its own explanation. */
  words: string;
  /** Where all of it can be read. */
  log: string;
}

/** The site's commands, in one process that goes on until this one ends: it keeps what it loaded. */
let running: { child: ChildProcess; log: string } | undefined;
let number = 0;

/** Has a command of the site carried out in that process, which is started where there is none. One at a time. */
export async function askSiteProcess(command: string, args: readonly string[]): Promise<SiteAnswer> {
  running ??= start();
  const { child, log } = running;
  number += 1;
  const order = { number, command, args };
  const timer = setTimeout(() => endProgram(child, 'SIGKILL'), longest);
  try {
    return { ...(await answerTo(child, order)), log };
  } finally {
    clearTimeout(timer);
  }
}

/** Whether there is that process. */
export function isSiteProcessRunning(): boolean {
  return running !== undefined;
}

/** Ends it, as when the site's code is another. */
export async function endSiteProcess(): Promise<void> {
  if (running === undefined) return;
  const { child } = running;
  running = undefined;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  endProgram(child, 'SIGTERM');
  if (child.exitCode === null && child.signalCode === null) await ended;
}

function start() {
  const { child, log } = startProgram({
    name: 'site-commands',
    args: ['--disable-warning=ExperimentalWarning', 'commands.ts'],
    cwd: folders.site,
  });
  const forget = () => {
    if (running?.child === child) running = undefined;
  };
  child.once('exit', forget);
  // An idle process must not keep a command of ours from its end.
  child.unref();
  child.channel?.unref();
  for (const stream of [child.stdout, child.stderr]) if (stream instanceof Socket) stream.unref();
  return { child, log };
}

function answerTo(child: ChildProcess, order: { number: number }): Promise<Omit<SiteAnswer, 'log'>> {
  return new Promise((resolve) => {
    const stop = () => {
      child.off('message', hear);
      child.off('exit', gone);
      child.channel?.unref();
      child.unref();
    };
    const hear = (message: unknown) => {
      const { number: answered, ...answer } = answerSchema.parse(message);
      if (answered !== order.number) return;
      stop();
      resolve(answer);
    };
    const gone = () => {
      stop();
      resolve({
        code: null,
        result: '',
        words: `The process ended. Its log: ${path.relative(folders.repository, folders.logs)}`,
      });
    };
    child.ref();
    child.channel?.ref();
    child.on('message', hear);
    child.once('exit', gone);
    child.send(order, (error) => error !== null && gone());
  });
}
