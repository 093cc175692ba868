import { afterAll, beforeAll, expect, it } from 'vitest';
import { feedToken, startNewsroom, type TestNewsroom } from './newsroom';

let newsroom: TestNewsroom;
beforeAll(async () => {
  newsroom = await startNewsroom();
  // What is counted is what a request does: the desk rests, and the start has nothing left to note.
  await newsroom.strapi.plugin('newsroom').service('desk').stop();
  await newsroom.strapi.plugin('newsroom').service('last-seen').stop();
});
afterAll(() => newsroom.stop());

/** Writes an archive into the log: so many documents, each changed ten times. */
async function archive(documents: number): Promise<void> {
  const rows = Array.from({ length: documents * 10 }, (_, number) => ({
    type: 'press-release',
    document: `archived${number % documents}`,
    language: 'kk',
    act: 'publish',
    data: `{"title":"${number}"}`,
    at: new Date(),
  }));
  const { connection } = newsroom.strapi.db;
  for (let start = 0; start < rows.length; start += 100) {
    await connection('newsroom_changes').insert(rows.slice(start, start + 100));
  }
}

/** The statements that a request makes on the change log, and how many rows they gave. */
async function costOf(address: string): Promise<{ statements: string[]; rows: number }> {
  const { connection } = newsroom.strapi.db;
  const cost = { statements: [] as string[], rows: 0 };
  const note = (response: unknown, { sql, bindings }: { sql: string; bindings: unknown[] }) => {
    if (!sql.includes('newsroom_changes')) return;
    cost.statements.push(connection.raw(sql, bindings as never).toString());
    cost.rows += Array.isArray(response) ? response.length : 1;
  };
  connection.on('query-response', note);
  const { status } = await newsroom.request('GET', address, { token: feedToken });
  connection.removeListener('query-response', note);
  expect(status).toBe(200);
  return cost;
}

const state = (): Promise<{ epoch: string; seq: number; mark: string }> =>
  newsroom.strapi.plugin('newsroom').service('history').state();

async function costsOfTheSameChange() {
  const { epoch, seq, mark } = await state();
  await archive(3);
  return {
    difference: await costOf(`/api/newsroom/feed?epoch=${epoch}&since=${seq}&mark=${mark}`),
    whole: await costOf('/api/newsroom/feed'),
    waiting: await costOf(`/api/newsroom/changes/wait?epoch=${epoch}&since=${seq}&mark=${mark}`),
    rows: await costOf(`/api/newsroom/changes?epoch=${epoch}&seqs=${seq + 1},${seq + 2}`),
  };
}

it('a difference, a wait and single changes cost as much in a large archive as in a small one; the whole does not', async () => {
  await archive(10);
  const small = await costsOfTheSameChange();
  await archive(1000);
  const large = await costsOfTheSameChange();
  for (const asked of ['difference', 'waiting', 'rows'] as const) {
    expect([asked, large[asked].statements.length, large[asked].rows]).toEqual([
      asked,
      small[asked].statements.length,
      small[asked].rows,
    ]);
  }
  expect(small.difference.rows).toBeLessThan(15);
  expect(large.whole.rows).toBeGreaterThan(small.whole.rows + 900);
});

it('none of its statements looks through the whole log', async () => {
  const { difference, waiting, rows } = await costsOfTheSameChange();
  const statements = [...difference.statements, ...waiting.statements, ...rows.statements];
  // SQLite calls it a scan that it begins at the end of the table, and takes one row.
  for (const statement of statements.filter((one) => !/ from `newsroom_changes` order by `id` desc limit 1$/.test(one))) {
    const plan: { detail: string }[] = await newsroom.strapi.db.connection.raw(`explain query plan ${statement}`);
    expect(plan.length).toBeGreaterThan(0);
    for (const { detail } of plan)
      expect([statement, detail]).toEqual([statement, expect.not.stringMatching(/^SCAN (entry|later|newsroom_changes)/)]);
    const reads = plan.filter(({ detail }) => /^SEARCH (entry|newsroom_changes)/.test(detail)).map(({ detail }) => detail);
    const open = reads.filter((detail) => /rowid>\?\)/.test(detail));
    expect(open).toEqual([]);
  }
});
