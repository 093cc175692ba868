import { describe, expect, it } from 'vitest';
import * as permalink from './permalink.ts';

describe('public addresses', () => {
  it('stay as readers have bookmarked them', () => {
    expect([
      permalink.homePath('kk'),
      permalink.newsPath('ru'),
      permalink.newsFeedPath('ru'),
      permalink.monthPath('en', '2022-06'),
      permalink.monthPagePath('en', '2022-06', 2),
      permalink.releasePath('kk', '2022-06', 'kezdesu'),
      permalink.delegationPath('ru', 'turtsiya'),
      permalink.organisationPath('en', 'sco'),
      permalink.eventsPath('kk'),
      permalink.eventPath('ru', 'referendum'),
      permalink.yearPath(permalink.eventPath('ru', 'referendum'), '2022'),
      permalink.popularPath('kk'),
      permalink.popularJsonPath('kk'),
      permalink.notFoundPath('ru'),
    ]).toEqual([
      '/kk/',
      '/ru/news/',
      '/ru/news/rss.xml',
      '/en/news/2022/06/',
      '/en/news/2022/06/page-2/',
      '/kk/news/2022/06/kezdesu/',
      '/ru/delegations/turtsiya/',
      '/en/organisations/sco/',
      '/kk/events/',
      '/ru/events/referendum/',
      '/ru/events/referendum/2022/',
      '/kk/popular/',
      '/kk/popular/popular.json',
      '/ru/404.html',
    ]);
  });

  it("keep the slugs of a month's older pages from releases", () => {
    const slug = permalink.monthPagePath('kk', '2022-06', 12).split('/').at(-2) ?? '';
    expect([slug, 'page-two', 'page', 'front-page-2'].map((one) => permalink.slugOfMonthPage.test(one))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
