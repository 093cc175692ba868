import { execFileSync, spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A PostgreSQL of a test file's own, with one empty database. */
export interface TestPostgres {
  /** As in `DATABASE_URL`. */
  url: string;
  stop(): Promise<void>;
}

/** Where PostgreSQL's programs lie: `POSTGRES_BIN`, Debian's place, or beside what the shell finds; undefined without any. */
export function findPostgres(): string | undefined {
  const shell = (process.env.PATH ?? '').split(path.delimiter);
  const debian = globSync('/usr/lib/postgresql/*/bin').sort().reverse();
  return [process.env.POSTGRES_BIN ?? '', ...debian, ...shell].find(
    (folder) => folder !== '' && existsSync(path.join(folder, 'initdb')),
  );
}

/** Whether tests with PostgreSQL are left out: there is none, and nobody asked for all tests. */
export const withoutPostgres = findPostgres() === undefined && process.env.CI !== 'true';

export async function startPostgres(): Promise<TestPostgres> {
  const programs = findPostgres();
  if (programs === undefined)
    throw new Error('No PostgreSQL was found: install it, or set POSTGRES_BIN to the folder of its programs.');
  const folder = mkdtempSync(path.join(tmpdir(), 'newsroom-postgres-'));
  const person = ordinaryPerson();
  if (person.uid !== undefined) execFileSync('chown', [String(person.uid), folder]);
  const run = (program: string, args: string[]) =>
    execFileSync(path.join(programs, program), args, { ...person, cwd: folder, stdio: 'pipe' });
  const data = path.join(folder, 'data');
  run('initdb', ['-D', data, '-U', 'newsroom', '-A', 'trust', '-E', 'UTF8', '--no-sync']);
  const port = String(await freePort());
  const server = spawn(path.join(programs, 'postgres'), ['-D', data, '-h', '127.0.0.1', '-p', port, '-k', folder, '-F'], {
    ...person,
    cwd: folder,
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const where = ['-h', '127.0.0.1', '-p', port];
  while (!isReady(() => run('pg_isready', where))) await new Promise((resolve) => setTimeout(resolve, 100));
  run('createdb', [...where, '-U', 'newsroom', 'newsroom']);
  return {
    url: `postgres://newsroom@127.0.0.1:${port}/newsroom`,
    async stop() {
      server.kill('SIGINT'); // ends it without waiting for whoever is connected
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function isReady(ask: () => unknown): boolean {
  try {
    ask();
    return true;
  } catch {
    return false;
  }
}

/** PostgreSQL refuses to run as root: there it runs as its own user. */
function ordinaryPerson(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const number = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: number('-u'), gid: number('-g') };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
