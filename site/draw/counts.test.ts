import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { takeInFeed } from '../src/content/take-in-feed.ts';
import { type Act, ChangeLog } from '../test/change-log.ts';
import { newFolder } from '../test/feed-file.ts';
import { delegationInAll, release, settings } from '../test/newsroom.ts';
import { drawEdition } from './draw-edition.ts';
import { Ledger } from './ledger.ts';

const server = join(inject('goldenSite').compiled, 'server');

/** How many releases an archive has: a small one, and one that is four times as large. */
const archives = [60, 240] as const;

/** One release a day, from the first of January; each about one of two delegations. */
function written(number: number, data: Parameters<typeof release>[1] = {}): Act {
  const day = new Date(Date.UTC(2024, 0, number, 4));
  const releasedAt = day.toISOString();
  const about = { delegations: [number % 2 === 0 ? 'even' : 'odd'] };
  return release(`r${number}`, { releasedAt, publicSince: releasedAt, addressMonth: releasedAt.slice(0, 7), ...about, ...data });
}

function views(count: number): Act {
  const data = { release: 'r5', day: '2024-01-06', views: count, comments: 0, reactions: 0 };
  return { type: 'daily-metrics', id: 'r5@2024-01-06', language: 'en', data };
}

/** An archive that was drawn, and what is drawn again after acts: the paths of the pages. */
async function drawnArchive(releases: number) {
  const log = new ChangeLog();
  const all = Array.from({ length: releases }, (_, index) => written(index + 1));
  log.write(
    ...settings({ missingTranslations: 'leave-out' }),
    ...delegationInAll('even'),
    ...delegationInAll('odd'),
    ...all,
    views(1),
  );
  const [snapshot, file] = [join(newFolder(), 'snapshot.sqlite'), join(newFolder(), 'ledger.sqlite')];
  const take = (feed: string) => takeInFeed({ feed, snapshot, asOf: '2024-01-07', acceptLoss: true });
  const draw = async () => {
    const [ledger, paths]: [Ledger, string[]] = [new Ledger(file), []];
    const state = await drawEdition({
      ...{ server, code: 'one', snapshot, ledger, out: newFolder(), whole: false, goesOn: true, clientFiles: [] },
      progress: () => undefined,
      record: (line) => 'kind' in line && line.kind === 'page' && paths.push(line.path),
    });
    ledger.keep({ ...state, root: 'kept' });
    ledger.close();
    return paths.toSorted();
  };
  await take(log.whole());
  const pages = await draw();
  const after = async (...acts: Act[]) => {
    const since = log.head;
    log.write(...acts);
    await take(log.difference(since));
    return await draw();
  };
  return { pages, after };
}

test('a new release draws as few pages in a large archive as in a small one', async () => {
  const counts = [];
  for (const releases of archives) {
    const { pages, after } = await drawnArchive(releases);
    expect(pages.length).toBeGreaterThan(releases);
    counts.push((await after(written(releases + 1))).length);
  }
  console.log(`Pages drawn after a new release, with ${archives.join(' and ')} releases: ${counts.join(' and ')}.`);
  expect(Math.max(...counts)).toBeLessThanOrEqual(40);
  expect(new Set(counts).size).toBe(1);
});

test('what shows a release, a delegation or what is popular is drawn, and nothing else', async () => {
  const [releases] = archives;
  const { after } = await drawnArchive(releases);
  const inAll = (path: string) => ['en', 'kk', 'ru'].map((language) => `/${language}${path}`);
  const popular = [...inAll('/'), ...inAll('/news/'), ...inAll('/popular/'), ...inAll('/popular/popular.json')];
  const odd = Array.from({ length: releases }, (_, index) => index + 1).filter((number) => number % 2 === 1);
  const pageOf = (number: number) => {
    const [, year, month] = /^(\d+)-(\d+)/.exec(new Date(Date.UTC(2024, 0, number)).toISOString()) ?? [];
    return `/en/news/${year}/${month}/r${number}/`;
  };
  const drawn: Record<string, string[]> = {
    'the title of a release that is popular': await after(written(5, { title: 'Another' })),
    'the name of a delegation': await after(...delegationInAll('odd', { electionBody: 'Another' })),
    'what readers did': await after(views(2)),
    'what nobody is shown of a release': await after(written(5, { title: 'Another', publicSince: '2024-01-05T05:00:00.000Z' })),
  };
  for (const [what, paths] of Object.entries(drawn)) console.log(`Pages drawn after a change of ${what}: ${paths.length}.`);
  expect(drawn).toEqual({
    // Itself, its month, the delegation's year, what is read after it, and where it is popular.
    'the title of a release that is popular': [
      ...[5, 7, 9, 11].map(pageOf),
      '/en/news/2024/01/',
      '/en/delegations/odd/2024/',
      ...popular,
    ].toSorted(),
    'the name of a delegation': [
      ...inAll('/delegations/'),
      ...inAll('/delegations/odd/'),
      '/en/delegations/odd/2024/',
      ...odd.map(pageOf),
    ].toSorted(),
    'what readers did': popular.toSorted(),
    // Its page says when it was changed.
    'what nobody is shown of a release': [pageOf(5)],
  });
});
