import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const repository = path.resolve(import.meta.dirname, '..', '..');

/** A copy of the project with nothing installed, in which npm and pnpm are what a test says. */
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'newsroom bootstrap '));
  for (const file of ['scripts/bootstrap.mjs', 'scripts/machine/system-fault.mjs', 'scripts/machine/end-with-parent.mjs'])
    cpSync(path.join(repository, file), path.join(folder, file));
  for (const room of ['.', 'shared', 'cms', 'site', 'scripts']) write(path.join(room, 'package.json'), '{}');
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'tsconfig.base.json', 'shared/tsconfig.json', 'shared/src/a.ts'])
    write(file, '');
  write('scripts/hello.ts', 'console.log("hello"); process.exitCode = 7;');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

function command(file: string, script: string): void {
  write(file, `#!/bin/sh\n${script}\n`);
  chmodSync(path.join(folder, file), 0o755);
}

/** The machine has these commands, and beside them only what a shell needs. */
function run(): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [path.join(folder, 'scripts/bootstrap.mjs'), 'scripts/hello.ts'], {
    encoding: 'utf8',
    env: { PATH: `${path.join(folder, 'commands')}:/bin:/usr/bin`, HOME: folder },
  });
}

/** What the real ones leave behind, so that the command's own script can run. */
const installs =
  'for room in . shared cms site scripts; do mkdir -p $room/node_modules; done; mkdir -p node_modules/typescript/bin';
const compiles =
  'echo "require(\\"node:fs\\").mkdirSync(\\"shared/dist\\", { recursive: true })" > node_modules/typescript/bin/tsc';

describe('a machine with Node alone', () => {
  it('gets pnpm from npm, installs, compiles, and has the exit code of the command', () => {
    command('commands/pnpm', 'exit 1');
    command('commands/npm', 'mkdir -p node_modules/pnpm node_modules/.bin; cp ../../commands/real-pnpm node_modules/.bin/pnpm');
    command('commands/real-pnpm', `${installs}; ${compiles}`);
    expect(run()).toMatchObject({ status: 7, stdout: 'hello\n' });
    // All is there: the second time says nothing but the command's own words.
    expect(run()).toMatchObject({ status: 7, stdout: 'hello\n', stderr: '' });
  });

  it('says what to do when npm cannot fetch pnpm', () => {
    command('commands/pnpm', 'exit 1');
    command('commands/npm', 'echo "connection refused" >&2; exit 1');
    const { status, stderr } = run();
    expect(status).toBe(1);
    expect(stderr).toContain('connection refused');
    expect(stderr).toContain('✗ Could not fetch pnpm');
    expect(stderr).not.toContain('    at ');
  });

  it('does not stumble over what a fetch left half written', () => {
    command('commands/pnpm', 'exit 1');
    command('commands/npm', 'test -e package.json && exit 1; : > package.json; exit 1');
    run();
    command('commands/npm', 'test -e package.json && exit 1; mkdir -p node_modules/pnpm node_modules/.bin; exit 0');
    expect(run().stderr).not.toContain('Could not fetch pnpm');
  });
});

describe('dependencies', () => {
  beforeEach(() => command('commands/pnpm', `test "$1" = --version && echo 12.0.0 && exit; ${installs}; ${compiles}`));

  it('are installed again when the lockfile changed, and only then', () => {
    expect(run().stderr).toContain('Installing dependencies');
    expect(run().stderr).toBe('');
    write('pnpm-lock.yaml', 'changed: true');
    expect(run().stderr).toContain('Installing dependencies');
  });

  it('that were installed half are installed again, also for the lockfile of before', () => {
    run();
    write('pnpm-lock.yaml', 'changed: true');
    command('commands/pnpm', 'test "$1" = --version && echo 12.0.0 && exit; exit 1');
    expect(run()).toMatchObject({ status: 1, stderr: expect.stringContaining('✗ The dependencies could not be installed') });
    write('pnpm-lock.yaml', '');
    expect(run()).toMatchObject({ status: 1 });
  });
});

it('a file where a folder should be is named', () => {
  command('commands/pnpm', 'exit 1');
  write('var', '');
  const { status, stderr } = run();
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('a file where a folder should be') });
  expect(existsSync(path.join(folder, 'node_modules'))).toBe(false);
});
