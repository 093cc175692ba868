import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Editor, startWithEditor, type Uploaded } from './acts';
import { feedToken, metricsToken, type TestNewsroom } from './newsroom';

/** Another one in each run; the one that failed is in the title of the test. */
const seed = Number(process.env.NEWSROOM_TEST_SEED ?? Date.now() % 1_000_000);
const acts = 70;

let newsroom: TestNewsroom;
let editor: Editor;
let token: string;
beforeAll(async () => {
  ({ newsroom, token, editor } = await startWithEditor());
});
afterAll(() => newsroom.stop());

/** Mulberry32: the same numbers for the same seed. */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const random = randomFrom(seed);
const below = (limit: number) => Math.floor(random() * limit);
function oneOf<T>(list: readonly T[]): T {
  const one = list[below(list.length)];
  if (one === undefined) throw new Error('There is nothing to choose from.');
  return one;
}

const release = 'press-release';
const releases = '/content-manager/collection-types/plugin::newsroom.press-release';
const languages = ['kk', 'ru', 'en'] as const;
const badge = readFileSync(
  path.resolve(
    import.meta.dirname,
    '../../shared/examples/meetings-with-observers/media/ed5e7511949f501e32d7c744ca8019609b505c3f038e99c48f5030fdc2889eb1',
  ),
);

const known: string[] = [];
let guests = '';
let picture: Uploaded | undefined;

const ask = (method: string, address: string, body: object = {}, bearer = token) =>
  newsroom.request(method, address, { token: bearer, body });
const words = () => `Word ${below(1000)}`;

/** What people do, by chance; some of it is refused, which is an act that changes nothing. */
const deeds: Record<string, () => Promise<unknown>> = {
  create: async () => {
    known.push(await editor.create(release, oneOf(languages), { title: words() }));
  },
  edit: () => ask('PUT', `${releases}/${oneOf(known)}?locale=${oneOf(languages)}`, { title: words(), body: words() }),
  publish: () => ask('POST', `${releases}/${oneOf(known)}/actions/publish?locale=${oneOf(languages)}`, { title: words() }),
  'publish again': () =>
    ask('POST', `${releases}/${oneOf(known)}/actions/publish?locale=${oneOf(languages)}`, { kind: 'decision' }),
  'publish all': () =>
    ask('POST', `${releases}/actions/bulkPublish`, { documentIds: [oneOf(known), oneOf(known)], locale: [...languages] }),
  unpublish: () => ask('POST', `${releases}/${oneOf(known)}/actions/unpublish?locale=${oneOf(languages)}`),
  'unpublish all': () =>
    ask('POST', `${releases}/actions/bulkUnpublish`, { documentIds: [oneOf(known)], locale: [...languages] }),
  'delete a language': () => ask('DELETE', `${releases}/${oneOf(known)}?locale=${oneOf(languages)}`),
  delete: () => ask('DELETE', `${releases}/${oneOf(known)}?locale=*`),
  move: () =>
    ask('POST', `${releases}/${oneOf(known)}/actions/publish?locale=${oneOf(languages)}`, { slug: `place-${below(6)}` }),
  settings: () =>
    ask('PUT', `/content-manager/single-types/plugin::newsroom.site-settings?locale=${oneOf(languages)}`, {
      name: words(),
      colour: `#00000${below(5)}`,
    }),
  rename: () => ask('PUT', `${editor.collection('delegation')}/${guests}?locale=${oneOf(languages)}`, { electionBody: words() }),
  name: () =>
    ask('POST', `${releases}/${oneOf(known)}/actions/publish?locale=kk`, {
      title: words(),
      delegations: { connect: [{ documentId: guests, locale: 'kk' }] },
    }),
  relate: () =>
    ask('POST', `${releases}/${oneOf(known)}/actions/publish?locale=kk`, {
      title: words(),
      related: { connect: [{ documentId: oneOf(known), locale: 'kk' }] },
    }),
  count: () =>
    ask(
      'PUT',
      '/api/newsroom/metrics',
      {
        source: oneOf(['one', 'other']),
        rows: [
          { release: oneOf(known), language: oneOf(languages), day: '2026-01-01', views: below(9), comments: 0, reactions: 0 },
        ],
      },
      metricsToken,
    ),
  show: () =>
    ask('POST', `${releases}/${oneOf(known)}/actions/publish?locale=kk`, {
      title: words(),
      cover: { file: picture?.id, alternativeText: words() },
    }),
  replace: async () => {
    const form = new FormData();
    form.append('files', new Blob([new Uint8Array([...badge, below(9)])], { type: 'image/png' }), 'another.png');
    const headers = { Authorization: `Bearer ${token}` };
    await fetch(`${newsroom.origin}/upload?id=${picture?.id}`, { method: 'POST', headers, body: form });
  },
};

interface Line {
  seq: number;
  type: string;
  id: string;
  language: string | null;
  data: object | null;
}

interface State {
  text: string;
  header: { epoch: string; seq: number; mark: string; counts: object[] };
  entries: Line[];
}

async function feed(query = ''): Promise<State> {
  const { status, text } = await newsroom.request('GET', `/api/newsroom/feed${query}`, { token: feedToken });
  expect([query, status]).toEqual([query, 200]);
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return { text, header: lines[0], entries: lines.slice(1, -1) };
}

const keyOf = ({ type, id, language }: Line) => `${type} ${id} ${language}`;

/** A state with a difference put onto it. */
function together({ entries }: State, difference: State): Line[] {
  const lines = new Map(entries.map((line) => [keyOf(line), line]));
  for (const line of difference.entries) lines.set(keyOf(line), line);
  return [...lines.values()].filter(({ data }) => data !== null).sort((a, b) => a.seq - b.seq);
}

it(`after any acts, an earlier whole with its difference is the whole, and a past state is what it was (seed ${seed})`, async () => {
  guests = await editor.create('delegation', 'kk', { electionBody: 'Guests', countryCode: 'TR' });
  picture = await editor.upload('badge.png', 'image/png', badge);
  for (let first = 0; first < 4; first += 1) await deeds.create?.();
  const states = [await feed()];
  const done: string[] = [];
  for (let count = 0; count < acts; count += 1) {
    const deed = oneOf(Object.keys(deeds));
    await deeds[deed]?.();
    done.push(deed);
    const now = await feed();
    const story = `${done.length} acts, the last: ${deed}`;
    for (const earlier of new Set([states.at(-1), oneOf(states), oneOf(states)])) {
      if (earlier === undefined) continue;
      const { epoch, seq, mark } = earlier.header;
      const difference = await feed(`?epoch=${epoch}&since=${seq}&mark=${mark}`);
      expect([story, together(earlier, difference)]).toEqual([story, now.entries]);
      expect(difference.entries.every((line) => line.seq > seq)).toBe(true);
      expect(difference.header).toMatchObject({ epoch, seq: now.header.seq, mark: now.header.mark, since: seq });
    }
    if (now.header.seq > (states.at(-1)?.header.seq ?? 0)) states.push(now);
  }
  for (const { text, header } of states) {
    expect((await feed(`?epoch=${header.epoch}&at=${header.seq}&mark=${header.mark}`)).text).toBe(text);
  }
  expect(states.length).toBeGreaterThan(acts / 4); // by chance enough was published
  expect(await newsroom.strapi.plugin('newsroom').service('comparison').run()).toMatchObject({ mended: [], broken: [] });
}, 180_000);
