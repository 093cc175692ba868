import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, createServer as createSocketServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const guide = readFileSync(path.resolve(import.meta.dirname, '../../docs/022-publishing-in-ci.md'), 'utf8');
const folder = mkdtempSync(path.join(tmpdir(), 'newsroom-proxy-'));
const sha256 = 'a1'.repeat(32);

/** What came to the CMS, as it came. */
const arrived: string[] = [];
let cms: Server;
beforeAll(async () => {
  cms = createServer((request, response) => {
    arrived.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`.trim());
    request.resume().on('end', () => response.end('{}'));
  });
  await new Promise<void>((resolve) => cms.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  cms.close();
  rmSync(folder, { recursive: true });
});

/** The guide's block for a program, with the test's ports for the name, the certificate and the CMS. */
function block(language: string, port: number): string {
  const [, text = ''] = new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(guide) ?? [];
  expect(text).toContain('127.0.0.1:1337');
  return text
    .replaceAll('127.0.0.1:1337', `127.0.0.1:${(cms.address() as AddressInfo).port}`)
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
    .replace(/^ *ssl_certificate.*\n/gm, '')
    .replace(/^feed\.news\.example\.org \{/m, `http://127.0.0.1:${port} {`);
}

const programs = {
  nginx: (port: number) => {
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`);
    const settings = `pid ${folder}/nginx.pid; daemon off; error_log stderr; events {}
      http { access_log off; ${temporary.join(' ')} ${block('nginx', port)} }`;
    writeFileSync(path.join(folder, 'nginx.conf'), settings);
    return ['-c', path.join(folder, 'nginx.conf'), '-p', folder, '-e', 'stderr'];
  },
  caddy: (port: number) => {
    writeFileSync(path.join(folder, 'Caddyfile'), `{\n  admin off\n}\n${block('caddy', port)}`);
    return ['run', '--config', path.join(folder, 'Caddyfile')];
  },
};

const proxies = (Object.keys(programs) as (keyof typeof programs)[]).map((name) => {
  const isHere = spawnSync(name, [name === 'nginx' ? '-v' : 'version']).status === 0;
  return { name, isHere, title: isHere ? `${name}, set up as the guide says` : `SKIPPED: ${name} is not installed` };
});

// In CI a missing program is a fault of the machine, not a reason to say that all is well.
describe.each(proxies)('$title', ({ name, isHere }) => {
  let proxy: ChildProcess | undefined;
  let port: number;

  beforeAll(async () => {
    if (!isHere) throw new Error(`There is no ${name} to try the guide's block with: install Debian's "${name}".`);
    port = await freePort();
    mkdirSync(path.join(folder, 'home'), { recursive: true });
    proxy = spawn(name, programs[name](port), { env: { PATH: process.env.PATH, HOME: path.join(folder, 'home') } });
    for (let tries = 0; tries < 200 && (await ask('GET', '/')) === 0; tries += 1) await pause(50);
  }, 30_000);
  afterAll(async () => {
    if (proxy === undefined) return;
    const ended = new Promise((resolve) => proxy?.on('close', resolve));
    proxy.kill('SIGTERM');
    await ended;
  });

  /** Sends a request line as it is, which a well-behaved client would tidy up first; 0: no answer. */
  function ask(method: string, target: string): Promise<number> {
    return new Promise((resolve) => {
      let answer = '';
      const socket = connect(port, '127.0.0.1', () =>
        socket.write(
          `${method} ${target} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer t\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
        ),
      );
      socket.setEncoding('utf8').on('data', (text: string) => {
        answer += text;
      });
      socket.on('error', () => resolve(0));
      socket.on('close', () => resolve(Number(answer.split(' ')[1] ?? 0)));
    });
  }

  it.skipIf(!isHere && process.env.CI !== 'true').each([
    ['GET', '/api/newsroom/feed'],
    ['GET', '/api/newsroom/feed?epoch=e&since=841&mark=m'],
    ['GET', '/api/newsroom/changes?epoch=e&seqs=5,9'],
    ['GET', '/api/newsroom/changes/wait?order=3&seconds=25'],
    ['GET', `/api/newsroom/media/${sha256}`],
    ['POST', '/api/newsroom/publisher/report'],
  ])('lets %s %s through, with the token', async (method, target) => {
    arrived.length = 0;
    expect(await ask(method, target)).toBe(200);
    expect(arrived).toEqual([`${method} ${target} Bearer t`]);
  });

  it.skipIf(!isHere && process.env.CI !== 'true').each([
    ['GET', '/'],
    ['GET', '/admin'],
    ['POST', '/admin/login'],
    ['GET', '/uploads/draft.png'],
    ['GET', '/content-manager/collection-types/plugin::newsroom.press-release'],
    ['POST', '/api/newsroom/feed'],
    ['DELETE', `/api/newsroom/media/${sha256}`],
    ['GET', '/api/newsroom/media/short'],
    ['GET', `/api/newsroom/media/${sha256}/more`],
    ['GET', '/api/newsroom/publisher/report'],
    ['PUT', '/api/newsroom/publisher/report'],
    ['GET', '/api/newsroom/feed/'],
    ['GET', '/api/newsroom/metrics'],
    ['GET', '/api/newsroom/feed/../metrics'],
    ['GET', '/api/newsroom/feed%2f..%2fmetrics'],
  ])('lets nothing of %s %s through', async (method, target) => {
    arrived.length = 0;
    expect(await ask(method, target)).toBeGreaterThanOrEqual(400);
    expect(arrived).toEqual([]);
  });

  // What is one address to the proxy must be the same one to the CMS.
  it
    .skipIf(!isHere && process.env.CI !== 'true')
    .each(['/admin/../api/newsroom/feed', '/admin/%2e%2e/api/newsroom/feed', '//api//newsroom/feed'])(
    'lets %s through as what it was checked as, or not at all',
    async (target) => {
      arrived.length = 0;
      await ask('GET', target);
      expect(arrived.filter((each) => each !== 'GET /api/newsroom/feed Bearer t')).toEqual([]);
    },
  );
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createSocketServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
