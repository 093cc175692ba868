import { mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { filesBelow } from '../machine/files-below.ts';
import { serveSite } from '../static-server/serve-site.ts';
import { copyOf, makePublisher, type OwnPublisher } from './testing/own-publisher.ts';
import { type StubCms, startStubCms } from './testing/stub-cms.ts';

const command = 'scripts/publish/publish-site.ts';
const release = { type: 'press-release', id: 'releasetwo', language: 'ru' } as const;
const other = { type: 'press-release', id: 'releasethree', language: 'kk' } as const;
const releaseFile = 'ru/news/2022/07/kak-podat-zayavlenie-ob-akkreditatsii-nablyudatelya/index.html';
const otherPath = '/kk/news/2024/03/baiqaushylarga-arnalgan-tungi-brifing/';
const day = ['--as-of', '2024-04-02'];

let first: OwnPublisher;
let cms: StubCms;
/** A machine with the first edition of the golden example. */
let publisher: OwnPublisher;

beforeAll(async () => {
  const seed = await startStubCms();
  first = makePublisher(seed);
  expect(await first.run(command, ...day)).toMatchObject({ code: 0 });
  await seed.close();
}, 240_000);
beforeEach(async () => {
  cms = await startStubCms();
  publisher = copyOf(first, cms);
});
afterEach(async () => {
  await cms.close();
  publisher.remove();
});
afterAll(() => first.remove());

const publish = (...args: string[]) => publisher.run(command, ...day, ...args);
const retitle = (title: string) => cms.put(release, (data) => ({ ...data, title }));
const write = (body: string) => cms.put(release, (data) => ({ ...data, body }));

describe('publishing', { timeout: 240_000 }, () => {
  it('makes a first edition of all that is published', () => {
    expect(first.edition()).toMatchObject({ generation: 1, epoch: 'example', asOf: '2024-04-02', held: [], paused: null });
    expect(first.page('kk/index.html')).toContain('<html lang="kk"');
  });

  it('says so where nothing is to be done, and ends well', async () => {
    const { code, output } = await publish();
    expect({ code, output }).toEqual({
      code: 0,
      output: expect.stringContaining('Nothing to do. All that is published is live.'),
    });
    expect(publisher.edition()).toEqual(first.edition());
  });

  it('brings a change live by the difference alone, and tells the desk how it went', async () => {
    const seq = retitle('Новое название');
    const { code, output } = await publish();
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('Edition 2 is live') });
    expect(publisher.edition()).toMatchObject({ generation: 2, seq });
    expect(publisher.page(releaseFile)).toContain('Новое название');
    expect(cms.asked.filter((each) => each.startsWith('feed'))).toEqual([expect.stringContaining(`since=${seq - 1}`)]);
    const [told] = cms.reports.filter(({ state }) => state.kind === 'deployed');
    expect(told).toMatchObject({ state: { edition: publisher.edition() }, changes: 1, held: [], kept: [2, 1] });
    expect(Object.keys(told?.durations ?? {}).sort()).toEqual(['deploy', 'draw', 'pull', 'take-in', 'verify']);
  });

  it('makes the same from nothing as with all that is here', async () => {
    write('Читайте [программу](/ru/nowhere/).');
    await publish();
    // What a runner has that kept nothing: the site says which edition it is, and what it holds.
    const site = await serveSite(publisher.places.live, 0);
    const cold = makePublisher(cms, {
      NEWSROOM_EDITION_URL: `http://127.0.0.1:${portOf(site)}`,
      SITE_URL: 'http://localhost:4321',
    });
    cms.put(other, (data) => ({ ...data, title: 'Басқа атау' }));
    expect((await cold.run(command, ...day)).code).toBe(0);
    expect((await publish()).code).toBe(0);
    site.close();
    const { at: _, ...edition } = publisher.edition();
    expect(cold.edition()).toMatchObject(edition);
    expect(edition).toMatchObject({ generation: 3, heldCount: 1 });
    expect(filesOf(cold.places.live)).toEqual(filesOf(publisher.places.live));
  });
});

describe('beside a cache that missed something', { timeout: 240_000 }, () => {
  /** Another machine in the first state, whose edition is what readers get; gives where that is read. */
  const elsewhere = async (make: (there: OwnPublisher) => Promise<unknown>) => {
    const there = copyOf(first, cms);
    await make(there);
    const site = await serveSite(there.places.live, 0);
    publisher.environment.NEWSROOM_EDITION_URL = `http://127.0.0.1:${portOf(site)}`;
    onTestFinished(() => {
      site.close();
      there.remove();
    });
    return there;
  };

  it('readers have another edition of the number: what that one holds stays held', async () => {
    retitle('Новое название');
    await publish();
    write('Читайте [программу](/ru/nowhere/).');
    const there = await elsewhere((machine) => machine.run(command, ...day));
    expect([there.edition().generation, publisher.edition().generation]).toEqual([2, 2]);
    cms.put(other, (data) => ({ ...data, title: 'Басқа атау' }));
    expect((await publish()).code).toBe(0);
    expect(publisher.edition()).toMatchObject({ generation: 3, held: there.edition().held, heldCount: 1 });
  });

  it('a first site is none where there is one: it is taken into account', async () => {
    await elsewhere(async (machine) => {
      await machine.run(command, '--as-of', '2024-04-03');
      await machine.run(command, '--as-of', '2024-04-04');
    });
    retitle('Новое название');
    expect((await publish('--first')).code).toBe(0);
    expect(publisher.edition()).toMatchObject({ generation: 4 });
  });
});

describe('a new link to nowhere', { timeout: 240_000 }, () => {
  it('holds its document alone: its last good version stays, and the others go live', async () => {
    const good = first.page(releaseFile);
    const seq = write('Одно.\n\nДругое.\n\nСмотрите [программу](/ru/nowhere/).');
    cms.put(other, (data) => ({ ...data, title: 'Басқа атау' }));
    const { code, output } = await publish();
    expect({ code, output }).toEqual({
      code: 0,
      output: expect.stringContaining('the link “программу” in paragraph 3 of the field "body" leads nowhere (/ru/nowhere/)'),
    });
    expect(publisher.edition().held).toEqual([{ ...release, seq, good: 62, fault: 'dead-link' }]);
    expect(publisher.page(`${otherPath.slice(1)}index.html`)).toContain('Басқа атау');
    expect(bodyOf(publisher.page(releaseFile))).toBe(bodyOf(good));
    const told = cms.reports.findLast(({ state }) => state.kind === 'deployed');
    expect(told?.held).toEqual([
      { ...release, seq, good: 62, fault: expect.objectContaining({ kind: 'dead-link', paragraph: 3 }) },
    ]);
  });

  it('lets the document go when the link is mended, or when the page is there', async () => {
    write('Смотрите [порядок](/ru/pages/poryadok/).');
    await publish();
    expect(publisher.edition().heldCount).toBe(1);
    cms.add(
      { type: 'page', id: 'poryadok', language: 'ru' },
      { ...cms.data({ type: 'page', id: 'pageone', language: 'ru' }), slug: 'poryadok' },
    );
    expect((await publish()).code).toBe(0);
    expect(publisher.edition()).toMatchObject({ held: [], generation: 3 });
    expect(publisher.page(releaseFile)).toContain('href="/ru/pages/poryadok/"');
  });

  it('that led somewhere until now is drawn as text, and holds nothing', async () => {
    write(`Смотрите [брифинг](${otherPath}).`);
    await publish();
    expect(publisher.page(releaseFile)).toContain(`href="${otherPath}"`);
    cms.remove(other);
    retitle('Новое название');
    const { code, output } = await publish();
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('Left out of press-release releasetwo (ru)') });
    expect(publisher.edition().held).toEqual([]);
    expect(publisher.page(releaseFile)).not.toContain(`href="${otherPath}"`);
    expect(publisher.page(releaseFile)).toContain('Новое название');
    expect(publisher.page(`${otherPath.slice(1)}index.html`)).toBeUndefined();
  });
});

describe('a picture that the CMS does not have', { timeout: 240_000 }, () => {
  it('holds its document alone', async () => {
    const attachment = {
      file: { sha256: '0'.repeat(64), name: 'results.pdf', mime: 'application/pdf', size: 5, dimensions: null },
      title: 'Итоги',
    };
    cms.put(release, (data) => ({ ...data, attachments: [attachment] }));
    cms.put(other, (data) => ({ ...data, title: 'Басқа атау' }));
    const { code, output } = await publish();
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('the CMS does not have it. Upload it again') });
    expect(publisher.edition().held).toEqual([expect.objectContaining({ ...release, fault: 'media' })]);
    expect(publisher.page(`${otherPath.slice(1)}index.html`)).toContain('Басқа атау');
  });
});

describe('a page that shows the CMS', { timeout: 240_000 }, () => {
  it('holds its document', async () => {
    write(`Войдите на ${cms.origin}/admin.`);
    expect((await publish()).code).toBe(0);
    expect(publisher.edition().held).toEqual([expect.objectContaining({ ...release, fault: 'cms-trace' })]);
    expect(publisher.page(releaseFile)).not.toContain(cms.origin);
  });
});

describe('where much would go', { timeout: 240_000 }, () => {
  it('it is refused until somebody confirms it', async () => {
    for (const [id, language] of [
      ['releaseone', 'kk'],
      ['releaseone', 'en'],
      ['releaseone', 'ru'],
      ['releasetwo', 'ru'],
      ['releasethree', 'kk'],
    ] as const)
      cms.remove({ type: 'press-release', id, language });
    const refused = await publish();
    expect(refused).toEqual({
      code: 1,
      output: expect.stringContaining('would take 5 of 6 texts of press releases off the site'),
    });
    expect(publisher.edition()).toEqual(first.edition());
    expect(cms.reports.at(-1)?.state).toMatchObject({ kind: 'refused', why: 'loss' });
    expect((await publish('--accept-loss')).code).toBe(0);
    expect(publisher.page(releaseFile)).toBeUndefined();
  });

  it('the desk can confirm it, up to the state that it saw', async () => {
    for (const [id, language] of [
      ['releaseone', 'kk'],
      ['releaseone', 'en'],
      ['releaseone', 'ru'],
      ['releasetwo', 'ru'],
    ] as const)
      cms.remove({ type: 'press-release', id, language });
    const order = { kind: 'accept-loss', by: 'A', at: '2024-04-02T00:00:00.000Z' } as const;
    cms.orders.push({ ...order, number: 1, seq: cms.head() - 1 });
    expect((await publish()).code).toBe(1);
    cms.orders.push({ ...order, number: 2, seq: cms.head() });
    expect((await publish()).code).toBe(0);
    expect(publisher.edition()).toMatchObject({ generation: 2, order: 2 });
  });
});

describe('a CMS that is not as it should be', { timeout: 240_000 }, () => {
  const stays = async (words: string, why: string) => {
    const { code, output } = await publish();
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining(words) });
    expect(output).not.toContain('    at ');
    expect(publisher.edition()).toEqual(first.edition());
    expect(readdirSync(publisher.places.work)).toEqual([]);
    if (cms.reports.length > 0) expect(cms.reports.at(-1)?.state).toMatchObject({ kind: 'refused', why });
  };
  const recovers = async () => {
    expect((await publish()).code).toBe(0);
    expect(publisher.page(releaseFile)).toContain('Новое название');
  };

  it('down: the site stays, and it is said where the CMS was looked for', async () => {
    await cms.close();
    await stays(`The CMS does not answer at ${cms.origin} (connect ECONNREFUSED`, 'cms');
    cms = await startStubCms();
  });

  it.each([
    ['broken', 'answered with status 500', 'cms'],
    ['cut', 'feed-cut', 'feed'],
    ['slow', '(nothing for 30 s)', 'cms'],
  ] as const)('%s: the site stays, and the next try succeeds', async (mood, words, why) => {
    retitle('Новое название');
    cms.mood = mood;
    await stays(words, why);
    cms.mood = 'well';
    await recovers();
  });

  it('with another token: it is said which one is meant', async () => {
    retitle('Новое название');
    cms.token = 'another-token-that-is-long-enough';
    await stays('refuses the token. NEWSROOM_FEED_TOKEN in .env must be the one', 'cms');
  });

  it('restored from a backup: all is pulled anew, and the older state goes live', async () => {
    retitle('Новое название');
    expect((await publish()).code).toBe(0);
    cms.restore(73);
    const { code, output } = await publish();
    expect(code, output).toBe(0);
    expect(publisher.edition()).toMatchObject({ epoch: 'example anew', seq: 73, generation: 3 });
    expect(publisher.page(releaseFile)).not.toContain('Новое название');
  });
});

describe('a target that does not take the edition', { timeout: 240_000 }, () => {
  it('keeps the old one live and is named, and the next try succeeds', async () => {
    retitle('Новое название');
    const { lock } = publisher.places;
    rmSync(lock);
    mkdirSync(lock);
    const { code, output } = await publish();
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining(lock) });
    expect(output).not.toContain('    at ');
    expect(publisher.edition()).toEqual(first.edition());
    expect(cms.reports.at(-1)?.state).toMatchObject({ kind: 'refused', why: 'machine' });
    rmdirSync(lock);
    expect((await publish()).code).toBe(0);
    expect(publisher.page(releaseFile)).toContain('Новое название');
  });
});

describe('beside what is published', { timeout: 240_000 }, () => {
  it('a new day makes a new edition, and a clock that was set back makes none', async () => {
    expect((await publisher.run(command, '--as-of', '2024-04-03')).output).toContain('for 2024-04-03');
    const later = publisher;
    expect((await later.run(command)).code).toBe(0);
    const today = later.edition().asOf;
    expect(today > '2024-04-03').toBe(true);
    writeFileSync(
      path.join(later.folder, 'clock.mjs'),
      'const now = Date.now; Date.now = () => now() - 864e5 * 30;\nconst D = Date; globalThis.Date = class extends D { constructor(...a) { a.length ? super(...a) : super(D.now()); } };',
    );
    later.environment.NODE_OPTIONS = `--import=${path.join(later.folder, 'clock.mjs')}`;
    expect((await later.run(command)).output).toContain('Nothing to do');
    retitle('Новое название');
    expect((await later.run(command)).code).toBe(0);
    expect(later.edition()).toMatchObject({ asOf: today, generation: 4 });
  });

  it('another address of the site is another code, and all is drawn again', async () => {
    publisher.environment.SITE_URL = 'https://news.example';
    const { code, output } = await publish('--first');
    expect(code, output).toBe(0);
    expect(publisher.edition()).toMatchObject({ generation: 2, seq: 73 });
    expect(publisher.edition().code).not.toBe(first.edition().code);
    expect(publisher.page('kk/index.html')).toContain('https://news.example/kk/');
  });
});

/** Every file of a site with its bytes, but for what says when the edition was made. */
function filesOf(site: string): Record<string, string> {
  return Object.fromEntries(
    filesBelow(site)
      .filter((file) => file !== 'edition.json')
      .map((file) => [file, readFileSync(path.join(site, file), 'base64')]),
  );
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** The text of a release, without what the page shows of others. */
function bodyOf(html: string | undefined): string | undefined {
  return /<article[\s\S]*?<\/article>/.exec(html ?? '')?.[0];
}
