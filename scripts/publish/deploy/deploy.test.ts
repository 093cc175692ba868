import {
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { HeldVersion } from '@newsroom/shared/document-fault';
import { type Edition, editionSchema } from '@newsroom/shared/edition';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { code, madeSite, newPlaces, picture } from '../testing/made-site.ts';
import { type DrawnEdition, deploy } from './deploy.ts';
import { heldIn, keptEditions, liveEdition } from './kept-editions.ts';
import { laterOf, rootOf, switchLater } from './later.ts';
import { underLock } from './lock.ts';
import type { Places } from './places.ts';
import { release, rollBack } from './roll-back.ts';
import { sweep } from './sweep.ts';
import { openWorkplace } from './workplace.ts';

let places: Places;
beforeEach(() => {
  places = newPlaces();
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(places.root, { recursive: true });
});

const pause = { by: 'Aigerim', at: '2022-06-05T10:00:00.000Z' };
const read = (file: string) => readFileSync(path.join(places.live, file), 'utf8');
const isServed = (file: string) => existsSync(path.join(places.live, file));
const generations = () => keptEditions(places).map(({ generation }) => generation);

/** Deploys the site of a state, after what is live. */
async function put(seq: number, files: Record<string, string> = {}, more: Partial<DrawnEdition> = {}) {
  return await here((workplace) =>
    deploy(places, workplace, { ...madeSite(seq, liveEdition(places)?.generation ?? 0, files), ...more }),
  );
}

async function here<T>(work: (workplace: ReturnType<typeof openWorkplace>) => Promise<T>): Promise<T> {
  const workplace = openWorkplace(places);
  try {
    return await work(workplace);
  } finally {
    workplace.leave();
  }
}

describe('a drawn site', () => {
  it('is what readers get, and says which edition it is', async () => {
    const first = await put(5);
    expect(first).toMatchObject({
      generation: 1,
      epoch: 'first',
      seq: 5,
      code,
      asOf: '2022-06-05',
      pages: 3,
      paused: null,
      order: 0,
    });
    expect(JSON.parse(read('edition.json'))).toEqual(first);
    expect([read('kk/news/2022/06/result/index.html'), read('_astro/page.abc.css')]).toEqual(['state 5', 'body {}']);
    expect(readdirSync(places.work)).toEqual([]);
  });

  it('that goes on from another edition is that with what was drawn, and without what went', async () => {
    await put(5, { 'kk/news/2022/06/old/index.html': 'old', 'kk/news/2022/05/last/index.html': 'last' });
    const from = rootOf(places, 1);
    const drawn = madeSite(6, 1);
    for (const file of ['index.html', 'kk/index.html', 'kk/pages', '_astro'])
      rmSync(path.join(drawn.folder, file), { recursive: true });
    const assets = ['_astro/page.abc.css', picture(6)];
    const gone = ['kk/news/2022/06/old/index.html', 'kk/news/2022/05/last/index.html'];
    await here((workplace) => deploy(places, workplace, { ...drawn, from, gone, assets }));
    expect([read('index.html'), read('kk/index.html'), read('kk/pages/about/index.html')]).toEqual([
      'state 5',
      'state 5',
      'who we are',
    ]);
    expect(read('kk/news/2022/06/result/index.html')).toBe('state 6');
    expect(['kk/news/2022/06/old', 'kk/news/2022/05'].map(isServed)).toEqual([false, false]);
    expect([isServed('_astro/page.abc.css'), isServed(picture(6))]).toEqual([true, true]);
    expect(JSON.parse(read('edition.json'))).toMatchObject({ generation: 2, seq: 6 });
  });

  it('shows the sitemap that is made later, from then on, and a rollback brings back its own', async () => {
    const sitemap = ['sitemap-index.xml'];
    const makeLater = async (generation: number, text: string) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'newsroom-later-'));
      writeFileSync(path.join(folder, 'sitemap-index.xml'), text);
      await here((workplace) => switchLater(places, workplace, generation, folder));
    };
    await put(5, {}, { sitemap });
    expect(isServed('sitemap-index.xml')).toBe(false);
    await makeLater(1, 'first');
    expect(read('sitemap-index.xml')).toBe('first');
    await put(6, {}, { sitemap });
    expect([read('sitemap-index.xml'), laterOf(places, 2)]).toEqual(['first', undefined]);
    await makeLater(1, 'too late');
    expect(read('sitemap-index.xml')).toBe('first');
    await makeLater(2, 'second');
    expect(read('sitemap-index.xml')).toBe('second');
    await here((workplace) => rollBack(places, workplace, 1, { pause, order: 0, elsewhere: null }));
    expect(read('sitemap-index.xml')).toBe('first');
    await put(7, {}, { sitemap, elsewhere: null }).catch(() => undefined); // it is paused
    await here(async (workplace) => sweep(places, workplace.folder, Date.now()));
    expect(read('sitemap-index.xml')).toBe('first');
  });

  it('shares every folder that did not change, and takes no byte twice', async () => {
    await put(5);
    const before = readdirSync(places.objects);
    const about = statSync(path.join(places.live, 'kk/pages/about')).ino;
    await put(6);
    expect(statSync(path.join(places.live, 'kk/pages/about')).ino).toBe(about);
    // On the way to what changed: the top, kk, news, 2022, 06, result.
    expect(readdirSync(places.objects).filter((name) => !before.includes(name))).toHaveLength(6);
    const site = madeSite(7, 2);
    const page = statSync(path.join(site.folder, 'kk/index.html')).ino;
    await here((workplace) => deploy(places, workplace, site));
    expect(statSync(path.join(places.live, 'kk/index.html')).ino).toBe(page);
  });

  it('is reached by relative links alone, so that the folder can be moved', async () => {
    await put(5);
    expect(readlinkSync(places.live)).toBe('editions/1/site');
    for (const object of readdirSync(places.objects))
      for (const name of readdirSync(path.join(places.objects, object))) {
        const file = path.join(places.objects, object, name);
        if (lstatSync(file).isSymbolicLink()) expect(readlinkSync(file)).toMatch(/^\.\.\//);
      }
  });

  it('keeps the last ten editions, and what they are made of', async () => {
    for (let seq = 1; seq <= 12; seq += 1) await put(seq);
    expect(generations()).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
    expect(readdirSync(places.editions)).toHaveLength(10);
    // Six folders an edition, and the two that all share.
    expect(readdirSync(places.objects)).toHaveLength(10 * 6 + 2);
    expect(readdirSync(places.work)).toEqual([]);
  });

  it('that holds much names as many as there is room for, and counts all', async () => {
    const held = Array.from(
      { length: 40 },
      (_, index): HeldVersion => ({
        type: 'observer-organisation',
        id: `${'я'.repeat(125)}${index}`,
        language: 'kk',
        seq: Number.MAX_SAFE_INTEGER,
        good: Number.MAX_SAFE_INTEGER - 1,
        fault: { kind: 'contract', what: 'y'.repeat(300) },
      }),
    );
    await put(5, {}, { held });
    const text = read('edition.json');
    const edition = editionSchema.parse(JSON.parse(text));
    expect(Buffer.byteLength(text)).toBeLessThan(4096);
    expect(edition.held.length).toBeGreaterThan(5);
    expect([edition.heldCount, heldIn(places, 1)]).toEqual([40, held]);
    expect(text).not.toContain('yyy');
  });
});

describe('an edition takes the place of the live one', () => {
  const refused = (words: string) => ({ why: 'older', message: expect.stringContaining(words) });

  it('never with an older state', async () => {
    await put(5);
    await expect(put(4)).rejects.toMatchObject(refused('It holds what was published up to 4, and the live edition 1 up to 5.'));
    expect(liveEdition(places)).toMatchObject({ generation: 1, seq: 5 });
    expect((await put(5)).generation).toBe(2);
  });

  it('never when it was made after another one', async () => {
    await put(5);
    await expect(put(6, {}, { base: 0 })).rejects.toMatchObject(
      refused('Edition 1 went live while this one was made after edition 0.'),
    );
    await expect(put(6, {}, { base: 7 })).rejects.toMatchObject(refused('somebody took editions away'));
  });

  it('never over a pause, though a cache has another edition of that number', async () => {
    const here = await put(5);
    const elsewhere = { ...here, at: '2022-06-05T11:00:00.000Z', paused: pause };
    await expect(put(6, {}, { elsewhere })).rejects.toMatchObject(refused('The site was rolled back to what it is by Aigerim'));
    expect((await put(6, {}, { elsewhere: here })).generation).toBe(2);
  });

  it('never when its run was taken over', async () => {
    await put(5);
    await expect(here((workplace) => deploy(places, workplace, madeSite(6, 1), () => false))).rejects.toMatchObject(
      refused('took this run over'),
    );
    expect(liveEdition(places)?.seq).toBe(5);
  });

  it('of another history, whatever its state', async () => {
    await put(5);
    const { making } = madeSite(2, 1);
    expect(await put(2, {}, { making: { ...making, epoch: 'second' } })).toMatchObject({
      generation: 2,
      epoch: 'second',
      seq: 2,
    });
  });

  it('where readers get it from elsewhere: with a generation after that one, and never with an older state', async () => {
    const elsewhere = { ...(await put(5)), generation: 41, seq: 7, order: 3 };
    await expect(put(6, {}, { elsewhere })).rejects.toMatchObject(refused('and the live edition 41 up to 7'));
    expect(await put(8, {}, { elsewhere })).toMatchObject({ generation: 42, seq: 8 });
    await expect(put(9, {}, { elsewhere: { ...elsewhere, generation: 50, paused: pause } })).rejects.toMatchObject(
      refused('The site was rolled back to what it is by Aigerim'),
    );
  });
});

describe('a rollback', () => {
  it('brings a kept edition back as a new generation, which stays until it is released', async () => {
    for (const seq of [1, 2, 3]) await put(seq);
    expect(await here((workplace) => rollBack(places, workplace, 1, { order: 4, pause, elsewhere: null }))).toMatchObject({
      generation: 4,
      seq: 1,
      paused: pause,
      order: 4,
    });
    expect(read('kk/index.html')).toBe('state 1');
    await expect(put(9)).rejects.toThrow('The site was rolled back to what it is by Aigerim; it stays so until it is released.');
    expect(await here((workplace) => release(places, workplace, { order: 5, elsewhere: null }))).toMatchObject({
      generation: 5,
      seq: 1,
      paused: null,
      order: 5,
    });
    expect(await here((workplace) => release(places, workplace, { order: 5, elsewhere: null }))).toBeUndefined();
    expect(await put(9)).toMatchObject({ generation: 6, seq: 9 });
  });

  it('without a generation goes to what readers had before', async () => {
    for (const seq of [1, 2, 3]) await put(seq);
    expect(await here((workplace) => rollBack(places, workplace, undefined, { order: 0, pause, elsewhere: null }))).toMatchObject(
      { seq: 2 },
    );
    expect(await here((workplace) => rollBack(places, workplace, undefined, { order: 0, pause, elsewhere: null }))).toMatchObject(
      { seq: 3 },
    );
  });

  it('brings back what was held, with the reasons', async () => {
    const held: HeldVersion = {
      type: 'page',
      id: 'pageone',
      language: 'ru',
      seq: 1,
      good: null,
      fault: { kind: 'contract', what: 'the title is missing' },
    };
    await put(1, {}, { held: [held] });
    await put(2);
    expect((await here((workplace) => rollBack(places, workplace, 1, { order: 0, pause, elsewhere: null }))).heldCount).toBe(1);
    expect(heldIn(places, 3)).toEqual([held]);
  });

  it('from a cache that missed editions counts on from what readers have, and guesses nothing', async () => {
    for (const seq of [1, 2, 3]) await put(seq);
    const elsewhere = { ...(liveEdition(places) as Edition), generation: 9, seq: 9, order: 4 };
    const bring = (generation: number | undefined, from = places) =>
      here((workplace) => rollBack(from, workplace, generation, { order: 0, pause, elsewhere }));
    await expect(bring(undefined)).rejects.toThrow(
      'Readers have edition 9, which is not kept here, so that nobody here knows the one before it (kept: 3, 2, 1).',
    );
    await expect(bring(8)).rejects.toThrow('Edition 8 is not kept here any more (kept: 3, 2, 1).');
    await expect(bring(undefined, newPlaces())).rejects.toThrow('No edition is kept here');
    expect(await bring(2)).toMatchObject({ generation: 10, seq: 2, order: 4, paused: pause });
  });

  it('to one that is not kept is refused with those that are', async () => {
    for (let seq = 1; seq <= 12; seq += 1) await put(seq);
    await expect(here((workplace) => rollBack(places, workplace, 2, { order: 0, pause, elsewhere: null }))).rejects.toThrow(
      'Edition 2 is not kept here any more (kept: 12, 11, 10, 9, 8, 7, 6, 5, 4, 3).',
    );
    await expect(here((workplace) => rollBack(newPlaces(), workplace, 2, { order: 0, pause, elsewhere: null }))).rejects.toThrow(
      'There is no edition in',
    );
  });
});

describe('media', () => {
  const picture = `media/${'a'.repeat(64)}-640.webp`;
  const file = `media/${'b'.repeat(64)}/results.pdf`;
  const later = (minutes: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * 60_000 });
  const sweepNow = () => here((workplace) => underLock(places, 'test', () => sweep(places, workplace.folder, Date.now())));

  it('is there for those who read the page that was replaced, and gone a quarter of an hour later', async () => {
    await put(1, { [picture]: 'picture', [file]: 'file' });
    await put(2, { [picture]: 'picture' });
    later(14);
    await sweepNow();
    expect([isServed(picture), isServed(file)]).toEqual([true, true]);
    later(2);
    await sweepNow();
    expect([isServed(picture), isServed(file)]).toEqual([true, false]);
  });

  it('comes back with the edition that names it', async () => {
    await put(1, { [picture]: 'picture' });
    await put(2);
    later(16);
    await sweepNow();
    expect(isServed(picture)).toBe(false);
    await here((workplace) => rollBack(places, workplace, 1, { order: 0, pause, elsewhere: null }));
    expect(read(picture)).toBe('picture');
  });

  it('that no kept edition names is nowhere any more', async () => {
    await put(1, { [picture]: 'picture' });
    for (let seq = 2; seq <= 11; seq += 1) await put(seq);
    later(16);
    await sweepNow();
    expect([isServed(picture), existsSync(path.join(places.shelved, picture))]).toEqual([false, false]);
  });

  it('is not the only thing that outlives its edition: styles stay', async () => {
    await put(1, { '_astro/old.css': 'old' });
    for (let seq = 2; seq <= 12; seq += 1) await put(seq);
    later(16);
    await sweepNow();
    expect(read('_astro/old.css')).toBe('old');
  });
});
