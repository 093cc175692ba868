import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** A Strapi in a process of its own. */
export interface StrapiProcess {
  origin: string;
  child: ChildProcess;
  /** Ends it in order, and does nothing where it has ended. */
  stop(): Promise<void>;
}

/** Starts the compiled CMS as a process with this environment; it listens on a port of this machine. */
export async function startStrapi(environment: Record<string, string>): Promise<StrapiProcess> {
  const child = fork(path.join(import.meta.dirname, '..', 'serve.ts'), {
    env: { ...process.env, ...environment, CMS_PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: [],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => said.push(String(text)));
  const origin = await new Promise<string>((resolve, reject) => {
    child.once('message', (port) => resolve(`http://127.0.0.1:${port}`));
    child.once('exit', (code) => reject(new Error(`Strapi ended with ${code}:\n${said.join('')}`)));
  });
  return { origin, child, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(timer);
}
