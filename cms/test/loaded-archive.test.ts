import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { documentTypes } from '../src/plugins/newsroom/server/src/documents/act';
import { type Editor, startWithEditor } from './acts';
import { loadArchive } from './archive/load-archive';
import { readArchive } from './archive/read-archive';
import { feedToken, type TestNewsroom } from './newsroom';

const example = path.resolve(import.meta.dirname, '../../shared/examples/meetings-with-observers');
const entries = readArchive(path.join(example, 'feed.ndjson'));
const documents = entries.filter(({ type }) => (documentTypes as readonly string[]).includes(type));

let newsroom: TestNewsroom;
let editor: Editor;
beforeAll(async () => {
  ({ newsroom, editor } = await startWithEditor());
  await loadArchive(newsroom.strapi, entries, path.join(example, 'media'));
});
afterAll(() => newsroom.stop());

/** By what the archive names them: the settings, and lists of others, have a name that the CMS gives. */
const nameOf = ({ type, id, language }: { type: string; id: string; language: string | null }) =>
  ['site-settings', 'outside-list'].includes(type) ? `${type} ${language}` : `${type} ${id} ${language}`;

it('gives the feed that it was loaded from', async () => {
  const given = (await newsroom.feed()).slice(1, -1);
  const byName = (lines: typeof given) => new Map(lines.map((line) => [nameOf(line), line.data]));
  expect(byName(given)).toEqual(byName(entries as never));
});

it('is stored as the log says: neither the comparison nor reading every version again finds anything else', async () => {
  const before = (await newsroom.changes()).length;
  const found = await newsroom.strapi.plugin('newsroom').service('comparison').run();
  expect(found).toMatchObject({ mended: [], broken: [] });
  expect(found.compared).toBe(new Set(documents.map(({ type, id }) => `${type} ${id}`)).size);
  const changes = newsroom.strapi.plugin('newsroom').service('changes');
  for (const { type, id } of documents.filter(({ type }) => type !== 'site-settings'))
    await changes.record(type, id, 'check', ['kk', 'ru', 'en']);
  expect((await newsroom.changes()).length).toBe(before);
});

it('is edited and published like any other', async () => {
  const release = entries.find(({ type, language }) => type === 'press-release' && language === 'ru');
  const { epoch, seq, mark } = await newsroom.strapi.plugin('newsroom').service('history').state();
  await editor.publish('press-release', release?.id ?? '', 'ru', { title: 'Исправлено' });
  const since = `/api/newsroom/feed?epoch=${epoch}&since=${seq}&mark=${mark}`;
  const { text } = await newsroom.request('GET', since, { token: feedToken });
  const [, line, trailer] = text
    .trim()
    .split('\n')
    .map((one) => JSON.parse(one));
  expect(trailer.count).toBe(1);
  expect(line).toMatchObject({ id: release?.id, language: 'ru', data: { ...release?.data, title: 'Исправлено' } });
});
