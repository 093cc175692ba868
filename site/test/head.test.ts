import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { readDrawnHead } from './drawn-head.ts';
import { filesOf, readDrawnPage } from './drawn-page.ts';
import { testSiteUrl } from './run-command.ts';

const { drawn } = inject('goldenSite');
const headAt = (path: string) => readDrawnHead(readDrawnPage(drawn, path).html);

describe('a release', () => {
  const path = '/en/news/2024/03/a-night-briefing-for-observers/';
  const { properties, data } = headAt(path);
  const publisher = { '@type': 'GovernmentOrganization', name: 'Example Election Commission', url: `${testSiteUrl}/en/` };

  test('is shared as an article, with its time', () => {
    expect(properties).toEqual({
      'og:title': 'A night briefing for observers',
      'og:type': 'article',
      'og:url': `${testSiteUrl}${path}`,
      'og:site_name': 'Election Commission Newsroom',
      'og:description': 'The commission explains to observers how votes are counted.',
      'og:locale': 'en_GB',
      'og:locale:alternate': 'kk_KZ',
      'article:published_time': '2024-03-31T18:30:00.000Z',
      'article:modified_time': '2024-04-01T06:00:00.000Z',
    });
  });

  test('is a news article of the office to search engines', () => {
    expect(data.NewsArticle).toEqual({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      mainEntityOfPage: `${testSiteUrl}${path}`,
      url: `${testSiteUrl}${path}`,
      headline: 'A night briefing for observers',
      description: 'The commission explains to observers how votes are counted.',
      inLanguage: 'en',
      datePublished: '2024-03-31T18:30:00.000Z',
      dateModified: '2024-04-01T06:00:00.000Z',
      publisher,
    });
  });

  test('shows the way back up, and tells search engines the same', () => {
    expect(data.BreadcrumbList?.itemListElement).toMatchObject([
      { position: 1, name: 'Home', item: `${testSiteUrl}/en/` },
      { position: 2, name: 'News', item: `${testSiteUrl}/en/news/` },
      { position: 3, name: 'March 2024', item: `${testSiteUrl}/en/news/2024/03/` },
      { position: 4, name: 'A night briefing for observers', item: `${testSiteUrl}${path}` },
    ]);
    const [, trail = ''] =
      /<nav class="breadcrumbs[^"]*" aria-label="You are here">(.*?)<\/nav>/s.exec(readDrawnPage(drawn, path).html) ?? [];
    expect([...trail.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual(['/en/', '/en/news/', '/en/news/2024/03/']);
  });
});

test('the home page is about the office, and has nothing above it', () => {
  const { properties, data } = headAt('/kk/');
  expect(Object.keys(data)).toEqual(['GovernmentOrganization']);
  expect(data.GovernmentOrganization).toMatchObject({ name: 'Үлгі сайлау комиссиясы', url: `${testSiteUrl}/kk/` });
  expect(properties).toMatchObject({ 'og:type': 'website', 'og:locale': 'kk_KZ' });
});

test('every page below a home page says where it stands; a page without an address says nothing', () => {
  for (const file of filesOf(drawn).filter((name) => name.endsWith('.html'))) {
    const { properties, data } = readDrawnHead(readFileSync(join(drawn, file), 'utf8'));
    const path = `/${file.replace(/index\.html$/, '')}`;
    if (readDrawnPage(drawn, path).html.includes('content="noindex"')) {
      expect({ properties, data }, path).toEqual({ properties: {}, data: {} });
      continue;
    }
    expect(properties['og:url'], path).toBe(readDrawnPage(drawn, path).canonical);
    expect(data.BreadcrumbList !== undefined, path).toBe(path.split('/').length > 3);
  }
});
