import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { popularDeskSchema } from '@newsroom/shared/popular-desk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { administrator, environmentOf, feedToken, metricsToken } from '../newsroom';
import { reportOf } from '../reports';
import { type Cluster, postgresFor, startCluster } from './cluster';
import { type StrapiProcess, startStrapi } from './strapi-process';

const programs = postgresFor('what two processes do on one database');

interface Entry {
  seq: number;
  type: string;
  id: string;
  language: string | null;
  data: Record<string, unknown> | null;
}

interface Feed {
  header: { epoch: string; seq: number; mark: string };
  entries: Entry[];
}

/** As of the driver that Strapi uses. */
const { Client } = createRequire(import.meta.url)('pg') as {
  Client: new (url: string) => { connect(): Promise<void>; query(sql: string): Promise<unknown>; end(): Promise<void> };
};

/** Whoever writes a release into the log has its seq long before the commit: others would overtake it, could they. */
async function letReleasesTakeTheirTime(url: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  await client.query(`
    create function take_time() returns trigger language plpgsql as 'begin perform pg_sleep(0.15); return null; end';
    create trigger take_time after insert on newsroom_changes
      for each row when (new.type = 'press-release') execute function take_time();
  `);
  await client.end();
}

const folder = mkdtempSync(path.join(tmpdir(), 'newsroom-two-'));
let cluster: Cluster | undefined;
let processes: StrapiProcess[] = [];
let token = '';

describe.skipIf(programs === undefined)('two processes on one PostgreSQL', () => {
  beforeAll(async () => {
    cluster = await startCluster(programs ?? '');
    const environment = environmentOf(folder, { DATABASE_URL: cluster.url });
    // The first makes the tables.
    for (let number = 0; number < 2; number += 1) processes.push(await startStrapi(environment));
    await letReleasesTakeTheirTime(cluster.url);
    const answer = await call(0, 'POST', '/admin/login', administrator);
    token = JSON.parse(answer.text).data.token;
  }, 180_000);

  afterAll(async () => {
    await Promise.all(processes.map((one) => one.stop()));
    processes = [];
    cluster?.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  async function call(which: number, method: string, address: string, body?: object, bearer = token) {
    const answer = await fetch(`${processes[which % 2]?.origin}${address}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...(bearer === '' ? {} : { Authorization: `Bearer ${bearer}` }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, text: await answer.text() };
  }

  /** An editor's act in one of the two processes, which is expected to succeed. */
  async function act(which: number, method: string, address: string, body: object = {}): Promise<string> {
    const { status, text } = await call(which, method, `/content-manager/collection-types/plugin::newsroom.${address}`, body);
    if (status >= 300) throw new Error(`${method} ${address}: ${status} ${text}`);
    return text === '' ? '' : (JSON.parse(text).data?.documentId ?? '');
  }

  async function feed(which: number, query = ''): Promise<Feed> {
    const { status, text } = await call(which, 'GET', `/api/newsroom/feed${query}`, undefined, feedToken);
    if (status !== 200) throw new Error(`The feed${query}: ${status} ${text}`);
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.at(-1)).toMatchObject({ end: true });
    return { header: lines[0], entries: lines.slice(1, -1) };
  }

  async function draft(which: number, title: string): Promise<string> {
    return act(which, 'POST', 'press-release?locale=kk', { title });
  }

  it('a reader who follows by differences misses nothing, while both publish, unpublish, delete and import at once', async () => {
    const drafts: string[] = [];
    for (let number = 0; number < 10; number += 1) drafts.push(await draft(number, `Шығарылым ${number}`));
    const single = drafts.slice(0, 6);
    const together = drafts.slice(6);

    const known = new Map<string, Entry>();
    const key = ({ type, id, language }: Entry) => `${type} ${id} ${language}`;
    const take = (entries: Entry[]) => {
      for (const entry of entries) {
        if (entry.data === null) known.delete(key(entry));
        else known.set(key(entry), entry);
      }
    };
    let { header, entries } = await feed(0);
    take(entries);
    const seen = new Set<number>();

    let busy = true;
    /** Long transactions: what they write first is committed last. */
    const inBulk = (async () => {
      for (let round = 0; round < 2; round += 1) {
        const body = { documentIds: together, locale: ['kk'] };
        await act(round, 'POST', 'press-release/actions/bulkPublish', body);
        await act(round + 1, 'POST', 'press-release/actions/bulkUnpublish', body);
      }
    })();
    let importing = true;
    const writing = Promise.all([
      inBulk.finally(() => {
        importing = false;
      }),
      ...single.map(async (id, number) => {
        for (let round = 0; round < 2; round += 1) {
          const which = number + round;
          await act(which, 'POST', `press-release/${id}/actions/publish?locale=kk`, { title: `${number} ${round}` });
          if (number % 2 === 0) await act(which + 1, 'POST', `press-release/${id}/actions/unpublish?locale=kk`);
        }
        if (number % 3 === 0) await act(number, 'DELETE', `press-release/${id}?locale=*`);
      }),
      // Short ones, all the time.
      ...[0, 1].map(async (which) => {
        for (let round = 0; importing; round += 1) {
          const row = { release: drafts[7], language: 'kk', day: `2026-01-0${1 + (round % 9)}`, comments: 0, reactions: 0 };
          const body = { source: `from-${which}`, rows: [{ ...row, views: round }] };
          const { status } = await call(which, 'PUT', '/api/newsroom/metrics', body, metricsToken);
          expect(status).toBe(200);
        }
      }),
    ]).finally(() => {
      busy = false;
    });

    // The reader asks now one process, now the other, and as often as it can.
    let asked = 0;
    const follow = async () => {
      const { epoch, seq, mark } = header;
      ({ header, entries } = await feed(asked, `?epoch=${epoch}&since=${seq}&mark=${mark}`));
      asked += 1;
      expect(header.epoch).toBe(epoch);
      for (const entry of entries) {
        expect(entry.seq).toBeGreaterThan(seq);
        seen.add(entry.seq);
      }
      take(entries);
    };
    while (busy) await follow();
    await writing;
    await follow();

    const whole = await feed(1);
    const bySeq = (a: Entry, b: Entry) => a.seq - b.seq;
    expect([...known.values()].sort(bySeq)).toEqual(whole.entries);
    expect([header.epoch, header.seq, header.mark]).toEqual([whole.header.epoch, whole.header.seq, whole.header.mark]);
    expect(asked).toBeGreaterThan(10);
    expect(seen.size).toBeGreaterThan(drafts.length);
    expect(await feed(0, `?epoch=${header.epoch}&at=${header.seq}`)).toEqual(whole);
  }, 240_000);

  it('who waits at one process is woken by what the other committed', async () => {
    const { header } = await feed(0);
    const id = await draft(1, 'Басқа процесте');
    const waits = call(
      0,
      'GET',
      `/api/newsroom/changes/wait?epoch=${header.epoch}&since=${header.seq}&seconds=40`,
      undefined,
      feedToken,
    );
    await act(1, 'POST', `press-release/${id}/actions/publish?locale=kk`);
    const answer = JSON.parse((await waits).text);
    expect(answer).toMatchObject({ epoch: header.epoch, orders: [] });
    expect(answer.seq).toBeGreaterThan(header.seq);
  });

  it('takes reports of one run that both get at once', async () => {
    const report = reportOf({ state: { kind: 'working', stage: 'pull' } });
    const answers = await Promise.all(
      [0, 1, 2, 3, 4, 5].map((which) => call(which, 'POST', '/api/newsroom/publisher/report', report, feedToken)),
    );
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204, 204, 204]);
  });

  it('gives releases of one title that are saved at once slugs of their own, so that all can be published', async () => {
    const numbers = [0, 1, 2, 3, 4, 5];
    const made = await Promise.all(numbers.map((which) => draft(which, 'Бір мезгілде')));
    await Promise.all(made.map((id, which) => act(which + 1, 'POST', `press-release/${id}/actions/publish?locale=kk`)));
    const { entries } = await feed(0);
    const slugs = entries.filter(({ id, language }) => made.includes(id) && language === 'kk').map(({ data }) => data?.slug);
    expect(slugs.sort()).toEqual(['bir-mezgilde', ...[2, 3, 4, 5, 6].map((number) => `bir-mezgilde-${number}`)]);
  });

  it('publishes releases of one title that are written and published in one instant', async () => {
    const place = 'press-release/actions/publish?locale=kk';
    const made = await Promise.all([0, 1, 2, 3].map((which) => act(which, 'POST', place, { title: 'Бірден' })));
    const { entries } = await feed(0);
    const slugs = entries.filter(({ id, language }) => made.includes(id) && language === 'kk').map(({ data }) => data?.slug);
    expect(slugs.sort()).toEqual(['birden', 'birden-2', 'birden-3', 'birden-4']);
  });

  it('a silence that begins in one process holds what the other takes in, until it ends', async () => {
    const id = await draft(0, 'Оқылған');
    await act(0, 'POST', `press-release/${id}/actions/publish?locale=kk`);
    const send = (what: string, body: object) => call(1, 'PUT', `/api/newsroom/${what}`, body, metricsToken);
    const ask = async (what: string, body: object) => (await call(0, 'PUT', `/newsroom/popular/${what}`, body)).status;
    const ofRelease = async () =>
      (await feed(1)).entries.filter((entry) => entry.id === `${id}@2026-03-01`).map(({ data }) => data?.views);
    const row = { release: id, language: 'kk', day: '2026-03-01', views: 5, comments: 1, reactions: 0 };

    expect(await ask('choices', { pins: [{ release: id, reason: 'Маңызды' }], exclusions: [] })).toBe(204);
    expect(await ask('silence', { silent: true })).toBe(204);
    expect((await send('metrics', { source: 'log', rows: [row] })).status).toBe(200);
    const told = { day: '2026-03-01', views: 5_000_000_000, leftOut: { robot: 1 }, spikes: [] };
    for (const views of [1, told.views])
      expect((await send('collections', { source: 'log', days: [{ ...told, views }] })).status).toBe(200);
    expect(await ofRelease()).toEqual([]);
    const { text } = await call(1, 'GET', '/newsroom/popular?halfLifeDays=');
    const desk = popularDeskSchema.parse(JSON.parse(text));
    expect(desk.silence?.by).toBe('First Administrator');
    expect(desk.lists[0]?.entries[0]).toMatchObject({ id, isPinned: true });
    expect(await ask('settings', { ...desk.inForce, halfLifeDays: 1.25 })).toBe(400);
    expect(await ask('silence', { silent: false })).toBe(204);
    await expect.poll(ofRelease, { timeout: 20_000 }).toEqual([5]);
    expect(await ask('settings', { ...desk.inForce, halfLifeDays: 1.25 })).toBe(204);
    expect(JSON.parse((await call(1, 'GET', '/newsroom/popular')).text).inForce.halfLifeDays).toBe(1.25);
  }, 60_000);
});
