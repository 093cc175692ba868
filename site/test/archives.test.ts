import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeedEntry } from '@newsroom/shared/feed';
import { beforeAll, describe, expect, test } from 'vitest';
import { deadLinks } from './dead-links.ts';
import { drawSite } from './draw-site.ts';
import { filesOf, readDrawnPage } from './drawn-page.ts';
import { withHeader } from './feed-file.ts';
import { manyReleases } from './many-releases.ts';
import { someRelease } from './some-release.ts';

/** The numbers of the generated releases that a page lists, in its order. */
function listed(site: string, path: string): number[] {
  return readDrawnPage(site, path).headings.flatMap((heading) => {
    const number = /Release (\d+)$/.exec(heading)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
}

const down = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, index) => from - index);
const month = '/kk/news/2023/03/';

let site: string;
let later: string;
beforeAll(async () => {
  [site, later] = [await drawSite(manyReleases({ kk: 120, en: 30 })), await drawSite(manyReleases({ kk: 121, en: 30 }))];
}, 120_000);

test('a release whose address begins like that of an older page is drawn', async () => {
  const entries = manyReleases({ kk: 1, en: 0 }).slice(1, -1) as unknown as FeedEntry[];
  const release = someRelease({ id: 'history', language: 'kk', seq: 5000 }, { slug: 'page-2-of-history', title: 'History' });
  const path = '/kk/news/2024/03/page-2-of-history/';
  expect(readDrawnPage(await drawSite(withHeader([...entries, release])), path).headings[0]).toBe('1 History');
});

describe('a month with 120 releases', () => {
  test('has them on three pages, filled from the oldest, the newest at the month’s own address', () => {
    expect(listed(site, month)).toEqual(down(120, 101));
    expect(listed(site, `${month}page-2/`)).toEqual(down(100, 51));
    expect(listed(site, `${month}page-1/`)).toEqual(down(50, 1));
    expect(filesOf(site)).not.toContain(`${month.slice(1)}page-3/index.html`);
  });

  test('leads from page to page, and says which one it is', () => {
    const [newest, second, oldest] = [month, `${month}page-2/`, `${month}page-1/`].map((path) => readDrawnPage(site, path));
    expect(newest?.links).toContain(`${month}page-2/`);
    expect(second?.links).toEqual(expect.arrayContaining([month, `${month}page-1/`]));
    expect(oldest?.links).toContain(`${month}page-2/`);
    expect(newest?.headings[0]).toBe('1 Жаңалықтар: 2023 ж. наурыз');
    expect(second?.headings[0]).toBe('1 Жаңалықтар: 2023 ж. наурыз, 2-бет');
  });

  test('has alternates at the month, and none for an older page where the other language has no such page', () => {
    expect(Object.keys(readDrawnPage(site, month).alternates)).toEqual(['kk', 'en', 'x-default']);
    expect(Object.keys(readDrawnPage(site, `${month}page-1/`).alternates)).toEqual(['kk', 'x-default']);
  });

  test('changes a handful of pages when one is added: no older page, and no other month or year', () => {
    const same = (file: string) => readFileSync(join(site, file)).equals(readFileSync(join(later, file)));
    const changed = filesOf(site).filter((file) => file.endsWith('.html') && !same(file));
    expect(changed).toEqual([
      'kk/delegations/turkiyanyn-zhogary-sailau-kenesi/2023/index.html',
      'kk/delegations/turkiyanyn-zhogary-sailau-kenesi/index.html',
      'kk/events/2022-zhylgy-5-mausymdagy-respublikalyq-referendum/2023/index.html',
      'kk/events/2022-zhylgy-5-mausymdagy-respublikalyq-referendum/index.html',
      'kk/index.html',
      'kk/news/2023/03/index.html',
      'kk/news/index.html',
      'kk/organisations/shankhai-yntymaqtastyq-uiymy/2023/index.html',
      'kk/organisations/shankhai-yntymaqtastyq-uiymy/index.html',
    ]);
  });
});

describe('a delegation, an organisation and a vote with many releases', () => {
  const pages = [
    '/kk/delegations/turkiyanyn-zhogary-sailau-kenesi/',
    '/kk/organisations/shankhai-yntymaqtastyq-uiymy/',
    '/kk/events/2022-zhylgy-5-mausymdagy-respublikalyq-referendum/',
  ];

  test.each(pages)('%s shows the latest twenty and leads to its years', (path) => {
    const headings = readDrawnPage(site, path).headings.filter((heading) => heading.startsWith('3 '));
    expect(headings).toHaveLength(20);
    expect(readDrawnPage(site, path).links).toEqual(expect.arrayContaining([`${path}2023/`, `${path}2022/`]));
  });

  test.each(pages)('%s has all of a year in its archive', (path) => {
    expect(listed(site, `${path}2023/`)).toEqual(down(120, 1));
    expect(readDrawnPage(site, `${path}2022/`).headings).toHaveLength(2);
    expect(Object.keys(readDrawnPage(site, `${path}2023/`).alternates)).toEqual(['kk', 'en', 'x-default']);
  });
});

test('no page leads to where nothing is', () => {
  expect(deadLinks(site)).toEqual([]);
});
