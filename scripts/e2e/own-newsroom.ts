import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const repository = path.resolve(import.meta.dirname, '..', '..');

/** A newsroom beside the developer's: its own database, settings, site and ports, the same code. */
export interface OwnNewsroom {
  folder: string;
  /** With which its programs run. */
  environment: NodeJS.ProcessEnv;
  site: string;
  cms: string;
  /** Runs `npm start`'s command until it is up; gives what it wrote. */
  start(...args: string[]): Promise<string>;
  /** Ctrl-C; gives the exit code. */
  stop(): Promise<number | null>;
  /** Runs another of the project's commands to its end. */
  run(script: string, ...args: string[]): Promise<{ code: number | null; output: string }>;
  remove(): Promise<void>;
}

/** How the first administrator logs in, of what the first start wrote; empty where it says nothing of that. */
export function loginIn(told: string): { email: string; password: string } {
  const [, email = '', password = ''] = /Log in\s+(\S+)\s+(\S+)/.exec(told) ?? [];
  return { email, password };
}

export async function makeNewsroom(): Promise<OwnNewsroom> {
  const folder = mkdtempSync(path.join(tmpdir(), 'newsroom-e2e-'));
  const [sitePort, cmsPort] = [await freePort(), await freePort()];
  const environment = {
    ...withoutVitest(process.env),
    NEWSROOM_VAR: path.join(folder, 'var'),
    NEWSROOM_DIST: path.join(folder, 'dist'),
    NEWSROOM_ENV: path.join(folder, 'env'),
    SITE_PORT: String(sitePort),
    CMS_PORT: String(cmsPort),
  };
  let running: ChildProcess | undefined;
  const launch = (script: string, args: string[]) => {
    const child = spawn(process.execPath, [path.join(repository, script), ...args], { cwd: repository, env: environment });
    let output = '';
    const heard: (() => void)[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        for (const listener of heard) listener();
      });
    }
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    return { child, ended, heard, output: () => output };
  };

  const newsroom: OwnNewsroom = {
    folder,
    environment,
    site: `http://localhost:${sitePort}`,
    cms: `http://localhost:${cmsPort}`,
    async start(...args) {
      const { child, ended, heard, output } = launch('scripts/start.ts', args);
      running = child;
      const up = new Promise<void>((resolve) => heard.push(() => output().includes('Ctrl-C') && resolve()));
      const failed = ended.then((code) => Promise.reject(new Error(`start ended with ${code}:\n${output()}`)));
      failed.catch(() => undefined); // it ends, in order, when the test stops it
      await Promise.race([up, failed]);
      return output();
    },
    async stop() {
      if (running === undefined || running.exitCode !== null) return running?.exitCode ?? null;
      const ended = new Promise<number | null>((resolve) => running?.on('close', resolve));
      running.kill('SIGINT');
      return await ended;
    },
    async run(script, ...args) {
      const { ended, output } = launch(script, args);
      return { code: await ended, output: output() };
    },
    async remove() {
      await newsroom.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return newsroom;
}

/** The commands are run as a person would: without what the test runner sets for its own workers. */
function withoutVitest(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = ['NODE_ENV', 'NODE_OPTIONS', 'TEST', 'MODE', 'DEV', 'PROD', 'BASE_URL', 'SSR'];
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('VITE') && !own.includes(name)));
}

/**
 * Free now, and not one that the system gives to a connection before the newsroom listens on it, which may be minutes
 * later: below 32768.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 27_000 + Math.floor(Math.random() * 5_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
}
