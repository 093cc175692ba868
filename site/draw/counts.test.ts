import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { takeInFeed } from '../src/content/take-in-feed.ts';
import { type Act, ChangeLog } from '../test/change-log.ts';
import { newFolder } from '../test/feed-file.ts';
import { delegationInAll, release, settings } from '../test/newsroom.ts';
import { drawEdition } from './draw-edition.ts';
import { Ledger } from './ledger.ts';

const server = join(inject('goldenSite').compiled, 'server');

/** How many releases an archive has: a small one, and one that is four times as large. Neither ends with a month. */
const archives = [62, 240] as const;

/** What does not change in the settings. */
const leftOut = { missingTranslations: 'leave-out' } as const;
const rule = { windowDays: 7, commentWeight: 30, reactionWeight: 10, halfLifeDays: 2, size: 10 };

/** One release a day, from the first of January; each about one of two delegations. */
function written(number: number, data: Parameters<typeof release>[1] = {}): Act {
  const day = new Date(Date.UTC(2024, 0, number, 4));
  const releasedAt = day.toISOString();
  const about = { delegations: [number % 2 === 0 ? 'even' : 'odd'] };
  return release(`r${number}`, { releasedAt, publicSince: releasedAt, addressMonth: releasedAt.slice(0, 7), ...about, ...data });
}

function views(count: number, day = '2024-01-06'): Act {
  const data = { release: 'r5', day, views: count, comments: 0, reactions: 0 };
  return { type: 'daily-metrics', id: `r5@${day}`, language: 'en', data };
}

function choices(pins: string[]): Act {
  return { type: 'popular-choices', id: 'popular', language: null, data: { pins, exclusions: [], silentSince: null } };
}

/** An archive that was drawn, and what is drawn again after acts: the paths of the pages. */
async function drawnArchive(releases: number) {
  const log = new ChangeLog();
  const all = Array.from({ length: releases }, (_, index) => written(index + 1));
  log.write(...settings({ ...leftOut, popular: rule }), ...delegationInAll('even'), ...delegationInAll('odd'), ...all, views(1));
  const [snapshot, file] = [join(newFolder(), 'snapshot.sqlite'), join(newFolder(), 'ledger.sqlite')];
  const take = (feed: string, asOf = '2024-01-07') => takeInFeed({ feed, snapshot, asOf, acceptLoss: true });
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
  const afterMidnight = async () => {
    await take(log.difference(log.head), '2024-01-08');
    return await draw();
  };
  return { pages, after, afterMidnight };
}

const inAll = (path: string) => ['en', 'kk', 'ru'].map((language) => `/${language}${path}`);
const data = ['', 'today/', 'week/', 'month/', 'all-time/'].flatMap((period) => inAll(`/popular/${period}popular.json`));
const lists = ['', 'today/', 'week/', 'month/', 'all-time/'].flatMap((period) => inAll(`/popular/${period}`));
const popular = [...inAll('/'), ...inAll('/news/'), ...lists, ...data];

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
  const { after, afterMidnight } = await drawnArchive(releases);
  const odd = Array.from({ length: releases }, (_, index) => index + 1).filter((number) => number % 2 === 1);
  const pageOf = (number: number) => {
    const [, year, month] = /^(\d+)-(\d+)/.exec(new Date(Date.UTC(2024, 0, number)).toISOString()) ?? [];
    return `/en/news/${year}/${month}/r${number}/`;
  };
  const drawn: Record<string, string[]> = {
    'the title of a release that is popular': await after(written(5, { title: 'Another' })),
    'the name of a delegation': await after(...delegationInAll('odd', { electionBody: 'Another' })),
    'what readers did': await after(views(2)),
    'what readers did on another day': await after(views(2, '2024-01-07')),
    'what nobody is shown of a release': await after(written(5, { title: 'Another', publicSince: '2024-01-05T05:00:00.000Z' })),
    'what the office decided about popular lists': await after(choices(['r7'])),
    'how popular lists are computed': await after(...settings({ ...leftOut, popular: { ...rule, windowDays: 3 } })),
    'the day': await afterMidnight(),
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
    'what readers did': [...popular, '/readership/days/2024-01-06.csv'].toSorted(),
    'what readers did on another day': [...popular, '/readership/days/2024-01-07.csv', '/readership/index.json'].toSorted(),
    // Its page says when it was changed, and whoever computes the lists again is told since when it is public.
    'what nobody is shown of a release': [pageOf(5), '/readership/addresses/2024-01.json'],
    'what the office decided about popular lists': popular.toSorted(),
    // The lists of other stretches only say so.
    'how popular lists are computed': [
      ...inAll('/'),
      ...inAll('/news/'),
      ...inAll('/popular/'),
      ...inAll('/popular/popular.json'),
    ].toSorted(),
    // From then on every list says that the newest figures are of the day before.
    'the day': [...lists, ...data].toSorted(),
  });
});
