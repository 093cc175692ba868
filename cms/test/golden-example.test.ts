import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { editorOf } from './acts';
import { type FeedLine, feedToken, metricsToken, startNewsroom, type TestNewsroom } from './newsroom';

/** What is entered, in this order; what has drafts is published at the given instant. */
interface Entered {
  type: string;
  id: string;
  language: string | null;
  publishedAt?: string;
  fields: Record<string, unknown>;
}

const example = path.resolve(import.meta.dirname, '../../shared/examples/meetings-with-observers');
const entered = JSON.parse(readFileSync(path.join(example, 'content.json'), 'utf8')) as Entered[];
const expected = readFileSync(path.join(example, 'feed.ndjson'), 'utf8').trim().split('\n');

let newsroom: TestNewsroom;
/** The example's names for documents, by Strapi's identifiers, and the other way round; for files, Strapi's numbers. */
const ids = new Map<string, string | number>();
/** Where uploaded files lie, by the example's names for them. */
const addresses = new Map<string, string>();
/** What nobody publishes at an instant of its own is entered at this one. */
const enteredAt = '2024-03-19T06:00:00.000Z';
beforeAll(async () => {
  newsroom = await startNewsroom();
  const token = await newsroom.logIn();
  // The example names the very bytes of its files: Strapi is not to make them smaller.
  for (const one of entered.filter(({ type }) => type === 'file')) await upload(one, token);
  for (const one of entered.filter(({ type }) => type !== 'file')) {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(one.publishedAt ?? enteredAt) });
    await (ways[one.type] ?? enter)(one);
  }
  vi.useRealTimers();
  // Redirects that the CMS wrote itself are named in their order.
  const made = (await newsroom.feed()).filter(({ type, id }) => type === 'redirect' && !ids.has(id));
  for (const [index, { id }] of made.entries()) ids.set(id, `made${index + 1}`);
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

it('is closed by the digest of its own lines, as the CMS closes it', async () => {
  const { text } = await newsroom.request('GET', '/api/newsroom/feed', { token: feedToken });
  for (const lines of [text.trim().split('\n'), expected]) {
    const before = lines.slice(0, -1).map((line) => `${line}\n`);
    expect(JSON.parse(lines.at(-1) ?? '').digest).toBe(createHash('sha256').update(before.join('')).digest('hex'));
  }
});

it('writes every line as canonical JSON, by growing seq', async () => {
  const lines = await newsroom.feed();
  const { text } = await newsroom.request('GET', '/api/newsroom/feed', { token: feedToken });
  const { canonicalJson } = await import('@newsroom/shared/canonical-json');
  expect(text.trim().split('\n')).toEqual(lines.map((line) => canonicalJson(line as never)));
  const seqs = lines.slice(1, -1).map((line) => line.seq);
  expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
});

/** What is not entered as a document. */
const ways: Record<string, (one: Entered) => Promise<void>> = {
  'daily-metrics': ({ language, fields }) => send('metrics', { source: 'example', rows: [{ ...related(fields), language }] }),
  'outside-list': ({ fields }) => send('outside-lists', fields),
};

async function send(where: string, body: object): Promise<void> {
  const answer = await newsroom.request('PUT', `/api/newsroom/${where}`, { token: metricsToken, body });
  expect(answer.text).not.toContain('error');
}

async function upload({ id, fields }: Entered, token: string): Promise<void> {
  const bytes = readFileSync(path.join(example, 'media', String(fields.sha256)));
  const file = await editorOf(newsroom, token).upload(String(fields.name), String(fields.mime), bytes);
  ids.set(id, file.id);
  addresses.set(id, file.url);
}

async function enter({ type, id, language, publishedAt, fields }: Entered): Promise<void> {
  const uid = `plugin::newsroom.${type}` as 'plugin::newsroom.event';
  const documents = newsroom.strapi.documents(uid);
  const data = related(fields) as never;
  const known =
    ids.get(id) ??
    (await newsroom.strapi.db.query(uid).findOne({ where: type === 'site-settings' ? {} : { id: -1 } }))?.documentId;
  const locale = language === null ? {} : { locale: language };
  const saved = known
    ? await documents.update({ documentId: String(known), ...locale, data })
    : await documents.create({ ...locale, data });
  const documentId = saved?.documentId ?? '';
  ids.set(id, documentId).set(documentId, id);
  if (publishedAt === undefined) return;
  await newsroom.strapi.documents(uid as 'plugin::newsroom.press-release').publish({ documentId, ...locale });
}

/** Fields with the identifiers of this database in the place of the example's names. */
function related(fields: Record<string, unknown>): Record<string, unknown> {
  const own = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(own);
    if (typeof value === 'object' && value !== null) return related(value as Record<string, unknown>);
    if (typeof value !== 'string') return value;
    return ids.get(value) ?? value.replace(/\/uploads\/(\w+)/g, (address, file: string) => addresses.get(file) ?? address);
  };
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, own(value)]));
}

/** A line with the example's names in the place of this database's identifiers. */
function named(line: FeedLine): FeedLine {
  const [document = '', ...day] = line.id.split('@');
  return { ...line, id: [ids.get(document) ?? document, ...day].join('@'), data: related(line.data) };
}

function sorted(header: unknown): string[] {
  const { counts } = header as { counts: { type: string; language: string; count: number }[] };
  return counts.map(({ type, language, count }) => `${type} ${language} ${count}`).sort();
}
