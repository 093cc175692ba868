import { popularChoicesSchema } from '@newsroom/shared/popular-choices';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { metricsToken } from './newsroom';
import { type PopularNewsroom, startPopular } from './popular-newsroom';

let popular: PopularNewsroom;
let [one, two, three] = ['', '', ''];
beforeAll(async () => {
  popular = await startPopular();
  [one, two, three] = [await popular.release('Бірінші'), await popular.release('Екінші'), await popular.release('Үшінші')];
});
afterAll(() => popular.newsroom.stop());

const choose = (pins: object[], exclusions: object[] = [], more: object = {}) =>
  popular.put('choices', { pins, exclusions, ...more });
const pin = (release: string, reason?: string) => ({ release, ...(reason === undefined ? {} : { reason }) });
const inFeed = async () => (await popular.newsroom.feed()).filter(({ type }) => type === 'popular-choices');

describe('what an editor decides', () => {
  it('is nothing in the feed until somebody decided something', async () => {
    expect((await choose([], [])).status).toBe(204);
    expect(await inFeed()).toEqual([]);
  });

  it('is one change of its own and publishes nothing else; the same again changes nothing', async () => {
    const before = await popular.logged();
    expect((await choose([pin(two), pin(one)], [pin(three)])).status).toBe(204);
    expect(await popular.appended(before)).toEqual(['choose popular-choices popular']);
    expect((await choose([pin(two), pin(one)], [pin(three)])).status).toBe(204);
    expect(await popular.appended(before)).toHaveLength(1);
    const [line, ...more] = await inFeed();
    expect(more).toEqual([]);
    expect(line).toMatchObject({ id: 'popular', language: null });
    expect(popularChoicesSchema.parse(line?.data)).toEqual({ pins: [two, one], exclusions: [three], silentSince: null });
  });

  it('is kept with a reason, who and when, for editors alone; a reason changes nothing for readers', async () => {
    const before = await popular.logged();
    const hostile = '<script>alert(1)</script> & "біз"';
    expect((await choose([pin(two, `  ${hostile} `), pin(one)], [pin(three)])).status).toBe(204);
    expect(await popular.appended(before)).toEqual([]);
    const { pins, exclusions } = (await popular.desk()).choices;
    expect(pins[0]).toMatchObject({ release: two, reason: hostile, by: 'First Administrator' });
    expect(exclusions[0]).toMatchObject({ release: three, reason: null, by: 'First Administrator' });
    expect(Date.parse(pins[0]?.at ?? '')).toBeGreaterThan(Date.now() - 60_000);
    expect(JSON.stringify(await popular.newsroom.feed())).not.toContain('alert(1)');
  });

  it('stays with who decided it when somebody else changes the order', async () => {
    const person = await popular.personWith('strapi-editor');
    const { pins } = (await popular.desk()).choices;
    const [first, second] = pins;
    const body = { pins: [pin(one), pin(two, first?.reason ?? '')], exclusions: [pin(three, 'Ескірді')] };
    expect((await popular.put('choices', body, person)).status).toBe(204);
    const { choices } = await popular.desk();
    expect(choices.pins).toEqual([second, first]);
    expect(choices.exclusions[0]).toMatchObject({ by: 'Айгерім Серік', reason: 'Ескірді' });
  });
});

describe('a decision is refused', () => {
  let before: number;
  beforeEach(async () => {
    before = await popular.logged();
  });
  const refused = async (status: number, told: string | RegExp, answer: ReturnType<typeof popular.put>) => {
    const { choices } = await popular.desk();
    expect(await answer).toEqual({ status, told: expect.stringMatching(told) });
    expect(await popular.logged()).toBe(before);
    expect((await popular.desk()).choices).toEqual(choices);
  };

  it('where a release is named twice, or pinned and left out', async () => {
    await refused(400, /a release is named twice/, choose([pin(one), pin(one)]));
    await refused(400, /a release is pinned and excluded/, choose([pin(one)], [pin(one)]));
  });

  it('where it is too much, or no decision at all', async () => {
    await refused(400, /At pins/, choose(Array.from({ length: 11 }, (_, index) => pin(`abc${index}`))));
    await refused(400, /At pins\.0\.reason/, choose([pin(one, 'x'.repeat(201))]));
    await refused(400, /At pins\.0\.release/, choose([pin('../x')]));
    await refused(400, /At exclusions/, popular.put('choices', { pins: [] }));
    await refused(400, /Unrecognized key/, choose([], [], { silentSince: null }));
  });

  it('where a release that is new in it is not published', async () => {
    const draft = await popular.editor.create('press-release', 'kk', { title: 'Жоба' });
    await refused(400, /^Only releases that are published can be pinned/, choose([pin(draft)]));
    await refused(400, /^Only releases that are published can be pinned/, choose([], [pin('nosuchrelease')]));
  });

  it('where somebody else decided meanwhile', async () => {
    await refused(400, /^Nothing was changed: somebody else/, choose([], [], { basedOn: 'what was there before' }));
    const { revision } = (await popular.desk()).choices;
    expect((await choose([pin(one), pin(two)], [pin(three)], { basedOn: revision })).status).toBe(204);
  });

  it('of an author and of strangers', async () => {
    const author = await popular.personWith('strapi-author');
    const body = { pins: [], exclusions: [] };
    await refused(403, /./, popular.put('choices', body, author));
    await refused(401, /./, popular.put('choices', body, ''));
    await refused(401, /./, popular.put('choices', body, metricsToken));
    expect((await popular.desk('', author)).mayDecide).toBe(false);
    expect((await popular.desk()).mayDecide).toBe(true);
  });
});

describe('a pinned release that is unpublished', () => {
  it('stays decided, is told as gone by its last title, and can be removed', async () => {
    await popular.editor.unpublish('press-release', two, 'kk');
    const { releases, lists, choices } = await popular.desk();
    expect(choices.pins.map(({ release }) => release)).toEqual([one, two]);
    expect(releases.find(({ id }) => id === two)).toEqual({
      id: two,
      state: 'gone',
      versions: [{ language: 'kk', title: 'Екінші', address: null }],
    });
    expect(lists[0]?.entries.map(({ id }) => id)).toEqual([one]);
    await popular.editor.remove('press-release', two, '*');
    expect((await choose([pin(one), pin(two)], [])).status).toBe(204);
    const before = await popular.logged();
    expect((await choose([pin(one)], [])).status).toBe(204);
    expect(await popular.appended(before)).toEqual(['choose popular-choices popular']);
    expect((await choose([pin(one), pin(two)], [])).status).toBe(400);
  });
});

describe('a hand past the CMS', () => {
  const compare = () => popular.newsroom.strapi.plugin('newsroom').service('comparison').run();

  it('that changed what was decided, is published and told', async () => {
    const before = await popular.logged();
    await compare();
    expect(await popular.appended(before)).toEqual([]);
    await popular.newsroom.strapi.db.connection('newsroom_popular_choices').delete();
    await compare();
    expect(await popular.appended(before)).toEqual(['repair popular-choices popular']);
    expect((await inFeed())[0]?.data).toEqual({ pins: [], exclusions: [], silentSince: null });
    const { text } = await popular.newsroom.request('GET', '/newsroom/editions', { token: popular.token });
    expect(JSON.parse(text).repair.mended).toMatchObject([{ type: 'popular-choices', id: 'popular', language: null }]);
  });
});

describe('what was decided', () => {
  it('is a line of what waits for readers', async () => {
    await choose([pin(three)]);
    const { text } = await popular.newsroom.request('GET', '/newsroom/editions', { token: popular.token });
    const { versions } = JSON.parse(text).waiting;
    expect(versions).toContainEqual({ type: 'popular-choices', id: 'popular', language: null, title: '' });
  });
});
