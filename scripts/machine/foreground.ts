import { spawn } from 'node:child_process';
import { endWithParent } from './processes.ts';

/**
 * Runs a Node program in this terminal in our place: it reads and writes here, gets the signals that we get, ends
 * when we end, and its exit code is ours.
 */
export async function runInForeground(args: string[], cwd: string, environment: NodeJS.ProcessEnv = {}): Promise<void> {
  const child = spawn(process.execPath, ['--import', endWithParent, ...args], {
    cwd,
    env: { ...process.env, ...environment },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise<number>((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}
