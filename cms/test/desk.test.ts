import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Editor, startWithEditor } from './acts';
import type { TestNewsroom } from './newsroom';
import { answering, editionOf, type Received, type Stub, showing, startStub, until } from './stubs';

const secret = `whsec_${Buffer.from('a-secret-of-thirty-two-bytes-!!!').toString('base64')}`;

let site: Stub;
let hook: Stub;
let newsroom: TestNewsroom;
let editor: Editor;
let token: string;
/** All that the CMS wrote into its log, and answered. */
const told: string[] = [];

beforeAll(async () => {
  site = await startStub(answering(404));
  hook = await startStub(answering(204));
  ({ newsroom, editor, token } = await startWithEditor({
    SITE_URL: site.origin,
    NEWSROOM_CALL: 'webhook',
    NEWSROOM_CALL_URL: `${hook.origin}/a-path-that-is-a-secret`,
    NEWSROOM_CALL_SECRET: secret,
    NEWSROOM_CALL_ALLOWED_HOSTS: '127.0.0.1',
    NEWSROOM_CALL_QUIET: '0.5',
    NEWSROOM_CALL_LONGEST: '2',
  }));
  for (const level of ['error', 'warn', 'info', 'debug'] as const) {
    newsroom.strapi.log[level] = ((text: unknown) => void told.push(String(text))) as never;
  }
});
afterAll(async () => {
  await newsroom.stop();
  await Promise.all([site.stop(), hook.stop()]);
});

const service = (name: string) => newsroom.strapi.plugin('newsroom').service(name);
const state = async () => ({ epoch: await service('history').epoch(), seq: await service('changes').head() });
const wantedOf = ({ body }: Received) => JSON.parse(body).data as { epoch: string; seq: number; order: number };
const publish = async (title: string) => {
  const id = await editor.create('press-release', 'kk', { title });
  await editor.publish('press-release', id, 'kk');
  return state();
};

/** Waits until somebody was called for a state. */
const callFor = (seq: number, order = 0) =>
  until(() => hook.received.find((one) => wantedOf(one).seq === seq && wantedOf(one).order === order));

/** Lets the site show a state, and waits until the desk saw it. */
async function makeLive(seq: number, generation: number, order = 0): Promise<void> {
  const { epoch, mark } = await service('history').state(seq);
  site.answer = showing(editionOf(epoch, seq, generation, { order, mark }));
  await until(async () => (await service('seen-editions').last())?.edition.generation === generation);
}

async function view() {
  const { text } = await newsroom.request('GET', '/newsroom/editions', { token });
  told.push(text);
  return JSON.parse(text);
}

describe('what is published', () => {
  it('is called for with one signed request, when it is quiet', async () => {
    const before = hook.received.length;
    await publish('Бірінші');
    await publish('Екінші');
    const { epoch, seq } = await publish('Үшінші');
    const received = await callFor(seq);
    const data = new Webhook(secret).verify(received.body, received.headers as Record<string, string>);
    expect(data).toMatchObject({ type: 'newsroom.publish', data: { epoch, seq, order: 0 } });
    // Fewer calls than publications: how many depends on how fast this machine publishes.
    expect(hook.received.length - before).toBeLessThanOrEqual(3);
    expect((await view()).caller).toMatchObject({
      kind: 'webhook',
      target: new URL(hook.origin).host,
      lastCall: { error: null },
    });
  });

  it('is seen on the site, which is asked again and again', async () => {
    const { epoch, seq } = await state();
    expect((await view()).problem).toBe(`${site.origin}/edition.json answered 404`);
    await makeLive(seq, 1);
    const { live, problem, waiting } = await until(async () => {
      const now = await view();
      return now.problem === null && now;
    });
    expect([live.edition.epoch, live.edition.seq, problem, waiting.count]).toEqual([epoch, seq, null, 0]);
    // The site's clock says 2001.
    expect(Date.parse(live.seenAt)).toBeGreaterThan(Date.parse('2026-01-01'));
  });
});

describe('a receiver that fails', () => {
  it('is called again with the same message until it hears, and is told of meanwhile', async () => {
    hook.answer = answering(503, 'internal');
    const { seq } = await publish('Қайталау');
    await callFor(seq);
    const failed = await until(async () => {
      const { lastCall } = (await view()).caller;
      return lastCall.error !== null && lastCall;
    });
    expect(failed.error).toBe(`${new URL(hook.origin).host} answered 503`);
    hook.answer = answering(200);
    await until(async () => (await view()).caller.lastCall.error === null);
    const messages = hook.received.filter((one) => wantedOf(one).seq === seq);
    expect(messages.length).toBeGreaterThan(1);
    expect(new Set(messages.map(({ headers, body }) => `${headers['webhook-id']} ${body}`)).size).toBe(1);
    expect(told.some((text) => text.includes('The publisher could not be called'))).toBe(true);
    await makeLive(seq, 2);
  });
});

describe('an order', () => {
  it('is called for, although nothing changed', async () => {
    const { seq } = await state();
    const { status, text } = await newsroom.request('POST', '/newsroom/orders', { token, body: { kind: 'publish' } });
    expect([status, text]).toEqual([201, '{"number":1}']);
    await callFor(seq, 1);
    await makeLive(seq, 3, 1);
  });
});

describe('a CMS that was stopped between a publication and the call', () => {
  it('calls when it works again', async () => {
    await service('desk').stop();
    const { seq } = await publish('Үзіліс');
    service('desk').start();
    await callFor(seq, 1);
    await makeLive(seq, 4, 1);
  });

  it('goes on with a call that failed, and does not repeat one that was heard', async () => {
    hook.answer = answering(500);
    const { seq } = await publish('Сәтсіз');
    await callFor(seq, 1);
    await until(async () => (await service('desk').state()).call?.error !== null);
    await service('desk').stop();
    hook.answer = answering(200);
    const before = hook.received.length;
    service('desk').start();
    await until(() => hook.received.length > before);
    await until(async () => (await service('desk').state()).call?.error === null);
    const calls = hook.received.length;
    await service('desk').stop();
    service('desk').start();
    await until(async () => (await newsroom.strapi.db.query('plugin::newsroom.lease').findOne({})).until > 0);
    await publish('Келесі');
    await until(() => hook.received.length > calls);
    expect(hook.received.slice(calls).map((one) => wantedOf(one).seq)).not.toContain(seq);
  });
});

describe('a site that is ahead of the database', () => {
  it('tells that the database was restored from a copy: another history begins, and is called for', async () => {
    const { epoch, seq } = await state();
    site.answer = showing(editionOf(epoch, seq + 1, 90, { order: 1 }));
    const another = await until(async () => {
      const now = (await state()).epoch;
      return now !== epoch && now;
    });
    await until(() => hook.received.some((one) => wantedOf(one).epoch === another));
    expect((await view()).waiting.count).toBeGreaterThan(0);
  });
});

describe('the secrets', () => {
  it('stand in no line of the log and in no answer', async () => {
    await view();
    expect(told.length).toBeGreaterThan(10);
    for (const hidden of [secret, secret.slice('whsec_'.length), 'a-secret-of-thirty-two-bytes-!!!', 'a-path-that-is-a-secret']) {
      expect(told.filter((text) => text.includes(hidden))).toEqual([]);
    }
    const stored = await newsroom.strapi.db.query('plugin::newsroom.lease').findMany({});
    expect(JSON.stringify(stored)).not.toContain(secret.slice('whsec_'.length));
  });
});
