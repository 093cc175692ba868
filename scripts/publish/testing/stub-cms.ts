import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { canonicalJson, type Json } from '@newsroom/shared/canonical-json';
import type { DeskOrder } from '@newsroom/shared/desk-order';
import type { VersionKey } from '@newsroom/shared/document-fault';
import { type FeedHeader, feedVersion } from '@newsroom/shared/feed';
import type { PublisherReport } from '@newsroom/shared/publisher-report';

const example = path.join(import.meta.dirname, '..', '..', '..', 'shared', 'examples', 'meetings-with-observers');

interface Row extends VersionKey {
  seq: number;
  at: string;
  data: Record<string, unknown> | null;
}

/** How the CMS behaves: well, or as one of the faults. */
export type Mood = 'well' | 'slow' | 'cut' | 'broken';

/** A CMS for tests: the change log of the golden example, and whatever is published after it. */
export interface StubCms {
  origin: string;
  mood: Mood;
  token: string;
  epoch: string;
  orders: DeskOrder[];
  reports: PublisherReport[];
  /** What was asked, without `/api/newsroom/`. */
  asked: string[];
  head(): number;
  /** Publishes a version with other data; gives the change's seq. */
  put(key: VersionKey, change: (data: Record<string, unknown>) => Record<string, unknown> | null): number;
  /** Publishes a new version. */
  add(key: VersionKey, data: Record<string, unknown>): number;
  remove(key: VersionKey): number;
  /** The newest data of a version. */
  data(key: VersionKey): Record<string, unknown>;
  /** As from a backup: another history, of what was published up to a seq. */
  restore(seq: number): void;
  close(): Promise<void>;
}

const feedToken = 'a-feed-token-that-is-long-enough';

/** @param port where it listens; 0: anywhere */
export async function startStubCms(port = 0): Promise<StubCms> {
  let rows: Row[] = readFileSync(path.join(example, 'feed.ndjson'), 'utf8')
    .split('\n')
    .flatMap((line) => (line.includes('"id"') ? [JSON.parse(line) as Row] : []));
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  const append = (row: Omit<Row, 'seq' | 'at'>) => {
    rows.push({ ...row, seq: cms.head() + 1, at: new Date().toISOString() });
    return cms.head();
  };
  const newest = ({ type, id, language }: VersionKey) =>
    rows.findLast((row) => row.type === type && row.id === id && row.language === language);
  const cms: StubCms = {
    origin: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    mood: 'well',
    token: feedToken,
    epoch: 'example',
    orders: [],
    reports: [],
    asked: [],
    head: () => rows.at(-1)?.seq ?? 0,
    data: (key) => newest(key)?.data ?? {},
    put: (key, change) => append({ ...key, data: change(structuredClone(newest(key)?.data ?? {})) }),
    add: (key, data) => append({ ...key, data }),
    remove: (key) => append({ ...key, data: null }),
    restore: (seq) => {
      rows = rows.filter((row) => row.seq <= seq);
      cms.epoch = `${cms.epoch} anew`;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return cms;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', cms.origin);
    const place = url.pathname.replace('/api/newsroom/', '');
    cms.asked.push(`${place}${url.search}`);
    if (request.headers.authorization !== `Bearer ${cms.token}`) return void response.writeHead(401).end();
    if (place === 'publisher/report') return void takeReport(request, response);
    if (cms.mood === 'broken') return void response.writeHead(500).end();
    if (cms.mood === 'slow') return; // and never answers
    const asked = Object.fromEntries(url.searchParams);
    if (place === 'changes/wait') return await answerWhenNew(response, asked);
    if (asked.epoch !== undefined && !isKnown(asked))
      return void response.writeHead(409, { 'Content-Type': 'application/json' }).end('{"error":{"message":"Another history."}}');
    if (place === 'feed') return sendFeed(response, asked);
    if (place === 'changes')
      return void response.end(linesOf(rows.filter(({ seq }) => asked.seqs?.split(',').includes(String(seq)))).join(''));
    if (place.startsWith('media/')) return sendMedia(response, place.slice('media/'.length));
    response.writeHead(404).end();
  }

  /** The long poll: at once where there is something new, else when there is, or when time is up. */
  async function answerWhenNew(response: ServerResponse, asked: Record<string, string>): Promise<void> {
    const isNew = () => asked.epoch !== cms.epoch || Number(asked.since) < cms.head() || ordersAfter(asked.order).length > 0;
    for (let left = Number(asked.seconds) * 20; left > 0 && !isNew() && cms.mood === 'well'; left -= 1) await wait(50);
    sendJson(response, { epoch: cms.epoch, seq: cms.head(), mark: markAt(cms.head()), orders: ordersAfter(asked.order) });
  }

  function isKnown({ epoch, at, since, mark }: Record<string, string>): boolean {
    const seq = Number(since ?? at ?? 0);
    return epoch === cms.epoch && seq <= cms.head() && (mark === undefined || mark === markAt(seq));
  }

  function ordersAfter(order: string | undefined): DeskOrder[] {
    return cms.orders.filter(({ number }) => number > Number(order ?? 0));
  }

  function markAt(seq: number): string {
    const row = rows.find((each) => each.seq === seq);
    return createHash('sha256')
      .update(canonicalJson((row ?? null) as Json))
      .digest('hex');
  }

  function sendFeed(response: ServerResponse, { at, since }: Record<string, string>): void {
    const seq = at === undefined ? cms.head() : Number(at);
    const newestRows = new Map<string, Row>();
    for (const row of rows.filter((each) => each.seq <= seq && each.seq > Number(since ?? 0)))
      newestRows.set(`${row.type} ${row.id} ${row.language}`, row);
    const given = [...newestRows.values()].filter(({ data }) => since !== undefined || data !== null);
    const groups = Map.groupBy(given, ({ type, language }) => `${type} ${language}`);
    const header: FeedHeader = {
      feed: 'newsroom',
      version: feedVersion,
      epoch: cms.epoch,
      seq,
      mark: markAt(seq),
      since: since === undefined ? null : Number(since),
      admin: `${cms.origin}/admin`,
      counts: [...groups.values()].flatMap((group) =>
        group.slice(0, 1).map(({ type, language }) => ({ type, language, count: group.length })),
      ),
    };
    const lines = [`${canonicalJson(header as unknown as Json)}\n`, ...linesOf(given)];
    const hash = createHash('sha256');
    for (const line of lines) hash.update(line);
    const trailer = `${canonicalJson({ end: true, seq, count: given.length, digest: hash.digest('hex') })}\n`;
    if (cms.mood === 'cut') return void response.end(lines.join(''));
    response.end([...lines, trailer].join(''));
  }

  function takeReport(request: IncomingMessage, response: ServerResponse): void {
    let text = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    request.on('end', () => {
      cms.reports.push(JSON.parse(text) as PublisherReport);
      response.writeHead(204).end();
    });
  }

  function sendMedia(response: ServerResponse, sha256: string): void {
    try {
      response.end(readFileSync(path.join(example, 'media', path.basename(sha256))));
    } catch {
      response.writeHead(404).end();
    }
  }
}

function linesOf(rows: readonly Row[]): string[] {
  return rows.map((row) => `${canonicalJson(row as unknown as Json)}\n`);
}

function sendJson(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
