import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type FeedLine, metricsToken, startNewsroom, type TestNewsroom } from './newsroom';

/** What an editor enters, in this order; a release is published at the given instant. */
interface Entered {
  type: string;
  id: string;
  language: string;
  publishedAt?: string;
  fields: Record<string, unknown>;
}

const example = path.resolve(import.meta.dirname, '../../shared/examples/meetings-with-observers');
const entered = JSON.parse(readFileSync(path.join(example, 'content.json'), 'utf8')) as Entered[];
const expected = readFileSync(path.join(example, 'feed.ndjson'), 'utf8').trim().split('\n');

let newsroom: TestNewsroom;
/** The example's names for documents, by Strapi's identifiers, and the other way round. */
const ids = new Map<string, string>();
beforeAll(async () => {
  newsroom = await startNewsroom();
  for (const one of entered) await (one.type === 'daily-metrics' ? sendMetrics(one) : enter(one));
});
afterAll(() => newsroom.stop());

it('gives the feed of the example when its content is entered and published', async () => {
  const [header, ...lines] = await newsroom.feed();
  const trailer = lines.pop();
  const wanted = expected.map((line) => JSON.parse(line));
  expect(lines.map(named).map(({ seq: _, ...line }) => line)).toEqual(wanted.slice(1, -1).map(({ seq: _, ...line }) => line));
  expect({ ...header, counts: sorted(header) }).toMatchObject({
    feed: 'newsroom',
    version: wanted[0].version,
    counts: sorted(wanted[0]),
  });
  expect(trailer).toMatchObject({ end: true, count: wanted.at(-1).count });
});

it('writes every line as canonical JSON, by growing seq', async () => {
  const lines = await newsroom.feed();
  const { text } = await newsroom.request('GET', '/api/newsroom/feed', { token: process.env.NEWSROOM_FEED_TOKEN ?? '' });
  const { canonicalJson } = await import('@newsroom/shared/canonical-json');
  expect(text.trim().split('\n')).toEqual(lines.map((line) => canonicalJson(line as never)));
  const seqs = lines.slice(1, -1).map((line) => line.seq);
  expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
});

async function enter({ type, id, language, publishedAt, fields }: Entered): Promise<void> {
  const uid = `plugin::newsroom.${type}` as 'plugin::newsroom.event';
  const documents = newsroom.strapi.documents(uid);
  const data = related(fields) as never;
  const known =
    ids.get(id) ??
    (await newsroom.strapi.db.query(uid).findOne({ where: type === 'site-settings' ? {} : { id: -1 } }))?.documentId;
  const saved = known
    ? await documents.update({ documentId: known, locale: language, data })
    : await documents.create({ locale: language, data });
  const documentId = saved?.documentId ?? '';
  ids.set(id, documentId).set(documentId, id);
  if (publishedAt === undefined) return;
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(publishedAt) });
  await newsroom.strapi.documents('plugin::newsroom.press-release').publish({ documentId, locale: language });
  vi.useRealTimers();
}

/** Fields with the identifiers of this database in the place of the example's names. */
function related(fields: Record<string, unknown>): Record<string, unknown> {
  const own = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(own) : typeof value === 'string' ? (ids.get(value) ?? value) : value;
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, own(value)]));
}

/** A line with the example's names in the place of this database's identifiers. */
function named(line: FeedLine): FeedLine {
  const [document = '', ...day] = line.id.split('@');
  return { ...line, id: [ids.get(document) ?? document, ...day].join('@'), data: related(line.data) };
}

async function sendMetrics({ language, fields }: Entered): Promise<void> {
  const rows = [{ ...related(fields), language }];
  await newsroom.request('PUT', '/api/newsroom/metrics', { token: metricsToken, body: { source: 'example', rows } });
}

function sorted(header: unknown): string[] {
  const { counts } = header as { counts: { type: string; language: string; count: number }[] };
  return counts.map(({ type, language, count }) => `${type} ${language} ${count}`).sort();
}
