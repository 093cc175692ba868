import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { outsideListSchema } from '@newsroom/shared/outside-list';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'newsroom-outside-list-'));
const file = path.join(folder, 'list.txt');
const list = '1🗳 Проверьте себя\n- 5120\n- 4\n- 27\n-\n2 Участки\n- 5998\n- 0\n- 11\n';

/** A stand-in for the CMS: it answers what a test says, and keeps what it was sent. */
let server: Server;
let cmsPort: number;
let answer: { status: number; body: string };
let received: { method: string; url: string; authorization: string; body: unknown }[];

beforeAll(async () => {
  writeFileSync(file, list);
  writeFileSync(path.join(folder, 'env'), 'NEWSROOM_METRICS_TOKEN=a-token-of-the-metrics\n');
  server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text;
    });
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      received.push({ method, url, authorization: headers.authorization ?? '', body: JSON.parse(body) });
      response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => {
  received = [];
  cmsPort = (server.address() as AddressInfo).port;
  answer = { status: 200, body: '{"data":{"stored":true}}' };
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

async function run(...args: string[]) {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'import-popular.ts'), ...args], {
    env: {
      PATH: process.env.PATH,
      INIT_CWD: folder,
      NEWSROOM_ENV: path.join(folder, 'env'),
      NEWSROOM_VAR: path.join(folder, 'var'),
      CMS_PORT: String(cmsPort),
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, output };
}

const about = ['--source', 'Редакция', '--captured-at', '2024-11-01T09:00'];

describe('a list that is imported', () => {
  it('reaches the CMS in its order, with its source and time, by the token that may send it', async () => {
    const { code, output } = await run('list.txt', ...about, '--language', 'ru');
    expect(output).toContain('is stored');
    expect(code).toBe(0);
    expect(received).toMatchObject([
      { method: 'PUT', url: '/api/newsroom/outside-lists', authorization: 'Bearer a-token-of-the-metrics' },
    ]);
    expect(outsideListSchema.parse(received[0]?.body)).toEqual({
      source: 'Редакция',
      capturedAt: '2024-11-01T04:00:00.000Z',
      language: 'ru',
      rows: [
        { rank: 1, title: '🗳 Проверьте себя', views: 5120, comments: 4, reactions: 27 },
        { rank: 2, title: 'Участки', views: 5998, comments: 0, reactions: 11 },
      ],
    });
  });

  it('has no language where none is given', async () => {
    await run('list.txt', ...about);
    expect(received[0]?.body).toMatchObject({ language: null });
  });

  it('a second time changes nothing, and the command says so', async () => {
    answer.body = '{"data":{"stored":false}}';
    expect(await run('list.txt', ...about)).toEqual({ code: 0, output: expect.stringContaining('nothing changed') });
  });
});

describe('the CMS', () => {
  it.each([
    ['says why it does not take a list', 409, '{"error":{"message":"Another list is there."}}', 'Another list is there.'],
    ['refuses the token', 401, '{"error":{"message":"Missing or invalid credentials"}}', 'NEWSROOM_METRICS_TOKEN'],
    ['fails', 500, '{"error":{"message":"Internal"}}', 'var/logs/cms.log'],
    ['is no CMS', 200, '<html>', 'answered the list with status 200'],
  ])('%s', async (_, status, body, words) => {
    answer = { status, body };
    expect(await run('list.txt', ...about)).toEqual({ code: 1, output: expect.stringContaining(words) });
  });

  it('does not run', async () => {
    // Nothing of this machine listens on the first of all ports.
    cmsPort = 1;
    expect(await run('list.txt', ...about)).toEqual({ code: 1, output: expect.stringContaining('Start it with "npm start"') });
  });
});

describe('what the command refuses before it sends anything', () => {
  it.each([
    ['no source and time', ['list.txt'], 'by --source and --captured-at'],
    ['an empty source', ['list.txt', '--source', ' ', '--captured-at', '2024-11-01T09:00'], '1 to 120 characters'],
    ['a time to come', ['list.txt', '--source', 'A', '--captured-at', '2999-01-01T00:00'], 'lies ahead'],
    ['a language that the site does not have', ['list.txt', ...about, '--language', 'de'], 'one of kk, ru, en'],
    ['no file', [...about], 'Name exactly one file'],
    ['a file that is not there', ['none.txt', ...about], 'There is no file'],
    ['a folder', ['.', ...about], 'cannot be read'],
    ['an unknown option', ['list.txt', '--force'], "Unknown option '--force'"],
  ])('%s', async (_, args, words) => {
    expect(await run(...args)).toEqual({ code: 1, output: expect.stringContaining(words) });
    expect(received).toEqual([]);
  });

  it('a list with one faulty row, whole', async () => {
    writeFileSync(path.join(folder, 'faulty.txt'), list.replace('- 11', '- ?'));
    expect(await run('faulty.txt', ...about)).toEqual({
      code: 1,
      output: expect.stringContaining('line 9: The reactions of row 2'),
    });
    expect(received).toEqual([]);
  });

  it('a text in another encoding', async () => {
    writeFileSync(path.join(folder, 'other.txt'), Buffer.from([0x31, 0xcf, 0xf0, 0x0a]));
    expect(await run('other.txt', ...about)).toEqual({ code: 1, output: expect.stringContaining('is no UTF-8 text') });
  });

  it('nothing in a dry run, which needs no source', async () => {
    expect(await run('list.txt', '--dry-run')).toEqual({ code: 0, output: expect.stringContaining('2\tУчастки\t5998\t0\t11') });
    expect(received).toEqual([]);
  });
});
