import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FeedEntry } from '@newsroom/shared/feed';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Editor, startWithEditor } from './acts';
import { loadArchive } from './archive/load-archive';
import { readArchive } from './archive/read-archive';
import type { TestNewsroom } from './newsroom';

const example = path.resolve(import.meta.dirname, '../../shared/examples/meetings-with-observers');
const entries = readArchive(path.join(example, 'feed.ndjson'));
const releases = entries.filter((entry) => entry.type === 'press-release');
const directory = entries.filter(({ type }) => ['event', 'delegation', 'observer-organisation'].includes(type));

let newsroom: TestNewsroom;
let editor: Editor;
beforeAll(async () => {
  ({ newsroom, editor } = await startWithEditor());
  await newsroom.strapi.plugin('newsroom').service('desk').stop();
  await newsroom.strapi.plugin('newsroom').service('last-seen').stop();
});
afterAll(() => newsroom.stop());

const load = (some: FeedEntry[]) => loadArchive(newsroom.strapi, some, path.join(example, 'media'));

/** The releases of the example once more, under other names, and tied to each other alone. */
function again(number: number): FeedEntry[] {
  const untied = { event: null, delegations: [], observerOrganisations: [] };
  return releases.map((release) => {
    const { slug, related } = release.data;
    const data = { ...release.data, ...untied, slug: `${slug}-${number}`, related: related.map((id) => `${id}${number}`) };
    return { ...release, id: `${release.id}${number}`, data };
  });
}

interface Statement {
  sql: string;
  /** What of its plan reads more than a few releases, or their components. */
  reads: string[];
}

/** The statements that some work makes to read releases, with their relations and components. */
async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const { connection } = newsroom.strapi.db;
  const made: { sql: string; bindings: unknown[] }[] = [];
  const note = (query: (typeof made)[number]) => made.push(query);
  connection.on('query', note);
  await work();
  connection.removeListener('query', note);
  const statements: Statement[] = [];
  for (const { sql, bindings } of made.filter((one) => one.sql.startsWith('select') && one.sql.includes('`press_releases'))) {
    const plan: { detail: string }[] = await connection.raw(`explain query plan ${sql}`, bindings as never);
    statements.push({ sql, reads: plan.map(({ detail }) => detail).filter((detail) => readsMany(sql, detail)) });
  }
  return statements;
}

function readsMany(sql: string, detail: string): boolean {
  if (sql.includes('(1 = ?)')) return false; // what asks for none of a list compares constants, and reads nothing
  const growing = [...sql.matchAll(/`press_releases\w*` as `(t\d+)`/g)].map(([, alias]) => alias);
  return growing.some((alias) => detail.startsWith(`SCAN ${alias}`)) || /_field_idx|_component_type_idx/.test(detail);
}

const wasteful = (statements: Statement[]) => statements.filter(({ reads }) => reads.length > 0);

describe('in a large archive', () => {
  const id = releases.find(({ language }) => language === 'ru')?.id ?? '';
  const publish = (title: string) => statementsOf(() => editor.publish('press-release', id, 'ru', { title }));
  let small: Statement[];
  beforeAll(async () => {
    await load([...directory, ...releases]);
    small = await publish('Исправлено');
    await load(Array.from({ length: 100 }, (_, number) => again(number)).flat());
    await newsroom.strapi.plugin('newsroom').service('statistics').keep();
    await pause(100); // for the client to see that its connection was closed meanwhile
  });

  it('a publication makes as many statements as in a small one, and none of them reads all releases', async () => {
    const large = await publish('Исправлено ещё раз');
    expect(large.length).toBe(small.length);
    expect(large.length).toBeGreaterThan(20);
    expect(wasteful(large)).toEqual([]);
  });

  it('the components of a few releases are found by these, not among those of all', async () => {
    const some = { documentId: { $in: [`${id}0`, `${id}1`, `${id}2`] } };
    const populate = { cover: true, gallery: true, attachments: true, corrections: true, notice: true };
    const rows = newsroom.strapi.db.query('plugin::newsroom.press-release');
    const statements = await statementsOf(() => rows.findMany({ where: some, populate }));
    expect(statements.length).toBeGreaterThan(5);
    expect(wasteful(statements)).toEqual([]);
  });
});
