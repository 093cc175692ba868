import { describe, expect, it } from 'vitest';
import * as permalink from './permalink.ts';

describe('public addresses', () => {
  it('stay as readers have bookmarked them', () => {
    expect([
      permalink.homePath('kk'),
      permalink.newsPath('ru'),
      permalink.newsFeedPath('ru'),
      permalink.monthPath('en', '2022-06'),
      permalink.releasePath('kk', '2022-06', 'kezdesu'),
      permalink.delegationPath('ru', 'turtsiya'),
      permalink.organisationPath('en', 'sco'),
      permalink.eventsPath('kk'),
      permalink.eventPath('ru', 'referendum'),
      permalink.popularPath('kk'),
      permalink.popularJsonPath('kk'),
      permalink.notFoundPath('ru'),
    ]).toEqual([
      '/kk/',
      '/ru/news/',
      '/ru/news/rss.xml',
      '/en/news/2022/06/',
      '/kk/news/2022/06/kezdesu/',
      '/ru/delegations/turtsiya/',
      '/en/organisations/sco/',
      '/kk/events/',
      '/ru/events/referendum/',
      '/kk/popular/',
      '/kk/popular/popular.json',
      '/ru/404.html',
    ]);
  });
});
