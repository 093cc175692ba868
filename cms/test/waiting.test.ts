import { request as httpRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Editor, startWithEditor } from './acts';
import { feedToken, type TestNewsroom } from './newsroom';

let newsroom: TestNewsroom;
let editor: Editor;
beforeAll(async () => {
  ({ newsroom, editor } = await startWithEditor());
  await newsroom.strapi.plugin('newsroom').service('desk').stop(); // it looks at the log by itself
});
afterAll(() => newsroom.stop());

const type = 'press-release';

interface Waited {
  epoch: string;
  seq: number;
  mark: string;
  orders: { number: number }[];
}

async function wait(query: string): Promise<Waited> {
  const { status, text } = await newsroom.request('GET', `/api/newsroom/changes/wait?${query}`, { token: feedToken });
  expect(status).toBe(200);
  return JSON.parse(text);
}

const state = (): Promise<Waited> => newsroom.strapi.plugin('newsroom').service('history').state();
const watch = () => newsroom.strapi.plugin('newsroom').service('head-watch');

/** Somebody who waits, and what was answered so far. */
function waiter(query: string) {
  const one: { answer?: Waited; done: Promise<void> } = { done: Promise.resolve() };
  one.done = wait(query).then((answer) => {
    one.answer = answer;
  });
  return one;
}

/** Lets time pass in which a waiter would be woken, were it so. */
const aWhile = () => sleep(400);

/** A row as another process writes it: nothing of this process hears of it. */
async function writtenElsewhere(): Promise<void> {
  const row = {
    type,
    document: 'elsewhere',
    language: 'kk',
    act: 'publish',
    data: `{"title":"${Math.random()}"}`,
    at: new Date(),
  };
  await newsroom.strapi.db.query('plugin::newsroom.change').create({ data: row });
}

describe('who knows nothing', () => {
  it('is told the state at once', async () => {
    expect(await wait('')).toEqual({ ...(await state()), orders: [] });
  });
});

describe('who knows the newest state', () => {
  it('waits until something is published', async () => {
    const { epoch, seq } = await state();
    const one = waiter(`epoch=${epoch}&since=${seq}&seconds=20`);
    const id = await editor.create(type, 'kk', { title: 'Жоба' });
    await aWhile();
    expect(one.answer).toBeUndefined();
    await editor.publish(type, id, 'kk');
    await one.done;
    expect(one.answer).toEqual({ ...(await state()), orders: [] });
    expect(one.answer?.seq).toBeGreaterThan(seq);
  });

  it('waits until another process has written into the log', async () => {
    const { epoch, seq } = await state();
    const one = waiter(`epoch=${epoch}&since=${seq}&seconds=20`);
    await aWhile();
    await writtenElsewhere();
    await one.done;
    expect(one.answer?.seq).toBe(seq + 1);
  });

  it('waits until the history gets another name', async () => {
    const { epoch, seq } = await state();
    const one = waiter(`epoch=${epoch}&since=${seq}&seconds=20`);
    await aWhile();
    await newsroom.strapi
      .plugin('newsroom')
      .service('history')
      .confirm({ epoch, seq: seq + 1 });
    await one.done;
    expect(one.answer?.epoch).not.toBe(epoch);
  });

  it('is told the same again when the time is over', async () => {
    const { epoch, seq } = await state();
    expect(await wait(`epoch=${epoch}&since=${seq}&seconds=0`)).toEqual({ ...(await state()), orders: [] });
  });

  it('is not answered for an act that was undone', async () => {
    const { epoch, seq } = await state();
    const one = waiter(`epoch=${epoch}&since=${seq}&seconds=1`);
    const changes = newsroom.strapi.plugin('newsroom').service('changes');
    const { record } = changes;
    changes.record = async (...given: unknown[]) => {
      await record(...given);
      await aWhile(); // long enough to be seen, were it to be seen
      throw new Error('undone');
    };
    const id = await editor.create(type, 'en', { title: 'Undone' });
    await expect(editor.publish(type, id, 'en')).rejects.toThrow('500');
    changes.record = record;
    await one.done;
    expect(one.answer?.seq).toBe(seq);
  });
});

describe('who knows less, or something else', () => {
  it('is answered at once', async () => {
    await writtenElsewhere();
    const { epoch, seq } = await state();
    expect(await wait(`epoch=${epoch}&since=${seq - 1}&seconds=20`)).toMatchObject({ epoch, seq });
    expect(await wait(`epoch=other&since=${seq}&seconds=20`)).toMatchObject({ epoch, seq });
  });

  it('is told of a history with another name where the log does not have what is known', async () => {
    const { epoch, seq } = await state();
    expect((await wait(`epoch=${epoch}&since=${seq + 7}&seconds=20`)).epoch).not.toBe(epoch);
    const renamed = await state();
    expect((await wait(`epoch=${renamed.epoch}&since=${seq}&mark=${'1'.repeat(64)}&seconds=20`)).epoch).not.toBe(renamed.epoch);
  });
});

describe('an order at the desk', () => {
  it('is news for those who wait for orders, and for nobody else', async () => {
    const orders = newsroom.strapi.plugin('newsroom').service('orders');
    const { since } = orders;
    const given: { number: number }[] = [];
    orders.since = async (number: number) => given.filter((order) => order.number > number);
    const { epoch, seq } = await state();
    const waits = waiter(`epoch=${epoch}&since=${seq}&order=3&seconds=20`);
    const knows = waiter(`epoch=${epoch}&since=${seq}&order=4&seconds=1`);
    const other = waiter(`epoch=${epoch}&since=${seq}&seconds=1`);
    await aWhile();
    given.push({ number: 3 }, { number: 4 });
    watch().look();
    await Promise.all([waits.done, knows.done, other.done]);
    orders.since = since;
    expect([waits.answer?.orders, knows.answer?.orders, other.answer?.orders]).toEqual([[{ number: 4 }], [], []]);
  });
});

describe('a transaction', () => {
  it('wakes once, after the outermost commit, however many acts are in it', async () => {
    const one = await editor.create(type, 'ru', { title: 'Первый' });
    const two = await editor.create(type, 'ru', { title: 'Второй' });
    const { look } = watch();
    const seen: number[] = [];
    const { db } = newsroom.strapi;
    let committed = false;
    watch().look = () => {
      seen.push(committed ? 1 : 0);
      look();
    };
    await db.transaction(async ({ onCommit }) => {
      onCommit(() => {
        committed = true;
      });
      await newsroom.strapi.documents('plugin::newsroom.press-release').publish({ documentId: one, locale: 'ru' });
      await newsroom.strapi.documents('plugin::newsroom.press-release').publish({ documentId: two, locale: 'ru' });
      expect(seen).toEqual([]);
    });
    watch().look = look;
    expect(seen).toEqual([1]);
  });
});

describe('the database', () => {
  /** How often the poller reads the log while this is done. */
  async function statements(work: () => Promise<unknown>): Promise<number> {
    let count = 0;
    const counted = ({ sql }: { sql: string }) => {
      if (sql.includes('max(') && sql.includes('newsroom_changes')) count += 1;
    };
    newsroom.strapi.db.connection.on('query', counted);
    await work();
    newsroom.strapi.db.connection.removeListener('query', counted);
    return count;
  }

  it('is asked by one poller however many wait, and by none when nobody does', async () => {
    expect(await statements(() => sleep(500))).toBe(0);
    const { epoch, seq } = await state();
    const question = { epoch, since: seq, order: null, seconds: 20 };
    const [alone, many] = [new AbortController(), new AbortController()];
    const waits = [watch().wait({ ...question, signal: alone.signal })];
    await aWhile();
    const forOne = await statements(() => sleep(1000));
    for (let n = 0; n < 30; n += 1) waits.push(watch().wait({ ...question, signal: many.signal }));
    await aWhile();
    const forMany = await statements(() => sleep(1000));
    alone.abort();
    many.abort();
    expect(await Promise.all(waits)).toEqual(Array(31).fill(undefined));
    await sleep(200);
    expect(await statements(() => sleep(500))).toBe(0);
    expect(forOne).toBeGreaterThan(2);
    expect(forMany).toBeLessThanOrEqual(forOne + 3);
  });

  it('is left alone when the one who waited has hung up', async () => {
    const { epoch, seq } = await state();
    const address = `${newsroom.origin}/api/newsroom/changes/wait?epoch=${epoch}&since=${seq}&seconds=30`;
    const call = httpRequest(address, { headers: { Authorization: `Bearer ${feedToken}` } });
    call.on('error', () => undefined);
    call.end();
    await sleep(500);
    expect(await statements(() => sleep(300))).toBeGreaterThan(0);
    call.destroy();
    await sleep(300);
    expect(await statements(() => sleep(500))).toBe(0);
  });
});

describe('questions that cannot be answered', () => {
  it('are refused', async () => {
    for (const query of ['epoch=a', 'since=1', 'epoch=a&since=x', 'seconds=51', 'order=-1', 'epoch=a&since=1&at=1']) {
      const { status } = await newsroom.request('GET', `/api/newsroom/changes/wait?${query}`, { token: feedToken });
      expect([query, status]).toEqual([query, 400]);
    }
  });
});

describe('the CMS', () => {
  it('stops while somebody waits', async () => {
    const { epoch, seq } = await state();
    const { strapi } = newsroom;
    const waits = watch().wait({ epoch, since: seq, order: null, seconds: 50 });
    await aWhile();
    strapi.plugin('newsroom').service('head-watch').close();
    expect(await waits).toBeUndefined();
    expect(await watch().wait({ epoch, since: seq, order: null, seconds: 50 })).toBeUndefined();
  });
});
