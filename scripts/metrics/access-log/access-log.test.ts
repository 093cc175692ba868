import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Collected } from '../collector.ts';
import { collector } from '../collectors/access-log.ts';
import { madeAddresses, makeLog, officeNetworks } from '../make-log/make-log.ts';
import type { Truth } from '../make-log/truth.ts';
import { differences } from '../speed/compare-with-truth.ts';
import { worthThreads } from './block-counters.ts';

const addresses = madeAddresses();
const pageAddress = addresses.page('release7', 'kk')?.address ?? '';
const browser = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'newsroom-access-log-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const place = (name: string) => path.join(folder, name);

/** A run of the collector; what it says is kept as the CMS would keep it. */
class Counter {
  readonly days = new Map<string, Collected['days'][number]>();
  last: Collected | undefined;

  async collect(files: string[], now = '2026-11-20T07:00:00Z', isTrial = false): Promise<Collected> {
    const context = { addresses, folder: place('state'), isTrial, now: new Date(now), office: officeNetworks };
    const collected = await collector.collect(files, context);
    for (const day of collected.days) {
      this.days.set(day.day, day);
      collected.noteTold([day.day]);
    }
    this.last = collected;
    return collected;
  }

  /** What differs from the truth. */
  wrong(truth: Truth): string[] {
    return differences({ days: [...this.days.values()] }, truth);
  }
}

const line = (
  time: string,
  more: { ip?: string; path?: string; agent?: string; request?: string; status?: number; end?: string } = {},
) => {
  const { ip = '192.0.2.7', path: asked = pageAddress, agent = browser, status = 200, end = '' } = more;
  const request = more.request ?? `GET ${asked} HTTP/1.1`;
  return `${ip} - - [17/Nov/2026:${time} +0500] "${request}" ${status} 5120 "-" "${agent}"${end}\n`;
};
const countOf = async (...lines: string[]) => {
  writeFileSync(place('some.log'), lines.join(''));
  const { days } = await new Counter().collect([place('some.log')], undefined, true);
  const [day] = days;
  return { views: day?.rows.reduce((sum, row) => sum + row.views, 0) ?? 0, leftOut: day?.leftOut ?? {} };
};

describe('a made log', { timeout: 60_000 }, () => {
  let made: string;
  let truth: Truth;
  const plan = { seed: 11, lines: 60_000, days: 4, lastDay: '2026-11-17', format: 'combined' as const };
  beforeAll(() => {
    made = mkdtempSync(path.join(tmpdir(), 'newsroom-made-log-'));
    truth = makeLog({ ...plan, file: path.join(made, 'access.log') });
  });
  afterAll(() => rmSync(made, { recursive: true }));
  const log = () => path.join(made, 'access.log');

  it('has something of everything', () => {
    const reasons = new Set(truth.leftOut.flatMap((day) => Object.keys(day)));
    for (const reason of [
      'repeat',
      'network-cap',
      'robot',
      'preview',
      'prefetch',
      'office',
      'empty-agent',
      'malformed',
      'future',
      'unknown-address',
      'method',
      'status',
      'other-page',
    ])
      expect(reasons).toContain(reason);
    expect(truth.spikes.length).toBe(4);
    expect(truth.rows.length).toBeGreaterThan(1000);
  });

  it.each([
    ['combined', 21],
    ['caddy', 22],
  ] as const)('is counted exactly: %s', async (format, seed) => {
    const other = makeLog({ ...plan, format, seed, file: place('access.log') });
    const counter = new Counter();
    await counter.collect([place('access.log')], undefined, true);
    expect(counter.wrong(other)).toEqual([]);
  });

  it.each(['plain', 'packed'])('is counted exactly by threads, too: %s', async (form) => {
    const other = makeLog({ ...plan, lines: 120_000, seed: 23, file: place('access.log') });
    const bytes = readFileSync(place('access.log'));
    if (form === 'packed') writeFileSync(place('access.log'), gzipSync(bytes));
    const counter = new Counter();
    await counter.collect([place('access.log')], undefined, true);
    expect(counter.wrong(other)).toEqual([]);
    expect(readFileSync(place('access.log')).length * (form === 'packed' ? 10 : 1)).toBeGreaterThan(worthThreads); // or there are none
  });

  it('counts once when it is read again, under another name, packed, or twice in one run', async () => {
    const counter = new Counter();
    await counter.collect([log(), log()]);
    expect(counter.wrong(truth)).toEqual([]);
    writeFileSync(place('access.log.1.gz'), gzipSync(readFileSync(log())));
    cpSync(log(), place('copy.log'));
    for (const files of [[log()], [place('copy.log'), place('access.log.1.gz')], [place('access.log.1.gz')]]) {
      expect(await counter.collect(files)).toMatchObject({ days: [], lines: 0, faultCount: 0 });
    }
    expect(counter.wrong(truth)).toEqual([]);
  });

  it('counts once when it is read while it grows, cut anywhere', async () => {
    const bytes = readFileSync(log());
    const counter = new Counter();
    const cuts = [0, 1000, 0.3 * bytes.length, 0.3 * bytes.length + 77, 0.71 * bytes.length, bytes.length].map(Math.floor);
    let lines = 0;
    for (const [index, cut] of cuts.slice(1).entries()) {
      appendFileSync(place('access.log'), bytes.subarray(cuts[index], cut));
      lines += (await counter.collect([place('access.log')])).lines;
    }
    expect(counter.wrong(truth)).toEqual([]);
    expect(lines).toBe(plan.lines);
  });

  it('counts once when it is renamed and packed while it is read in parts', async () => {
    const bytes = readFileSync(log());
    const half = Math.floor(bytes.length / 2);
    const counter = new Counter();
    writeFileSync(place('access.log'), bytes.subarray(0, half));
    await counter.collect([place('access.log')]);
    writeFileSync(place('access.log.1.gz'), gzipSync(bytes));
    expect((await counter.collect([place('access.log.1.gz')])).lines).toBeLessThan(plan.lines * 0.6);
    expect(counter.wrong(truth)).toEqual([]);
  });

  it('counts once in several files, in whatever order they are named', async () => {
    const lines = readFileSync(log(), 'latin1').split('\n').slice(0, -1);
    const parts = [lines.slice(0, 20_000), lines.slice(20_000, 31_000), lines.slice(31_000)];
    for (const [index, part] of parts.entries()) writeFileSync(place(`log.${index}`), `${part.join('\n')}\n`, 'latin1');
    const counter = new Counter();
    await counter.collect([place('log.2'), place('log.0'), place('log.1')]);
    expect(counter.wrong(truth)).toEqual([]);
  });

  it('counts once where a run is broken off, at whatever moment', async () => {
    const bytes = readFileSync(log());
    const counter = new Counter();
    writeFileSync(place('access.log'), bytes.subarray(0, bytes.length / 2));
    await counter.collect([place('access.log')]);
    cpSync(place('state'), place('kept'), { recursive: true });
    writeFileSync(place('access.log'), bytes);
    await counter.collect([place('access.log')]); // told the CMS, and died before it could note that
    rmSync(place('state'), { recursive: true });
    renameSync(place('kept'), place('state'));
    writeFileSync(place('state/readers-00000000000000000000000000000000'), 'left by a run that was killed');
    await counter.collect([place('access.log')]);
    expect(counter.wrong(truth)).toEqual([]);
    expect(readdirSync(place('state'))).not.toContain('readers-00000000000000000000000000000000');
  });

  it('adds what comes late of a day that is closed, and that once', async () => {
    const lines = readFileSync(log(), 'latin1').split('\n').slice(0, -1);
    const counter = new Counter();
    writeFileSync(place('late.log'), `${lines.slice(0, 9000).join('\n')}\n`, 'latin1');
    writeFileSync(place('access.log'), `${lines.slice(9000).join('\n')}\n`, 'latin1');
    await counter.collect([place('access.log')]);
    const before = counter.days.get('2026-11-14');
    for (let time = 0; time < 3; time += 1) await counter.collect([place('late.log')]);
    const sum = (day: typeof before) => day?.rows.reduce((total, row) => total + row.views, 0) ?? 0;
    const wanted = truth.rows.filter(({ day }) => day === '2026-11-14').reduce((total, row) => total + row.views, 0);
    // Repeats and shares across the two parts are not seen: the readers of the first part are forgotten.
    expect(sum(counter.days.get('2026-11-14'))).toBeGreaterThanOrEqual(wanted);
    expect(sum(counter.days.get('2026-11-14'))).toBeLessThanOrEqual(wanted + 25);
    expect(sum(before)).toBeLessThan(wanted);
  });

  it('forgets readers when their day closes, and never writes an address down', async () => {
    const counter = new Counter();
    await counter.collect([log()]);
    const kept = readdirSync(place('state')).map((name) => readFileSync(path.join(place('state'), name), 'latin1'));
    const seen = readFileSync(log(), 'latin1')
      .split('\n')
      .slice(0, 3000)
      .map((each) => each.split(' ')[0] ?? '');
    const real = seen.filter((address) => /^\d+\.\d+\.\d+\.\d+$|:.*:/.test(address));
    expect(real.length).toBeGreaterThan(2000);
    for (const text of kept) expect(real.filter((address) => text.includes(address))).toEqual([]);
    // Of the newest day more may come; the others were over for more than a day.
    const state = () => JSON.parse(readFileSync(place('state/state.json'), 'utf8'));
    const open = () =>
      Object.entries<{ open: unknown }>(state().days)
        .filter(([, day]) => day.open !== null)
        .map(([day]) => day);
    expect(open().filter((day) => day < '2026-11-17')).toEqual([]);
    expect(open()).not.toEqual([]);
    await counter.collect([log()], '2026-11-21T08:00:00Z');
    expect(open()).toEqual([]);
    expect(readdirSync(place('state'))).toEqual(['state.json']);
    expect(readFileSync(place('state/state.json'), 'utf8')).not.toContain('salt"');
    expect(counter.wrong(truth)).toEqual([]);
  });

  it('tells again what the CMS was not told', async () => {
    const counter = new Counter();
    const context = {
      addresses,
      folder: place('state'),
      isTrial: false,
      now: new Date('2026-11-20T07:00:00Z'),
      office: officeNetworks,
    };
    const [first] = (await collector.collect([log()], context)).days;
    expect(first?.day).toBe('2026-11-14');
    await counter.collect([log()]);
    expect(counter.wrong(truth)).toEqual([]);
    expect((await counter.collect([log()])).days).toEqual([]);
  });
});

describe('what counts as a view', () => {
  it('is a page that was opened, or was looked at again unchanged', async () => {
    expect(
      await countOf(line('10:00:00'), line('11:00:00', { status: 304 }), line('12:00:00', { path: `${pageAddress}?a=b` })),
    ).toEqual({
      views: 3,
      leftOut: {},
    });
  });

  it.each([
    ['method', { request: `HEAD ${pageAddress} HTTP/1.1` }],
    ['method', { request: `POST ${pageAddress} HTTP/1.1` }],
    ['method', { request: '-', status: 400 }],
    ['method', { request: '\\x16\\x03\\x01', status: 400 }],
    ['status', { status: 404 }],
    ['status', { status: 206 }],
    ['other-page', { path: '/kk/' }],
    ['other-page', { path: '/_astro/page.css' }],
    ['unknown-address', { path: '/kk/news/2026/11/nothing/' }],
    ['empty-agent', { agent: '-' }],
    ['empty-agent', { agent: '' }],
    ['preview', { agent: 'WhatsApp/2.23.20.0' }],
    ['robot', { agent: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' }],
    ['robot', { agent: 'curl/8.5.0' }],
    ['prefetch', { end: ' "prefetch;prerender"' }],
    ['office', { ip: '198.51.100.9' }],
    ['office', { ip: '::ffff:198.51.100.9' }],
    ['office', { ip: '2001:db8:aa::1' }],
    ['repeat', {}],
  ] as const)('leaves out %s: %o', async (reason, more) => {
    expect(await countOf(line('10:00:00'), line('10:00:30', more))).toEqual({ views: 1, leftOut: { [reason]: 1 } });
  });

  it.each([
    ['as the file that it is', `${pageAddress}index.html`],
    ['with escapes', pageAddress.replace('news', '%6eews')],
    ['with a host', `https://news.example.org${pageAddress}`],
  ])('finds a page by its address %s', async (_, path) => {
    expect(await countOf(line('10:00:00', { path }))).toEqual({ views: 1, leftOut: {} });
  });

  it('takes the same reader within 30 seconds of the time before for one, and another program for another reader', async () => {
    expect(await countOf(...['10:00:00', '10:00:30', '10:01:00', '10:01:31'].map((time) => line(time)))).toEqual({
      views: 2,
      leftOut: { repeat: 2 },
    });
    expect(await countOf(line('10:00:00'), line('10:00:01', { agent: `${browser} Edg/131.0` }))).toEqual({
      views: 2,
      leftOut: {},
    });
    expect(await countOf(line('10:00:00'), line('10:00:01', { ip: '192.0.2.8' }))).toEqual({ views: 2, leftOut: {} });
  });

  it('counts once who goes on after midnight, on the day before', async () => {
    writeFileSync(
      place('some.log'),
      [
        line('23:59:50'),
        line('00:00:10').replace('17/', '18/'),
        line('00:00:35').replace('17/', '18/'),
        line('00:05:00').replace('17/', '18/'),
      ].join(''),
    );
    const { days } = await new Counter().collect([place('some.log')], undefined, true);
    expect(days.map(({ day, rows, leftOut }) => [day, rows[0]?.views, leftOut])).toEqual([
      ['2026-11-17', 1, {}],
      ['2026-11-18', 1, { repeat: 2 }],
    ]);
  });

  it('takes a view back that turns out to belong to the day before', async () => {
    const counter = new Counter();
    writeFileSync(place('new.log'), line('00:00:05').replace('17/', '18/'));
    await counter.collect([place('new.log')]);
    expect(counter.days.get('2026-11-18')?.rows).toEqual([expect.objectContaining({ views: 1 })]);
    writeFileSync(place('old.log'), line('23:59:50'));
    await counter.collect([place('old.log')]);
    expect([...counter.days].toSorted().map(([day, { rows }]) => [day, rows.map((row) => row.views)])).toEqual([
      ['2026-11-17', [1]],
      ['2026-11-18', [0]],
    ]);
  });

  it('takes the day from the office’s calendar, whatever the server’s zone', async () => {
    writeFileSync(place('some.log'), line('21:00:00').replace('+0500', '+0200'));
    const { days } = await new Counter().collect([place('some.log')], undefined, true);
    expect(days.map(({ day }) => day)).toEqual(['2026-11-18']);
  });

  it('counts a last line without a line feed, unless it is cut', async () => {
    expect((await countOf(line('10:00:00').trimEnd())).views).toBe(1);
    writeFileSync(place('some.log'), `${line('10:00:00')}${line('11:00:00').slice(0, -20)}`);
    const collected = await new Counter().collect([place('some.log')], undefined, true);
    expect(collected).toMatchObject({ lines: 1, faultCount: 0 });
    expect(collected.notes).toEqual([expect.stringContaining('ends within line 2')]);
  });
});

describe('one network', () => {
  it('asks a million times, and counts twenty', { timeout: 60_000 }, async () => {
    const lines: string[] = [];
    for (let number = 0; number < 1_000_000; number += 1) {
      const time = [Math.floor(number / 60_000), Math.floor(number / 1000) % 60, number % 60].map((part) =>
        String(part).padStart(2, '0'),
      );
      lines.push(line(time.join(':'), { ip: `203.0.113.${number % 250}`, agent: `${browser} ${number % 5000}` }));
    }
    lines.push(line('20:00:00'), line('20:01:00', { ip: '192.0.3.1' }));
    writeFileSync(place('some.log'), lines.join(''));
    const { days } = await new Counter().collect([place('some.log')], undefined, true);
    expect(days).toEqual([
      {
        day: '2026-11-17',
        rows: [{ document: 'release7', language: 'kk', views: 22, comments: 0, reactions: 0 }],
        leftOut: { 'network-cap': 999_980 },
        spikes: [{ release: 'release7', language: 'kk', asked: 1_000_000, counted: 20, networks: 1 }],
      },
    ]);
  });
});

describe('a log that is short', () => {
  const lines = Array.from({ length: 12 }, (_, index) => line(`10:${10 + index}:00`));
  const views = (counter: Counter) => counter.days.get('2026-11-17')?.rows[0]?.views;
  /** A later run, of which the day is closed. */
  const later = '2026-11-25T07:00:00Z';

  it('and holds the beginning of one that was read is an earlier copy, also when its day is closed', async () => {
    const counter = new Counter();
    writeFileSync(place('a.log'), lines.join(''));
    await counter.collect([place('a.log')]);
    writeFileSync(place('b.log'), lines.slice(0, 5).join(''));
    for (let time = 0; time < 2; time += 1) expect((await counter.collect([place('b.log')], later)).lines).toBe(0);
    expect(views(counter)).toBe(12);
  });

  it('and begins like another is read from where they part', async () => {
    const counter = new Counter();
    writeFileSync(place('a.log'), lines.join(''));
    await counter.collect([place('a.log')]);
    writeFileSync(place('b.log'), [...lines.slice(0, 5), line('20:00:00'), line('21:00:00')].join(''));
    for (let time = 0; time < 2; time += 1) await counter.collect([place('b.log')], later);
    expect(views(counter)).toBe(14);
  });

  it('and ends within a line is read on when the rest is there, wherever it was cut', { timeout: 60_000 }, async () => {
    const whole = `${lines[0]}${line('12:00:00', { end: ' "-"' })}`;
    for (const last of [line('13:00:00'), line('13:00:00', { end: ' "prefetch"' }), line('13:00:00', { end: ' "-"' })]) {
      const before = last.endsWith(`${browser}"\n`) ? (lines[0] ?? '') : whole;
      const bytes = last.indexOf(' 5120 ');
      const agentEnd = last.indexOf(browser) + browser.length + 1;
      const some = Array.from({ length: 12 }, (_, index) => 1 + 17 * index).filter((cut) => cut < last.length);
      for (const cut of [...some, bytes, bytes + 2, bytes + 5, bytes + 6, agentEnd, last.length - 1]) {
        rmSync(place('state'), { recursive: true, force: true });
        const counter = new Counter();
        writeFileSync(place('a.log'), before + last.slice(0, cut));
        await counter.collect([place('a.log')]);
        appendFileSync(place('a.log'), last.slice(cut));
        const { faultCount } = await counter.collect([place('a.log')]);
        const expected = before.split('\n').length - 1 + (last.includes('prefetch') ? 0 : 1);
        expect([views(counter), faultCount], `${cut}`).toEqual([expected, 0]);
      }
    }
  });
});

describe('what is broken', () => {
  it('may be a time that nobody can live in: the line is broken, and the others count', async () => {
    const caddy = (ts: string) =>
      `{"ts":${ts},"status":200,"request":{"remote_ip":"1.2.3.4","method":"GET","uri":"${pageAddress}"}}\n`;
    const { views, leftOut } = await countOf(line('10:00:00'), ...['-1e13', '-7e10', '1e308', '-1', '99999999999999'].map(caddy));
    expect([views, leftOut]).toEqual([1, { malformed: 5 }]);
  });

  it('counts for the day of the line before it, also when that was read earlier', async () => {
    const counter = new Counter();
    writeFileSync(place('a.log'), line('10:00:00'));
    await counter.collect([place('a.log')]);
    appendFileSync(place('a.log'), 'nonsense\n');
    await counter.collect([place('a.log')]);
    expect([...counter.days].map(([day, { leftOut }]) => [day, leftOut])).toEqual([['2026-11-17', { malformed: 1 }]]);
  });

  it('may be a file that is not there, or is a folder: the others are read', async () => {
    writeFileSync(place('a.log'), line('10:00:00'));
    const collected = await new Counter().collect([place('no.log'), place('a.log'), folder]);
    expect(collected).toMatchObject({ lines: 1, faultCount: 2, isToBeMended: true });
    expect(collected.faults.map(({ file, line, message }) => [file, line, message])).toEqual([
      [place('no.log'), 0, `There is no file ${place('no.log')}.`],
      [folder, 0, `${folder} is no file.`],
    ]);
  });

  it('may be what a trial left that was killed: it goes', async () => {
    const left = `${place('state')}-trial-${2 ** 22 + 1}`;
    mkdirSync(left, { recursive: true });
    await countOf(line('10:00:00'));
    expect(existsSync(left)).toBe(false);
  });

  it('is told with its place, also in what was read the second time', async () => {
    const counter = new Counter();
    writeFileSync(place('a.log'), `${line('10:00:00')}nonsense\n${line('11:00:00')}`);
    await counter.collect([place('a.log')]);
    appendFileSync(place('a.log'), `${line('12:00:00')}\u0000\n`);
    const { faults, faultCount } = await counter.collect([place('a.log')]);
    expect(faults.map(({ line }) => line)).toEqual([5]);
    expect(faultCount).toBe(1);
    expect(counter.days.get('2026-11-17')).toMatchObject({ leftOut: { malformed: 2 }, rows: [{ views: 3 }] });
  });

  it('may be a packed log that ends too early: what is there counts, and the rest when it comes', async () => {
    const whole = gzipSync(
      Buffer.from(
        Array.from({ length: 3000 }, (_, index) => line('10:00:00', { ip: `10.${index >> 8}.${index & 255}.9` })).join(''),
      ),
    );
    const counter = new Counter();
    writeFileSync(place('a.gz'), whole.subarray(0, whole.length / 2));
    const collected = await counter.collect([place('a.gz')]);
    expect(collected).toMatchObject({
      isToBeMended: true,
      faults: [{ file: place('a.gz'), message: expect.stringContaining('damaged') }],
    });
    writeFileSync(place('a.gz'), whole);
    expect(await counter.collect([place('a.gz')])).toMatchObject({ isToBeMended: false, faultCount: 0 });
    expect(counter.days.get('2026-11-17')?.rows).toEqual([expect.objectContaining({ views: 3000 })]);
  });

  it('may be what the collector knows itself: it says so, and counts nothing', async () => {
    const counter = new Counter();
    writeFileSync(place('a.log'), line('10:00:00'));
    await counter.collect([place('a.log')]);
    writeFileSync(place('state/state.json'), '{"version":1,');
    await expect(counter.collect([place('a.log')])).rejects.toThrow(/state\.json is damaged.*Put a copy of it back/s);
  });
});
