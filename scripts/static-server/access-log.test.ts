import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AddressTable } from '../metrics/addresses/address-table.ts';
import { collector } from '../metrics/collectors/access-log.ts';
import { logRequests } from './access-log.ts';
import { serveSite } from './serve-site.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'newsroom-access-log-'));
const log = path.join(folder, 'logs', 'access.log');
const page = '/kk/news/2026/11/example/';
const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0';
let server: Server;
beforeAll(async () => {
  mkdirSync(path.join(folder, 'site', page), { recursive: true });
  writeFileSync(path.join(folder, 'site', page, 'index.html'), 'an example');
  server = await serveSite(path.join(folder, 'site'), 0);
  logRequests(server, log);
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const ask = (address: string, headers: Record<string, string>, method = 'GET') =>
  new Promise<void>((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const asked = request({ host: '127.0.0.1', port, path: address, method, headers, agent: false }, (response) => {
      response.resume().on('end', resolve);
    });
    asked.on('error', reject).end();
  });
const lines = () => readFileSync(log, 'latin1').split('\n').slice(0, -1);

it('what is answered stands in the log as the collector reads it, whatever was sent', async () => {
  await ask(page, { 'User-Agent': browser });
  await ask(page, { 'User-Agent': `${browser} 2`, 'Sec-Purpose': 'prefetch' });
  await ask(page, { 'User-Agent': 'a"b\\c\xe9', Referer: '" 200 1 "-" "x' });
  await ask(page, {}, 'HEAD');
  await ask('/kk/nothing"/', { 'User-Agent': browser });
  await expect.poll(lines).toHaveLength(5);
  expect(lines()[0]).toMatch(
    /^(::ffff:)?127\.0\.0\.1 - - \[\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000\] "GET \/kk\/news\/2026\/11\/example\/ HTTP\/1\.1" 200 10 "-" "Mozilla\/5\.0 \(X11; [^"]*" "-"$/,
  );
  const addresses = new AddressTable();
  addresses.add({ document: 'example', language: 'kk', address: page });
  const context = { addresses, folder: path.join(folder, 'state'), isTrial: true, now: new Date(), office: '' };
  const { days, faultCount } = await collector.collect([log], context);
  expect(faultCount).toBe(0);
  expect(days.map(({ rows, leftOut }) => [rows[0]?.views, leftOut])).toEqual([[2, { method: 1, prefetch: 1, status: 1 }]]);
});
