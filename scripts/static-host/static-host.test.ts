import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Edition } from '@newsroom/shared/edition';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

// Each starts a process, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

/** What the host gives to readers as `edition.json`; undefined: nothing is there, null: the host is broken. */
let shown: Edition | undefined | null;
let host: Server;
let address: string;
let folder: string;

beforeAll(async () => {
  host = createServer((_, response) => {
    response.statusCode = shown === null ? 500 : shown === undefined ? 404 : 200;
    response.end(JSON.stringify(shown));
  });
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
});
afterAll(() => host.close());
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'newsroom-host-'));
  shown = undefined;
});
afterEach(() => rmSync(folder, { recursive: true }));

function edition(generation: number): Edition {
  return {
    ...{
      edition: 'newsroom',
      version: 1,
      generation,
      epoch: 'e',
      seq: 10 * generation,
      code: 'c'.repeat(64),
      asOf: '2026-01-31',
    },
    ...{
      mark: 'a'.repeat(64),
      at: `2026-01-31T10:${10 + generation}:00.000Z`,
      pages: 1,
      held: [],
      heldCount: 0,
      paused: null,
      order: 0,
    },
  } as Edition;
}

/** Puts an edition live on this machine. */
function make(generation: number): void {
  const site = path.join(folder, 'site');
  mkdirSync(path.join(site, 'made'), { recursive: true });
  writeFileSync(path.join(site, 'made', 'edition.json'), JSON.stringify(edition(generation)));
  symlinkSync('made', path.join(site, 'live'));
}

function run(script: string, args: string[] = [], environment: NodeJS.ProcessEnv = {}) {
  const own = { NEWSROOM_VAR: folder, NEWSROOM_ENV: path.join(folder, 'env'), GITHUB_OUTPUT: path.join(folder, 'outputs') };
  return new Promise<{ code: number | null; output: string }>((resolve) => {
    const child = spawn(process.execPath, [path.join(import.meta.dirname, script), ...args], {
      env: { PATH: process.env.PATH, NEWSROOM_EDITION_URL: address, ...own, ...environment },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.on('close', (code) => resolve({ code, output }));
  });
}

const outputs = () => readFileSync(path.join(folder, 'outputs'), 'utf8');

describe('whether there is something to deploy', () => {
  it.each([
    ['the host has no site yet', undefined, 'in place of no edition'],
    ['the host shows an older edition', edition(7), 'in place of edition 7'],
  ])('%s: yes', async (_, there, words) => {
    make(8);
    shown = there;
    expect(await run('due.ts', ['--exit-code'])).toEqual({ code: 0, output: expect.stringContaining(words) });
    expect(outputs()).toBe('due=true\ngeneration=8\n');
  });

  it('the host does not say what it shows: that is a fault, but for a first site', async () => {
    make(8);
    shown = null;
    const { code, output } = await run('due.ts');
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining('✗ Which edition is live cannot be found out') });
    expect(await run('due.ts', ['--first'])).toEqual({ code: 0, output: expect.stringContaining('in place of no edition') });
    expect(outputs()).toBe('due=true\ngeneration=8\n');
  });

  it.each([
    ['the host shows it', edition(8)],
    ['the host shows a newer one, since an old cache was restored here', edition(9)],
    ['the host shows another one of that number, which an old cache missed', { ...edition(8), at: '2026-01-31T09:00:00.000Z' }],
  ])('%s: no', async (_, there) => {
    make(8);
    shown = there;
    const told = expect.stringContaining('nothing to deploy');
    expect(await run('due.ts')).toEqual({ code: 0, output: told });
    expect(await run('due.ts', ['--first'])).toEqual({ code: 0, output: told });
    expect(outputs()).toBe('due=false\ngeneration=8\n'.repeat(2));
  });

  it('no, as an exit code, where a job has no other way to say it', async () => {
    make(8);
    shown = edition(9);
    expect((await run('due.ts', ['--exit-code'])).code).toBe(3);
  });

  it('nothing was made here: no', async () => {
    expect(await run('due.ts')).toEqual({ code: 0, output: expect.stringContaining('No edition was made here') });
    expect(outputs()).toBe('due=false\n');
  });

  it('nobody said where readers get the site: that is asked for', async () => {
    make(8);
    const { code, output } = await run('due.ts', [], { NEWSROOM_EDITION_URL: '' });
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining('✗ NEWSROOM_EDITION_URL does not say') });
  });
});

describe('the proof that readers get it', () => {
  it('is there when the host shows it, be it late', async () => {
    shown = edition(7);
    const proof = run('prove.ts', ['--generation', '8', '--wait', '60']);
    setTimeout(() => {
      shown = edition(8);
    }, 1000);
    expect(await proof).toEqual({ code: 0, output: expect.stringContaining('Readers get edition 8.') });
  });

  it('fails when the host goes on showing the old one', async () => {
    shown = edition(7);
    const { code, output } = await run('prove.ts', ['--generation', '8', '--wait', '1']);
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining('✗ Readers get edition 7, and not edition 8') });
  });

  it('asks for the edition where none is named', async () => {
    expect(await run('prove.ts')).toEqual({ code: 1, output: expect.stringContaining('npm run deploy:prove') });
  });
});
