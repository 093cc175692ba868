import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Editor, startWithEditor } from './acts';
import { feedToken, metricsToken, type TestNewsroom } from './newsroom';

let newsroom: TestNewsroom;
let editor: Editor;
beforeAll(async () => {
  ({ newsroom, editor } = await startWithEditor());
});
afterAll(() => newsroom.stop());

const type = 'press-release';

interface Line {
  seq: number;
  at: string;
  type: string;
  id: string;
  language: string | null;
  data: Record<string, unknown> | null;
}

interface Header {
  epoch: string;
  seq: number;
  mark: string;
  since: number | null;
  counts: { type: string; language: string | null; count: number }[];
}

async function ask(query = '') {
  const { status, text, body } = await newsroom.request('GET', `/api/newsroom/feed${query}`, { token: feedToken });
  if (status !== 200) return { status, text, error: body.error as unknown as { name: string; message: string } };
  const [header, ...rest] = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return { status, text, header: header as Header, trailer: rest.pop(), entries: rest as Line[] };
}

/** A feed that is expected to be given. */
async function feed(query = '') {
  const answer = await ask(query);
  if (answer.header === undefined) throw new Error(`${query}: ${answer.text}`);
  return answer as typeof answer & { header: Header; entries: Line[] };
}

const shown = ({ id, language, data }: Line) => `${id} ${language} ${data === null ? '−' : data.title}`;

async function release(title: string): Promise<string> {
  const id = await editor.create(type, 'kk', { title });
  await editor.publish(type, id, 'kk');
  return id;
}

describe('a difference', () => {
  it('names what is new, what is changed and what went, each once, in its newest state', async () => {
    const [changed, gone, same] = [await release('Өзгереді'), await release('Кетеді'), await release('Қалады')];
    const { header } = await feed();
    await editor.publish(type, changed, 'kk', { title: 'Өзгерді' });
    await editor.publish(type, changed, 'kk', { title: 'Тағы өзгерді' });
    await editor.unpublish(type, gone, 'kk');
    const added = await release('Жаңа');
    const difference = await feed(`?epoch=${header.epoch}&since=${header.seq}&mark=${header.mark}`);
    expect(difference.entries.map(shown)).toEqual([`${changed} kk Тағы өзгерді`, `${gone} kk −`, `${added} kk Жаңа`]);
    expect(difference.text).not.toContain(same);
    expect(difference.header).toMatchObject({
      since: header.seq,
      seq: difference.entries.at(-1)?.seq,
      counts: [{ type, language: 'kk', count: 3 }],
    });
    expect(difference.trailer).toMatchObject({ end: true, seq: difference.header.seq, count: 3 });
  });

  it('is empty where nothing changed, and ends as a feed ends', async () => {
    const { header } = await feed();
    const difference = await feed(`?epoch=${header.epoch}&since=${header.seq}`);
    expect(difference.entries).toEqual([]);
    expect(difference.header).toEqual({ ...header, since: header.seq, counts: [] });
    expect(difference.trailer).toMatchObject({ end: true, seq: header.seq, count: 0 });
  });

  it('from the first beginning has what the whole has, and besides what went', async () => {
    const whole = await feed();
    const difference = await feed(`?epoch=${whole.header.epoch}&since=0&mark=${'0'.repeat(64)}`);
    expect(difference.entries.filter(({ data }) => data !== null)).toEqual(whole.entries);
    expect(difference.entries.some(({ data }) => data === null)).toBe(true);
  });

  it('names what went and came back as what it is', async () => {
    const id = await release('Қайтады');
    const { header } = await feed();
    await editor.unpublish(type, id, 'kk');
    await editor.publish(type, id, 'kk');
    expect((await feed(`?epoch=${header.epoch}&since=${header.seq}`)).entries.map(shown)).toEqual([`${id} kk Қайтады`]);
  });

  it('is whole however long it is', async () => {
    const { header } = await feed();
    const rows = Array.from({ length: 1100 }, (_, number) => ({
      type: 'daily-metrics',
      document: `counted@${number % 600}`,
      language: 'kk',
      act: 'import',
      data: `{"views":${number}}`,
      at: new Date(),
    }));
    await newsroom.strapi.db.transaction(async () => {
      for (const row of rows) await newsroom.strapi.db.query('plugin::newsroom.change').create({ data: row });
    });
    const { entries } = await feed(`?epoch=${header.epoch}&since=${header.seq}`);
    expect(entries.map(({ data }) => data?.views)).toEqual(rows.slice(500).map((_, number) => number + 500));
  });
});

describe('a past state', () => {
  it('is given as it was given then, to the byte, whatever came after it', async () => {
    const id = await release('Ол кезде');
    const then = await feed();
    await editor.publish(type, id, 'kk', { title: 'Қазір' });
    await editor.unpublish(type, await release('Өткінші'), 'kk');
    const { epoch, seq, mark } = then.header;
    expect((await feed(`?epoch=${epoch}&at=${seq}&mark=${mark}`)).text).toBe(then.text);
    expect((await feed()).text).not.toBe(then.text);
  });

  it('of the very beginning is empty', async () => {
    const { header } = await feed();
    const first = await feed(`?epoch=${header.epoch}&at=0`);
    expect([first.entries, first.header.mark, first.header.seq]).toEqual([[], '0'.repeat(64), 0]);
  });
});

describe('changes by their seqs', () => {
  const changes = (query: string) => newsroom.request('GET', `/api/newsroom/changes?${query}`, { token: feedToken });

  it('are given as the feed gave them, what went as null', async () => {
    const id = await release('Бірінші');
    const before = await feed();
    await editor.publish(type, id, 'kk', { title: 'Екінші' });
    await editor.unpublish(type, id, 'kk');
    const { header, entries } = await feed(`?epoch=${before.header.epoch}&since=${before.header.seq}`);
    const old = before.text.split('\n').find((line) => line.includes(`"id":"${id}"`));
    const { status, text } = await changes(`epoch=${header.epoch}&seqs=${header.seq},${before.header.seq}`);
    expect([status, text]).toEqual([200, `${old}\n${JSON.stringify(entries[0])}\n`]);
    expect(entries[0]).toMatchObject({ id, data: null });
  });

  it('are refused where they are malformed, unknown, or of another history', async () => {
    const { header } = await feed();
    const seqs = Array.from({ length: 501 }, (_, index) => index).join();
    for (const query of [`epoch=${header.epoch}`, `epoch=${header.epoch}&seqs=`, 'seqs=1', `epoch=${header.epoch}&seqs=${seqs}`])
      expect([query, (await changes(query)).status]).toEqual([query, 400]);
    expect(JSON.parse((await changes('epoch=other&seqs=1')).text)).toEqual({
      error: {
        status: 409,
        name: 'OtherHistory',
        message: `This history is ${header.epoch}, not other. Take the feed whole: ask for it without parameters.`,
      },
    });
    expect((await changes(`epoch=${header.epoch}&seqs=0`)).status).toBe(409);
  });

  it('are nothing for strangers, and for tokens without the permission', async () => {
    for (const path of ['feed', 'changes?epoch=a&seqs=1', 'changes/wait']) {
      const address = `/api/newsroom/${path}`;
      const { status } = await newsroom.request('GET', address);
      expect([path, status, (await newsroom.request('GET', address, { token: metricsToken })).status]).toEqual([path, 401, 403]);
    }
  });
});

describe('a reader of another history', () => {
  it('is told to take everything anew', async () => {
    for (const query of ['?epoch=other&since=1', '?epoch=other&at=1']) {
      const { status, error } = await ask(query);
      expect([status, error?.name, error?.message]).toEqual([
        409,
        'OtherHistory',
        expect.stringContaining('Take the feed whole'),
      ]);
    }
  });

  it('is one who knows a change that the log does not have: the history gets another name, once', async () => {
    const { header } = await feed();
    const beyond = `?epoch=${header.epoch}&since=${header.seq + 1}`;
    expect((await ask(beyond)).status).toBe(409);
    const { header: renamed } = await feed();
    expect(renamed.epoch).not.toBe(header.epoch);
    expect((await ask(beyond)).status).toBe(409);
    expect((await feed()).header).toEqual(renamed);
  });

  it('is one who knows another change of that number', async () => {
    const { header } = await feed();
    await newsroom.strapi.db
      .query('plugin::newsroom.change')
      .update({ where: { id: header.seq }, data: { at: new Date('2020-01-01T00:00:00Z') } });
    expect((await ask(`?epoch=${header.epoch}&since=${header.seq}&mark=${header.mark}`)).status).toBe(409);
    expect((await feed()).header.epoch).not.toBe(header.epoch);
  });

  it('is every reader, once the database was restored from a copy that is older than what this machine saw', async () => {
    const { strapi } = newsroom;
    const start = () => strapi.plugin('newsroom').service('setup').afterStrapi();
    await start();
    const { header } = await feed();
    await start();
    expect((await feed()).header.epoch).toBe(header.epoch);
    await release('Көшірмеден кейін');
    await strapi.plugin('newsroom').service('last-seen').stop();
    await strapi.db.query('plugin::newsroom.change').deleteMany({ where: { id: { $gt: header.seq } } });
    await start();
    expect((await feed()).header).toMatchObject({ seq: header.seq, epoch: expect.not.stringContaining(header.epoch) });
  });
});
