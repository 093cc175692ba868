import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { collectionSchema } from '@newsroom/shared/collected-day';
import { metricsImportSchema } from '@newsroom/shared/daily-metrics';
import { addDays, localDay } from '@newsroom/shared/local-time';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { madeAddresses, makeLog, officeNetworks } from './make-log/make-log.ts';
import type { Truth } from './make-log/truth.ts';
import { writeAddresses } from './make-log/write-addresses.ts';

const yesterday = addDays(localDay(new Date().toISOString()), -1);

let folder: string;
let truth: Truth;
/** A stand-in for the CMS: it keeps what it is told as the CMS would, each count in the place of the one before. */
let server: Server;
let counts: Map<string, number>;
let told: Map<string, unknown>;
let requests: number;
/** Answers a request in the CMS's place; undefined: it is taken. */
let refuse: (url: string, rows: { release: string }[]) => { status: number; body: object } | undefined;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text;
    });
    request.on('end', () => {
      requests += 1;
      const json = JSON.parse(body);
      const isMetrics = request.url === '/api/newsroom/metrics';
      const refused =
        request.headers.authorization === 'Bearer a-token-of-the-metrics'
          ? refuse(request.url ?? '', isMetrics ? json.rows : [])
          : { status: 401, body: {} };
      if (refused === undefined && isMetrics) {
        const { source, rows } = metricsImportSchema.parse(json);
        for (const row of rows)
          counts.set(`${source} ${row.day} ${row.release} ${row.language}`, row.views + 1000 * row.comments);
      } else if (refused === undefined) {
        const { source, days } = collectionSchema.parse(json);
        for (const { day, ...more } of days) told.set(`${source} ${day}`, more);
      }
      response.writeHead(refused?.status ?? 200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(refused?.body ?? { rows: 1 }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.close());

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'newsroom-collect-'));
  [counts, told, requests, refuse] = [new Map(), new Map(), 0, () => undefined];
  truth = makeLog({ file: place('access.log'), seed: 5, lines: 20_000, days: 2, lastDay: yesterday, format: 'combined' });
  writeAddresses(madeAddresses(), folder);
  writeFileSync(place('env'), `NEWSROOM_METRICS_TOKEN=a-token-of-the-metrics\nNEWSROOM_OFFICE_NETWORKS=${officeNetworks}\n`);
  return () => rmSync(folder, { recursive: true });
});

const place = (name: string) => path.join(folder, name);

async function run(args: string[], more: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'metrics.ts'), ...args], {
    env: {
      PATH: process.env.PATH,
      INIT_CWD: folder,
      NEWSROOM_ENV: place('env'),
      NEWSROOM_VAR: place('var'),
      CMS_PORT: String((server.address() as AddressInfo).port),
      ...more,
    },
  });
  let [output, errors] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, output, errors };
}

const collect = (...args: string[]) => run(['collect', 'access-log', ...args, '--site', '.']);
const wanted = (source = 'access-log') =>
  new Map(truth.rows.map(({ day, document, language, views }) => [`${source} ${day} ${document} ${language}`, views]));

describe('npm run metrics -- collect', { timeout: 60_000 }, () => {
  it('tells the CMS all that is true, in portions that it takes, and nothing the second time', async () => {
    const { code, output } = await collect('access.log');
    expect([code, counts]).toEqual([0, wanted()]);
    expect(output).toContain(`The CMS was told ${truth.rows.length} counts of 2 days.`);
    expect(told.get(`access-log ${yesterday}`)).toMatchObject({
      leftOut: { 'network-cap': expect.any(Number), office: expect.any(Number) },
      spikes: [{ networks: 1, counted: 20 }],
    });
    const before = requests;
    expect(await collect('access.log')).toMatchObject({ code: 0, output: expect.stringContaining('knows all of it already') });
    expect(requests).toBe(before);
  });

  it('tells the rest where the CMS was away, or failed halfway', async () => {
    expect(await run(['collect', 'access-log', 'access.log', '--site', '.'], { CMS_PORT: '9' })).toMatchObject({
      code: 1,
      errors: expect.stringContaining('What was counted is kept here'),
    });
    refuse = () => (requests > 1 ? { status: 500, body: {} } : undefined);
    expect(await collect('access.log')).toMatchObject({ code: 1, errors: expect.stringContaining('var/logs/cms.log') });
    expect(counts.size).toBeGreaterThan(0);
    refuse = () => undefined;
    expect((await collect('access.log')).code).toBe(0);
    expect(counts).toEqual(wanted());
  });

  it('tells the others where the CMS does not know some releases any more', async () => {
    const gone = ['release0', 'release7'];
    refuse = (_, rows) => {
      const unknown = gone.filter((id) => rows.some(({ release }) => release === id));
      return unknown.length > 0 ? { status: 400, body: { error: { message: 'no', details: { unknown } } } } : undefined;
    };
    const { code, output } = await collect('access.log', '--json');
    expect([code, JSON.parse(output).sent.unknownReleases.sort()]).toEqual([0, gone]);
    expect(counts).toEqual(new Map([...wanted()].filter(([key]) => !gone.includes(key.split(' ')[2] ?? ''))));
  });

  it('tells counts of a release that the CMS did not know when it knows it', async () => {
    refuse = (_, rows) =>
      rows.some(({ release }) => release === 'release3')
        ? { status: 400, body: { error: { message: 'no', details: { unknown: ['release3'] } } } }
        : undefined;
    await collect('access.log');
    expect(counts).not.toEqual(wanted());
    refuse = () => undefined;
    await collect('access.log');
    expect(counts).toEqual(wanted());
  });

  it('prints rows and what was left out as JSON, and in a dry run keeps nothing and tells nobody', async () => {
    const { output } = await collect('access.log', '--dry-run', '--json');
    const printed = JSON.parse(output);
    const table = madeAddresses();
    expect(printed.rows).toEqual(
      truth.rows.map((row) => {
        const address = table.page(row.document, row.language as 'kk')?.address;
        return { ...row, address, comments: 0, reactions: 0 };
      }),
    );
    expect(printed.leftOut.map(({ day }: { day: string }) => day)).toEqual(truth.leftOut.map(({ day }) => day));
    expect(printed.unknown[0].address).toMatch(/^\/ru\/news\/2026\/\d\d\/no-such-message-\d+\/$/);
    expect(requests).toBe(0);
    expect(existsSync(place('var/metrics'))).toBe(false);
  });

  it('keeps two servers apart by the names of their logs', async () => {
    await collect('access.log', '--source', 'server-one');
    await collect('access.log', '--source', 'server-two');
    expect(counts).toEqual(new Map([...wanted('server-one'), ...wanted('server-two')]));
  });

  it('takes comments and reactions from a table, and says what it does not take', async () => {
    const address = madeAddresses().page('release1', 'ru')?.address;
    writeFileSync(
      place('good.csv'),
      `day;address;comments;reactions\r\n${yesterday};https://news.example.org${address};4;0\r\n${yesterday};${address};x;0\r\n`,
    );
    writeFileSync(place('wrong.csv'), 'date,url,hits\n2026-01-01,/,7\n');
    const { code, output } = await run(['collect', 'csv', 'wrong.csv', 'good.csv', '--site', '.']);
    expect(counts).toEqual(new Map([[`csv ${yesterday} release1 ru`, 4000]]));
    expect(told).toEqual(new Map()); // a file may hold a part of a day
    expect(code).toBe(1);
    expect(output).toContain(`${place('wrong.csv')}, line 1: the header has a column "date", which nobody knows`);
    expect(output).toContain(`${place('good.csv')}, line 3: comments is "x", which is no whole number`);
  });

  it('tells the row with which a sum becomes larger than can be counted', async () => {
    const [day, { document, language }] = [yesterday, { document: 'release1', language: 'ru' }];
    const rows = [2_147_483_647, 1].map((views) => JSON.stringify({ day, document, language, views }));
    writeFileSync(place('counts.ndjson'), rows.join('\n'));
    const { code, output } = await run(['collect', 'ndjson', 'counts.ndjson', '--site', '.']);
    expect([code, counts]).toEqual([1, new Map([[`ndjson ${yesterday} release1 ru`, 2_147_483_647]])]);
    expect(output).toContain('line 2: with the rows before it the page has more than 2147483647');
  });

  it('prints the template of a kind', async () => {
    expect(await run(['collect', 'csv', '--template'])).toEqual({
      code: 0,
      errors: '',
      output: 'day,address,views,comments,reactions\n2026-11-27,/kk/news/2026/11/example/,120,4,17\n',
    });
  });

  it.each([
    [['collect', 'nothing', 'a'], '"nothing" is nothing that can be collected'],
    [['collect', 'access-log'], 'Name at least one file'],
    [['collect', 'access-log', 'no.log', '--site', '.'], /There is no file .*no\.log/],
    [['collect', 'access-log', 'access.log', '--site', 'nowhere'], 'There is no /readership/index.json in '],
    [['collect', 'access-log', 'access.log', '--site', 'http://127.0.0.1:9'], 'cannot be read'],
    [['collect', 'access-log', 'access.log', '--source', 'Ä'], '--source is "Ä"'],
    [['collect', 'access-log', 'access.log', '--what'], "Unknown option '--what'"],
    [['nothing'], 'There is no "npm run metrics -- nothing"'],
  ])('refuses %j with a word', async (args, words) => {
    const { code, errors } = await run(args);
    expect(code).toBe(1);
    expect(errors).toMatch(words);
  });

  it.each([
    '198.51.100/24',
    '198.51.100',
    '10/8',
    '::ffff:198.51.100.0/120',
    '198.51.100.0/33',
    '2001:db8::/129',
    '198.51.100.*',
  ])('refuses %s for a network of the office', async (network) => {
    const { errors } = await run(['collect', 'access-log', 'access.log', '--site', '.'], { NEWSROOM_OFFICE_NETWORKS: network });
    expect(errors).toContain(`"${network}" is no network`);
  });

  it('refuses networks of the office that are none, and a site that is no site of this newsroom', async () => {
    const office = { NEWSROOM_OFFICE_NETWORKS: '198.51.100.0/24, our-house' };
    expect((await run(['collect', 'access-log', 'access.log', '--site', '.'], office)).errors).toContain(
      '"our-house" is no network',
    );
    writeFileSync(place('readership/index.json'), '{"months":"all"}');
    expect((await collect('access.log')).errors).toMatch(/readership\/index\.json is not as it should be: /);
    expect(readFileSync(place('readership/index.json'), 'utf8')).toContain('all');
  });
});
