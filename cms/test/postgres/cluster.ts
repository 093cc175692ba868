import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A PostgreSQL of a test's own, in a folder of its own. */
export interface Cluster {
  /** As `DATABASE_URL` wants it. */
  url: string;
  stop(): void;
}

/** Where PostgreSQL's programs lie: Debian keeps them beside the versions; undefined where there are none. */
function findPostgres(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => path.join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(':')];
  return folders.find((folder) => existsSync(path.join(folder, 'initdb')) && existsSync(path.join(folder, 'pg_ctl')));
}

/**
 * PostgreSQL's programs for a test file, or undefined where there are none, which is said aloud: its tests are skipped.
 *
 * @throws Error where all tests are wanted (`CI=true`)
 */
export function postgresFor(what: string): string | undefined {
  const programs = findPostgres();
  if (programs !== undefined) return programs;
  const told = `PostgreSQL is not installed: ${what} is not tested.`;
  if (process.env.CI === 'true') throw new Error(told);
  process.stderr.write(`${told}\n`);
  return undefined;
}

/** Starts a cluster with an empty database. PostgreSQL refuses to run as root, and is the user `postgres` then. */
export async function startCluster(programs: string): Promise<Cluster> {
  const folder = mkdtempSync(path.join(tmpdir(), 'newsroom-postgres-'));
  const isRoot = process.getuid?.() === 0;
  const [uid, gid] = isRoot ? ['-u', '-g'].map((which) => Number(execFileSync('id', [which, 'postgres']))) : [];
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  const run = (program: string, args: string[]) =>
    execFileSync(path.join(programs, program), args, {
      cwd: folder,
      stdio: 'ignore',
      ...(uid === undefined || gid === undefined ? {} : { uid, gid }),
    });
  const data = path.join(folder, 'data');
  const port = await freePort();
  run('initdb', ['-D', data, '-A', 'trust', '-U', 'newsroom', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']);
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off`;
  run('pg_ctl', ['-D', data, '-o', options, '-l', path.join(folder, 'log'), '-w', 'start']);
  return {
    url: `postgres://newsroom:none@127.0.0.1:${port}/postgres`,
    stop() {
      run('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
