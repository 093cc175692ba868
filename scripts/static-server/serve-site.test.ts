import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveSite } from './serve-site.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'newsroom-site-'));
const files: Record<string, string> = {
  'site/index.html': 'languages',
  'site/404.html': 'not found in any language',
  'site/kk/index.html': 'басты бет',
  'site/kk/404.html': 'бет табылмады',
  'site/kk/popular/popular.json': '{}',
  'site/_astro/page.abc.css': 'p{}',
  'site/kk/old/index.html': 'көшірілді',
  'site/kk/removed/index.html': 'жойылды',
  'site/_redirects': '/kk/old/ /kk/ 301\n/kk/removed/ /kk/removed/ 410\nnonsense\n',
  'secret.txt': 'outside the site',
};
let server: Server;
let port: number;
beforeAll(async () => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  server = await serveSite(path.join(folder, 'site'), 0);
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** Sends a request line as it is, which a well-behaved client would tidy up first. */
function ask(target: string, method = 'GET'): Promise<{ status: number; headers: string; body: string }> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`${method} ${target} HTTP/1.1\r\nHost: site\r\nConnection: close\r\n\r\n`),
    );
    socket.setEncoding('utf8').on('data', (text: string) => {
      answer += text;
    });
    socket.on('error', reject);
    socket.on('end', () => {
      const [headers = '', ...body] = answer.split('\r\n\r\n');
      resolve({ status: Number(headers.split(' ')[1]), headers, body: body.join('\r\n\r\n') });
    });
  });
}

describe('a page', () => {
  it('is served at its folder, and its address without the slash leads there', async () => {
    expect(await ask('/kk/')).toMatchObject({ status: 200, body: expect.stringContaining('басты бет') });
    const moved = await ask('/kk');
    expect([moved.status, moved.headers]).toEqual([301, expect.stringMatching(/^location: \/kk\/\r?$/im)]);
  });

  it('is asked for anew each time, while hashed files may be kept for ever', async () => {
    expect((await ask('/kk/')).headers).toMatch(/cache-control: no-cache/i);
    expect((await ask('/_astro/page.abc.css')).headers).toMatch(/cache-control: public, max-age=31536000, immutable/i);
  });

  it('runs and loads nothing but the files of the site', async () => {
    for (const target of ['/kk/', '/nope/', '/kk/popular/popular.json']) {
      const { headers } = await ask(target);
      expect(headers).toMatch(/content-security-policy: default-src 'none'; script-src 'self'/i);
      expect(headers).toMatch(/x-content-type-options: nosniff/i);
    }
  });
});

describe('an address that a page has left', () => {
  it('leads to where the page is, with and without the slash', async () => {
    for (const target of ['/kk/old/', '/kk/old']) {
      const { status, headers } = await ask(target);
      expect([status, headers]).toEqual([301, expect.stringMatching(/^location: \/kk\/\r?$/im)]);
    }
  });

  it('says that the page was removed', async () => {
    expect(await ask('/kk/removed/')).toMatchObject({ status: 410, body: 'жойылды' });
  });
});

describe('what is not there', () => {
  it('gets the 404 page of its language, or the one for all', async () => {
    expect(await ask('/kk/nope/')).toMatchObject({ status: 404, body: 'бет табылмады' });
    expect(await ask('/nope')).toMatchObject({ status: 404, body: 'not found in any language' });
  });

  it('includes everything outside the folder', async () => {
    for (const target of [
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/kk/..%2f..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/kk/../../secret.txt',
    ]) {
      const { status, body } = await ask(target);
      expect([target, status >= 400, body.includes('outside')]).toEqual([target, true, false]);
    }
  });
});

describe('a request that makes no sense', () => {
  it.each(['//', '///', '/%', '/%ff%fe', '//evil.example/', '/\\evil.example', '*', 'http://[', '/kk//'])(
    '%s is answered, and the next one, too',
    async (target) => {
      const { status, headers } = await ask(target);
      expect(status).toBeGreaterThanOrEqual(200);
      expect(headers).not.toMatch(/location: \/\//i);
      expect((await ask('/kk/')).status).toBe(200);
    },
  );

  it('is refused when it wants to change something', async () => {
    expect((await ask('/kk/', 'POST')).status).toBe(405);
    expect((await ask('/kk/', 'DELETE')).status).toBe(405);
  });
});
