import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentFault, HeldVersion } from '@newsroom/shared/document-fault';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Act, ChangeLog } from '../../test/change-log.ts';
import { contentOf } from '../../test/content-of.ts';
import { drawnPictures, layOriginals } from '../../test/drawn-pictures.ts';
import { newFolder, readSnapshot } from '../../test/feed-file.ts';
import { delegation, delegationInAll, gone, release, settings } from '../../test/newsroom.ts';
import { mediaFolder } from './media-folder.ts';
import { readGoods, settleSnapshot } from './settle-snapshot.ts';
import { type TakeInRequest, type TakenIn, takeInFeed } from './take-in-feed.ts';

let log: ChangeLog;
let snapshot: string;

/** The state that the snapshot has taken in. */
let taken: TakenIn;

const take = (feed: string | undefined, more: Partial<TakeInRequest> = {}) =>
  takeInFeed({ feed, snapshot, asOf: '2024-06-03', acceptLoss: false, holdFaults: true, ...more });

/** Takes in what was published since, and gives what is held then. */
async function publish(...acts: readonly Act[]): Promise<HeldVersion[]> {
  log.write(...acts);
  taken = await take(log.difference(taken.seq));
  return taken.held;
}

const settle = (held: readonly HeldVersion[] = taken.held) =>
  settleSnapshot(snapshot, { epoch: log.epoch, seq: taken.seq, held: [...held] }, []);

/** A newsroom with these versions, of which it is known that they are live. */
async function newsroomWith(...acts: readonly Act[]): Promise<void> {
  log = new ChangeLog();
  log.write(...settings(), ...acts);
  snapshot = join(newFolder(), 'snapshot.sqlite');
  taken = await take(log.whole());
  await settle();
}

/** Where readers of English find the releases, by identifier. */
function addresses(): Record<string, string> {
  const content = readSnapshot(snapshot);
  const releases = content.latestReleases('en', 100).map(({ id, path }) => [id, path.replace('/en/news/2024/06/', '')]);
  content.close();
  return Object.fromEntries(releases);
}

/** What is held, shortly. */
const named = (held: readonly HeldVersion[]) => held.map(({ id, good, fault }) => [id, good, fault.kind]);

const broken = (id: string): Act => release(id, { kind: 'rumour' as 'news' });

describe('a version that breaks the contract', () => {
  beforeEach(() => newsroomWith(release('one'), release('two')));

  test('is held, and its last good state stays, while another one goes through', async () => {
    const held = await publish(broken('one'), release('two', { slug: 'two-again' }));
    expect(held).toEqual([
      {
        ...{ type: 'press-release', id: 'one', language: 'en', seq: 6, good: 4 },
        fault: { kind: 'contract', what: expect.stringMatching(/^the field "kind" must be one of: news/) },
      },
    ]);
    expect(addresses()).toEqual({ one: 'one/', two: 'two-again/' });
    expect(taken.judged).toHaveLength(2);
  });

  test('is left out where it was never live', async () => {
    expect(named(await publish(broken('three')))).toEqual([['three', null, 'contract']]);
    expect(Object.keys(addresses())).toEqual(['one', 'two']);
  });

  test('is tried again with every feed, and goes through when it was mended', async () => {
    await publish(broken('one'));
    await settle();
    expect(named(await publish(release('two', { title: 'Two' })))).toEqual([['one', 4, 'contract']]);
    expect(await publish(release('one', { slug: 'one-mended' }))).toEqual([]);
    expect(addresses()).toMatchObject({ one: 'one-mended/' });
  });

  test('keeps the state that is live, however often it is published', async () => {
    await publish(broken('one'));
    await publish(release('one', { slug: 'one-mended' }));
    expect(named(await publish(broken('one')))).toEqual([['one', 4, 'contract']]);
    expect(addresses()).toMatchObject({ one: 'one/' });
  });

  test('goes when it is unpublished; what comes in its place is held against what is live', async () => {
    await publish(broken('one'));
    expect(await publish(gone(release('one')))).toEqual([]);
    expect(Object.keys(addresses())).toEqual(['two']);
    expect(taken.gone).toMatchObject([{ id: 'one' }]);
    expect(named(await publish(broken('one')))).toEqual([['one', 4, 'contract']]);
    expect(addresses()).toMatchObject({ one: 'one/' });
  });

  test('refuses the feed where nothing is to be held', async () => {
    const before = contentOf(snapshot);
    log.write(broken('one'));
    const refused = take(log.difference(taken.seq), { holdFaults: false });
    await expect(refused).rejects.toThrow(/\[entry-contract\] “one” \(press-release one, in en\): the field "kind"/);
    expect(contentOf(snapshot)).toEqual(before);
  });
});

describe('an address that two versions want', () => {
  const to = (id: string, slug: string) => release(id, { slug });

  beforeEach(() => newsroomWith(release('one'), release('two'), release('three')));

  test('stays with the one that is live', async () => {
    const held = await publish(to('three', 'one'));
    const holder = { type: 'press-release', id: 'one', title: 'one' };
    expect(held).toMatchObject([{ id: 'three', fault: { kind: 'address-taken', path: '/en/news/2024/06/one/', holder } }]);
    expect(addresses()).toEqual({ one: 'one/', two: 'two/', three: 'three/' });
  });

  test('goes to the one that was published first, where both are new', async () => {
    expect(named(await publish(to('five', 'new'), to('four', 'new')))).toEqual([['four', null, 'address-taken']]);
    expect(addresses()).toMatchObject({ five: 'new/' });
  });

  test('is free when the one that had it moves on in the same feed, whatever the order', async () => {
    expect(await publish(to('two', 'one'), to('one', 'elsewhere'))).toEqual([]);
    expect(addresses()).toMatchObject({ one: 'elsewhere/', two: 'one/' });
  });

  test('may be swapped', async () => {
    expect(await publish(to('one', 'two'), to('two', 'three'), to('three', 'one'))).toEqual([]);
    expect(addresses()).toEqual({ one: 'two/', two: 'three/', three: 'one/' });
  });

  test('stays with the good state of a version that is held, and with those that this holds in turn', async () => {
    const ring = [to('one', 'two'), to('two', 'three'), release('three', { slug: 'one', kind: 'rumour' as 'news' })];
    expect(named(await publish(...ring))).toEqual([
      ['one', 4, 'address-taken'],
      ['three', 6, 'contract'],
      ['two', 5, 'address-taken'],
    ]);
    expect(addresses()).toEqual({ one: 'one/', two: 'two/', three: 'three/' });
  });

  test('goes to the one that waited for it, when it becomes free by another change', async () => {
    await publish(to('three', 'one'));
    await settle();
    expect(await publish(gone(release('one')))).toEqual([]);
    expect(addresses()).toEqual({ two: 'two/', three: 'one/' });
  });
});

test('an address belongs to the only version that can be shown, where a whole feed names another one first', async () => {
  const nameless = delegation('one', { slug: 'same', electionBody: null, sourceLanguage: 'ru' });
  await newsroomWith(nameless, delegation('two', { slug: 'same' }));
  expect(named(taken.held)).toEqual([['one', null, 'contract']]);
  const own = expect.stringContaining('"/en/delegations/same/","delegation","two","en"');
  expect(contentOf(snapshot).addresses).toContainEqual(own);
});

describe('a document of the directory', () => {
  beforeEach(() => newsroomWith(...delegationInAll('turkiye'), release('one')));

  const nameIn = (language: 'en' | 'ru') => {
    const content = readSnapshot(snapshot);
    const name = content.entry('delegation', 'turkiye', language)?.texts.electionBody.text;
    content.close();
    return name;
  };

  test('that has its name in a new version alone keeps it, and the version, as they were', async () => {
    await publish(gone(delegation('turkiye')), delegation('turkiye', { electionBody: 'Кеңес' }, 'kk'));
    expect(nameIn('ru')).toBe('Кеңес');
    await settle();
    // Without its name in Kazakh it has none; without its slug, too, it is nowhere.
    const held = await publish(delegation('turkiye', { electionBody: null }, 'kk'));
    expect(held).toMatchObject([{ language: 'kk', fault: { what: expect.stringMatching(/^in no language has it both/) } }]);
    expect(nameIn('ru')).toBe('Кеңес');
  });

  test('may lose its name by what goes: then it is on no page, and that is told', async () => {
    expect(await publish(gone(delegation('turkiye')))).toEqual([]);
    expect(nameIn('en')).toBeUndefined();
    expect(taken.warnings).toEqual([
      'delegation turkiye: in no language has it both the field "electionBody" and the field "slug".',
    ]);
  });
});

describe('a picture', async () => {
  const { hall, stage } = await drawnPictures({ hall: [90, 60], stage: [80, 60] });
  const withCover = (file: typeof hall.file) =>
    release('one', { cover: { file, alternativeText: 'A picture', caption: null, credit: null } });
  const kinds = (held: readonly HeldVersion[]) => held.map(({ fault }) => fault);
  const fault = (why: string): DocumentFault => ({ kind: 'media', field: 'cover.file', file: 'stage.png', why });

  beforeEach(async () => {
    await newsroomWith(release('one'));
    layOriginals([hall], snapshot);
    await publish(withCover(hall.file));
    await settle();
  });

  test('that was not pulled holds the version; it goes through when it was', async () => {
    expect(kinds(await publish(withCover(stage.file)))).toEqual([fault('was not pulled')]);
    layOriginals([stage], snapshot);
    expect((await take(undefined)).held).toEqual([]);
  });

  test('that is none holds the version', async () => {
    writeFileSync(join(mediaFolder(snapshot).originals, stage.file.sha256), 'no picture');
    expect(kinds(await publish(withCover(stage.file)))).toEqual([fault(expect.stringMatching(/^cannot be read as a picture/))]);
  });

  test('of a version that is live and did not change holds nothing: it has to be pulled again', async () => {
    rmSync(join(mediaFolder(snapshot).originals, hall.file.sha256));
    await expect(take(undefined)).rejects.toThrow('[media-missing] “one”');
  });
});

describe('the settings of the site', () => {
  const nameless = settings({ name: ' ' }).filter(({ language }) => language === 'ru');

  test('that are at fault are held in the state that is live', async () => {
    await newsroomWith(release('one'));
    expect(named(await publish(...nameless, release('two')))).toMatchObject([[expect.anything(), 2, 'contract']]);
    expect(Object.keys(addresses())).toEqual(['one', 'two']);
  });
});

describe('what is to be held on somebody else’s word', () => {
  const fault: DocumentFault = { kind: 'not-drawn', path: '/en/', why: 'Error: nothing' };
  const hold = (id: string) => [{ type: 'press-release' as const, id, language: 'en' as const, fault }];

  beforeEach(async () => {
    await newsroomWith(release('one'), release('two'));
    await publish(release('one', { slug: 'one-again' }), release('three'));
  });

  test('is held in the state that is live, until nobody says so any more', async () => {
    taken = await take(undefined, { hold: hold('one') });
    expect(taken.held).toEqual([{ type: 'press-release', id: 'one', language: 'en', seq: 6, good: 4, fault }]);
    expect(addresses()).toEqual({ one: 'one/', two: 'two/', three: 'three/' });
    expect((await take(undefined)).held).toEqual([]);
    expect(addresses()).toMatchObject({ one: 'one-again/' });
  });

  test('and whose address another one came to want holds that one, too', async () => {
    await publish(release('three', { slug: 'one' }));
    taken = await take(undefined, { hold: hold('one') });
    expect(named(taken.held)).toEqual([
      ['one', 4, 'not-drawn'],
      ['three', null, 'address-taken'],
    ]);
  });

  test('waits where another one took its address meanwhile, and went live there', async () => {
    taken = await take(undefined, { hold: hold('one') });
    log.write(release('two', { slug: 'one-again' }));
    taken = await take(log.difference(taken.seq), { hold: hold('one') });
    await settle();
    expect(addresses()).toMatchObject({ one: 'one/', two: 'one-again/' });
    taken = await take(undefined);
    expect(named(taken.held)).toEqual([['one', 4, 'address-taken']]);
    expect(addresses()).toMatchObject({ one: 'one/', two: 'one-again/' });
  });

  test.each(['two', 'nobody'])('is told where it cannot be: %s', async (id) => {
    const { held, warnings } = await take(undefined, { hold: hold(id) });
    expect(held).toEqual([]);
    expect(warnings).toEqual([`press-release ${id}, in en, cannot be held: it did not change since it went live, or it went.`]);
  });
});

describe('a machine that begins from nothing', () => {
  test('comes to the same as one that knows what is live', async () => {
    await newsroomWith(release('one'), release('two'), release('three'));
    await publish(broken('one'), release('two', { slug: 'two-again' }), broken('four'));
    await settle();
    const live = { epoch: log.epoch, seq: taken.seq, held: taken.held };
    const later = [release('three', { slug: 'two' }), release('two', { slug: 'three' }), gone(release('four'))];
    await publish(...later);

    const warm = contentOf(snapshot);
    snapshot = join(newFolder(), 'snapshot.sqlite');
    await take(log.whole(live.seq));
    const goods = await readGoods(log.rows(live.held.flatMap(({ good }) => good ?? [])));
    await settleSnapshot(snapshot, live, goods);
    expect(addresses()).toEqual({ one: 'one/', two: 'two-again/', three: 'three/' });
    const cold = await take(log.difference(live.seq));
    expect(contentOf(snapshot)).toEqual(warm);
    expect(cold).toEqual(taken);
  });

  test('is told which state it lacks', async () => {
    await newsroomWith(release('one'));
    await publish(broken('one'));
    const live = { epoch: log.epoch, seq: taken.seq, held: taken.held };
    snapshot = join(newFolder(), 'snapshot.sqlite');
    await take(log.whole());
    await expect(settleSnapshot(snapshot, live, [])).rejects.toThrow('The change 4 of press-release one, in en');
  });

  test('can do so though the settings are held', async () => {
    await newsroomWith(release('one'));
    await publish(...settings({ name: ' ' }));
    const live = { epoch: log.epoch, seq: taken.seq, held: taken.held };
    const warm = contentOf(snapshot, { without: ['kept', 'meta'] });
    snapshot = join(newFolder(), 'snapshot.sqlite');
    await take(log.whole());
    await settleSnapshot(snapshot, live, await readGoods(log.rows([1, 2, 3])));
    expect(contentOf(snapshot, { without: ['kept', 'meta'] })).toEqual(warm);
  });
});
