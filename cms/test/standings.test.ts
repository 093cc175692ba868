import { randomUUID } from 'node:crypto';
import type { HeldVersion } from '@newsroom/shared/document-fault';
import type { Edition } from '@newsroom/shared/edition';
import type { PublisherReport } from '@newsroom/shared/publisher-report';
import { documentStandingSchema } from '@newsroom/shared/standing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Editor, startWithEditor } from './acts';
import { feedToken, nobody, type TestNewsroom } from './newsroom';
import { reportOf } from './reports';
import { editionOf } from './stubs';

let newsroom: TestNewsroom;
let editor: Editor;
let token: string;
let epoch: string;
let generation = 0;
beforeAll(async () => {
  ({ newsroom, token, editor } = await startWithEditor());
  await service('desk').stop();
  epoch = await service('history').epoch();
});
afterAll(() => newsroom.stop());

// Every look at the desk is a minute after the last, so that no two instants are equal.
const minute = 60_000;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-02-01T08:00:00.000Z') });
});
afterEach(async () => {
  vi.useRealTimers();
  for (const table of ['run', 'seen-edition', 'lease'])
    await newsroom.strapi.db.query(`plugin::newsroom.${table}`).deleteMany({ where: {} });
});
const pass = (time = minute) => vi.setSystemTime(Date.now() + time);
const now = () => new Date().toISOString();

const service = (name: string) => newsroom.strapi.plugin('newsroom').service(name);
const head = (): Promise<number> => service('changes').head();

async function standing(type: string, id: string) {
  const { status, text } = await newsroom.request('GET', `/newsroom/standing/${type}/${id}`, { token });
  expect(status).toBe(200);
  return documentStandingSchema.parse(JSON.parse(text)).versions;
}

const inKazakh = async (id: string) => (await standing('press-release', id)).find(({ language }) => language === 'kk');
const kazakh = async (id: string) => (await inKazakh(id))?.standing;

/** The site is seen to show everything up to a seq, or what else is said. @returns when */
async function show(seq: number, more: Partial<Edition> = {}): Promise<string> {
  pass();
  generation += 1;
  await service('seen-editions').note(editionOf(epoch, seq, generation, more));
  return now();
}

/** A publisher reports. @returns when */
async function report(more: Partial<PublisherReport>): Promise<string> {
  pass();
  const body = reportOf(more);
  const { status, text } = await newsroom.request('POST', '/api/newsroom/publisher/report', { token: feedToken, body });
  expect([status, text]).toEqual([204, '']);
  return now();
}

const makingOf = (seq: number) => ({ epoch, seq, code: 'c'.repeat(64), asOf: '2026-02-01' });

async function release(title = 'Мәжіліс'): Promise<string> {
  const id = await editor.create('press-release', 'kk', { title });
  await editor.publish('press-release', id, 'kk');
  return id;
}

const deadLink = { kind: 'dead-link', field: 'body', paragraph: 3, text: 'бағдарлама', address: '/kk/x/' } as const;

describe('a release', () => {
  it('is absent in the languages in which nobody wrote, a draft where somebody did, and waits where it is published', async () => {
    const id = await editor.create('press-release', 'kk', { title: 'Жоба' });
    await editor.save('press-release', id, 'ru', { title: 'Черновик' });
    await editor.publish('press-release', id, 'kk');
    expect((await standing('press-release', id)).map(({ language, standing }) => [language, standing.kind])).toEqual([
      ['kk', 'waiting'],
      ['ru', 'draft'],
      ['en', 'absent'],
    ]);
  });

  it('is live since the site was first seen with it, at its address', async () => {
    const id = await release('Тірі хабар');
    const since = await show(await head());
    await show((await head()) + 5);
    const address = `${nobody}/kk/news/2026/02/tiri-khabar/`;
    expect(await kazakh(id)).toEqual({ kind: 'live', live: { since, address, withdrawn: false } });
  });

  it('is not live where the site shows an earlier state, another history, or was never seen', async () => {
    const before = await head();
    const id = await release();
    const waits = { kind: 'waiting', since: now(), obstacle: null, live: null };
    expect(await kazakh(id)).toEqual(waits);
    await show(before);
    pass(-minute);
    expect(await kazakh(id)).toEqual(waits);
    await show(await head(), { epoch: 'another' });
    pass(-minute);
    expect(await kazakh(id)).toEqual(waits);
  });

  it('that was changed waits, while what readers have stays live', async () => {
    const id = await release('Алғашқы');
    const since = await show(await head());
    pass();
    await editor.publish('press-release', id, 'kk', { title: 'Өзгерген', slug: 'ozgergen' });
    expect(await kazakh(id)).toEqual({
      kind: 'waiting',
      since: now(),
      obstacle: null,
      live: { since, address: `${nobody}/kk/news/2026/02/algashqy/`, withdrawn: false },
    });
    const again = await show(await head());
    const address = `${nobody}/kk/news/2026/02/ozgergen/`;
    expect(await kazakh(id)).toEqual({ kind: 'live', live: { since: again, address, withdrawn: false } });
  });

  it('that was edited after its publication says so, until it is published again', async () => {
    const id = await release();
    expect((await inKazakh(id))?.editedSince).toBe(false);
    pass();
    await editor.save('press-release', id, 'kk', { summary: 'Кейінірек' });
    expect((await inKazakh(id))?.editedSince).toBe(true);
    pass();
    await editor.publish('press-release', id, 'kk');
    expect((await inKazakh(id))?.editedSince).toBe(false);
  });

  it('that is withdrawn keeps its page, and its address, and says so', async () => {
    const id = await release('Кері алынған');
    await editor.publish('press-release', id, 'kk', { notice: { kind: 'withdrawn', reason: 'Қате' } });
    const since = await show(await head());
    const address = `${nobody}/kk/news/2026/02/keri-alyngan/`;
    expect(await kazakh(id)).toEqual({ kind: 'live', live: { since, address, withdrawn: true } });
  });

  it('that is unpublished is leaving until the site is seen without it', async () => {
    const id = await release();
    await show(await head());
    pass();
    await editor.unpublish('press-release', id, 'kk');
    const leaving = { kind: 'leaving', since: now(), obstacle: null };
    expect(await kazakh(id)).toEqual(leaving);
    const since = await show(await head());
    await show((await head()) + 3);
    expect(await kazakh(id)).toEqual({ kind: 'removed', since });
  });
});

describe('a site that was rolled back', () => {
  const pause = { by: 'Айгерім', at: '2026-02-01T09:00:00.000Z' };

  it('to before a change does not have it any more, and has it anew after the release', async () => {
    const before = await head();
    const id = await release();
    await show(await head());
    await show(before, { paused: pause });
    expect(await kazakh(id)).toMatchObject({ kind: 'waiting', obstacle: { kind: 'paused', pause }, live: null });
    const since = await show(await head());
    expect(await kazakh(id)).toMatchObject({ kind: 'live', live: { since } });
  });

  it('to after a change has it as before', async () => {
    const id = await release();
    const [seq, since] = [await head(), await show(await head())];
    await release('Басқа');
    await show(await head());
    await show(seq, { paused: pause });
    expect(await kazakh(id)).toMatchObject({ kind: 'live', live: { since } });
  });

  it('from which something was removed has it again: it is leaving', async () => {
    const id = await release();
    const seq = await head();
    await show(seq);
    await editor.unpublish('press-release', id, 'kk');
    await show(await head());
    expect(await kazakh(id)).toMatchObject({ kind: 'removed' });
    await show(seq, { paused: pause });
    expect(await kazakh(id)).toMatchObject({ kind: 'leaving', obstacle: { kind: 'paused', pause } });
  });
});

describe('a version that is held', () => {
  const heldOf = (id: string, seq: number, good: number | null): HeldVersion => ({
    type: 'press-release',
    id,
    language: 'kk',
    seq,
    good,
    fault: deadLink,
  });
  const publicly = ({ fault, ...held }: HeldVersion) => ({ ...held, fault: fault.kind });

  it('says since when and why, and what readers have meanwhile', async () => {
    const id = await release('Жақсы');
    const good = await head();
    const live = await show(good);
    await editor.publish('press-release', id, 'kk', { title: 'Нашар' });
    const held = heldOf(id, await head(), good);
    const since = await show(await head(), { held: [publicly(held)], heldCount: 1 });
    const shown = { since: live, address: `${nobody}/kk/news/2026/02/zhaqsy/`, withdrawn: false };
    expect(await kazakh(id)).toEqual({ kind: 'held', since, why: 'dead-link', fault: null, live: shown });
    const edition = editionOf(epoch, await head(), generation, { held: [publicly(held)], heldCount: 1 });
    await report({ state: { kind: 'deployed', edition }, held: [held] });
    expect(await kazakh(id)).toEqual({ kind: 'held', since, why: 'dead-link', fault: deadLink, live: shown });
    // The page that the link leads to is there now: the same change, in another edition.
    const mended = await show(await head());
    expect(await kazakh(id)).toMatchObject({ kind: 'live', live: { since: mended } });
  });

  it('and was never live has nothing that readers have', async () => {
    const id = await release();
    const held = publicly(heldOf(id, await head(), null));
    await show(await head(), { held: [held], heldCount: 1 });
    expect(await kazakh(id)).toMatchObject({ kind: 'held', why: 'dead-link', live: null });
  });

  it('and was mended waits with the mended version', async () => {
    const id = await release();
    const held = publicly(heldOf(id, await head(), null));
    await show(await head(), { held: [held], heldCount: 1 });
    await editor.publish('press-release', id, 'kk', { title: 'Түзетілген' });
    expect(await kazakh(id)).toMatchObject({ kind: 'waiting', live: null });
    const since = await show(await head());
    expect(await kazakh(id)).toMatchObject({ kind: 'live', live: { since } });
  });

  it('and may stand in the part of the list that was cut is not called live', async () => {
    const [first, last] = [await release(), await release()].sort() as [string, string];
    const seq = await head();
    const others = Array.from({ length: 12 }, (_, index) =>
      publicly(heldOf(`${first}${String.fromCharCode(97 + index)}`, 1, null)),
    );
    await show(seq, { held: others, heldCount: 13 });
    expect(await kazakh(first)).toMatchObject({ kind: 'live' });
    expect(await kazakh(last)).toMatchObject({ kind: 'waiting', live: null });
  });
});

describe('while a publisher works', () => {
  it('a change is in the edition that is made with it, in its stage; a later one waits for its turn', async () => {
    const id = await release();
    const run = randomUUID();
    const making = makingOf(await head());
    const since = await report({ run, making, state: { kind: 'working', stage: 'draw' } });
    expect(await kazakh(id)).toEqual({ kind: 'making', since, stage: 'draw', live: null });
    await report({ run, making, state: { kind: 'working', stage: 'verify' } });
    pass(30_000);
    expect(await kazakh(id)).toEqual({ kind: 'making', since, stage: 'verify', live: null });
    const later = await release('Кейінгі');
    expect(await kazakh(later)).toMatchObject({ kind: 'waiting', obstacle: null });
  });

  it('and is not heard of for a minute, it is taken for lost', async () => {
    const id = await release();
    await report({ making: makingOf(await head()), state: { kind: 'working', stage: 'draw' } });
    pass(minute + 1);
    expect(await kazakh(id)).toMatchObject({ kind: 'waiting' });
  });

  it('what it deployed is on its way until the site is seen with it', async () => {
    const id = await release();
    const edition = editionOf(epoch, await head(), 900);
    await report({ making: makingOf(await head()), state: { kind: 'deployed', edition } });
    expect(await kazakh(id)).toMatchObject({ kind: 'making', stage: 'deploy' });
  });

  it('what it deployed is not on its way any more once the site was seen with it, and was rolled back since', async () => {
    const before = await head();
    const id = await release();
    const edition = editionOf(epoch, await head(), generation + 1);
    await report({ making: makingOf(await head()), state: { kind: 'deployed', edition } });
    pass(-minute);
    await show(await head());
    const pause = { by: 'Айгерім', at: now() };
    pass(-minute);
    await show(before, { paused: pause });
    pass(-minute);
    expect(await kazakh(id)).toMatchObject({ kind: 'waiting', obstacle: { kind: 'paused', pause } });
  });

  it('a report that comes late does not bring an ended run back', async () => {
    const id = await release();
    const [run, making] = [randomUUID(), makingOf(await head())];
    const at = await report({ run, making, state: { kind: 'refused', why: 'verify', message: 'Broken.' } });
    await report({ run, making, state: { kind: 'working', stage: 'deploy' } });
    expect(await kazakh(id)).toMatchObject({ kind: 'waiting', obstacle: { kind: 'refused', why: 'verify', at } });
  });
});

describe('what does not move', () => {
  const silent = (readAt: string | null) =>
    newsroom.strapi.db.query('plugin::newsroom.lease').create({
      data: { name: 'desk', holder: 'x', until: 0, state: JSON.stringify({ site: { problem: 'broken', readAt } }) },
    });

  it('says that an edition with it was refused, and not that one before it was', async () => {
    const id = await release();
    const at = await report({ making: makingOf(await head()), state: { kind: 'refused', why: 'loss', message: 'Half of it.' } });
    expect(await kazakh(id)).toMatchObject({ kind: 'waiting', obstacle: { kind: 'refused', why: 'loss', at } });
    const later = await release('Кейінгі');
    expect(await kazakh(later)).toMatchObject({ kind: 'waiting', obstacle: null });
  });

  it('says nothing of a publisher that came too late', async () => {
    const id = await release();
    await report({ making: makingOf(await head()), state: { kind: 'refused', why: 'older', message: 'Another was faster.' } });
    expect(await kazakh(id)).toMatchObject({ kind: 'waiting', obstacle: null });
  });

  it('says after a minute that no publisher was heard of, ever or since', async () => {
    const since = await report({});
    pass();
    const id = await release();
    expect(await kazakh(id)).toMatchObject({ obstacle: null });
    pass();
    expect(await kazakh(id)).toMatchObject({ obstacle: { kind: 'no-publisher', since } });
    await newsroom.strapi.db.query('plugin::newsroom.run').deleteMany({ where: {} });
    expect(await kazakh(id)).toMatchObject({ obstacle: { kind: 'no-publisher', since: null } });
  });

  it('says that the site is silent where a publisher was heard of', async () => {
    const id = await release();
    pass();
    await report({});
    const readAt = '2026-02-01T07:00:00.000Z';
    await silent(readAt);
    expect(await kazakh(id)).toMatchObject({ obstacle: { kind: 'site-silent', since: readAt } });
  });
});

describe('a document of the directory', () => {
  it('is live in every language from its first edition, at the address where readers find it', async () => {
    const id = await editor.create('delegation', 'ru', { electionBody: 'Избирком', countryCode: 'UZ' });
    const since = await show(await head());
    const standings = (await standing('delegation', id)).map(({ language, standing }) => [language, standing]);
    expect(standings).toEqual(
      ['kk', 'ru', 'en'].map((language) => [
        language,
        { kind: 'live', live: { since, address: `${nobody}/${language}/delegations/izbirkom/`, withdrawn: false } },
      ]),
    );
  });
});

describe('what has no page', () => {
  it('has no address; a type without languages has one version', async () => {
    const id = await editor.create('redirect', '', { kind: 'gone', from: '/kk/eski/' });
    const since = await show(await head());
    const live = { kind: 'live', live: { since, address: null, withdrawn: false } };
    expect(await standing('redirect', id)).toEqual([{ language: null, standing: live, editedSince: false, warnings: [] }]);
    const { documentId } = await newsroom.strapi.db.query('plugin::newsroom.site-settings').findOne({});
    expect((await standing('site-settings', documentId))[0]?.standing).toEqual(live);
  });
});

describe('what was left out of a version that is live', () => {
  it('is told with it', async () => {
    const id = await release();
    const edition = editionOf(epoch, await head(), 950);
    const about = { type: 'press-release', id, language: 'kk' } as const;
    await report({ state: { kind: 'deployed', edition }, warnings: [{ ...about, fault: deadLink }] });
    await show(await head());
    expect(await inKazakh(id)).toMatchObject({ standing: { kind: 'live' }, warnings: [deadLink] });
    await report({ state: { kind: 'deployed', edition: { ...edition, generation: 951 } } });
    expect(await inKazakh(id)).toMatchObject({ warnings: [] });
  });
});

describe('who asks', () => {
  it('for a type that is not published, is told so', async () => {
    const { status, body } = await newsroom.request('GET', '/newsroom/standing/file/x', { token });
    expect([status, body.error?.message]).toEqual([404, 'There is no type "file" that is published.']);
  });

  it('without having logged in, or with a report that is none, gets nothing', async () => {
    expect((await newsroom.request('GET', '/newsroom/standing/press-release/x')).status).toBe(401);
    const bad = await newsroom.request('POST', '/api/newsroom/publisher/report', { token: feedToken, body: { run: 'x' } });
    expect([bad.status, bad.body.error?.message]).toEqual([400, expect.stringMatching(/^The report was not taken\. At run: /)]);
    expect((await newsroom.request('POST', '/api/newsroom/publisher/report', { body: {} })).status).toBe(401);
  });
});
