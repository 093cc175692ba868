import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { filesOf, readDrawnPage } from './drawn-page.ts';
import { testSiteUrl } from './run-command.ts';

const { drawn } = inject('goldenSite');

/** The sitemap's entries by address. */
function readSitemap() {
  const xml = readFileSync(join(drawn, 'sitemap-0.xml'), 'utf8');
  const entries = [...xml.matchAll(/<url>(.*?)<\/url>/gs)].map(([, entry = '']) => {
    const links = [...entry.matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)].map(([, language, to]) => [language, to]);
    const address = /<loc>(.*?)<\/loc>/.exec(entry)?.[1] ?? '';
    return [
      address,
      { links: Object.fromEntries(links) as Record<string, string>, lastmod: /<lastmod>(.*?)</.exec(entry)?.[1] },
    ] as const;
  });
  return new Map(entries);
}

describe('the sitemap', () => {
  const sitemap = readSitemap();

  test('has exactly the drawn pages that search engines may show', () => {
    const pages = filesOf(drawn).filter((file) => file.endsWith('.html') && !file.endsWith('404.html'));
    const addresses = pages.map((file) => `${testSiteUrl}/${file.replace(/index\.html$/, '')}`);
    const withOwnText = addresses.filter((address) => readDrawnPage(drawn, new URL(address).pathname).canonical === address);
    expect([...sitemap.keys()].sort()).toEqual(withOwnText.sort());
    expect(withOwnText.length).toBeLessThan(addresses.length); // what is not translated, and what has moved
  });

  test('says the same alternates as the pages themselves, the default included', () => {
    for (const [address, { links }] of sitemap) {
      expect(links, address).toEqual(readDrawnPage(drawn, new URL(address).pathname).alternates);
      expect(links, address).toHaveProperty('x-default');
    }
  });

  test('has mutual alternates: whoever is named, names back', () => {
    for (const [address, { links }] of sitemap) {
      for (const to of Object.values(links))
        expect(Object.values(sitemap.get(to)?.links ?? {}), `${to} about ${address}`).toContain(address);
    }
  });

  test('leaves a language out where the release has no version in it', () => {
    const briefing = sitemap.get(`${testSiteUrl}/en/news/2024/03/a-night-briefing-for-observers/`);
    expect(Object.keys(briefing?.links ?? {})).toEqual(['kk', 'en', 'x-default']);
  });

  test('says when what is shown was changed last, and nothing where that is not known', () => {
    expect(sitemap.get(`${testSiteUrl}/en/news/2022/06/`)?.lastmod).toBe('2024-03-20T06:00:00.000Z');
    expect(sitemap.get(`${testSiteUrl}/en/`)?.lastmod).toBe('2024-04-01T06:00:00.000Z');
    expect(sitemap.get(`${testSiteUrl}/ru/news/2022/07/`)?.lastmod).toBe('2024-03-21T06:00:00.000Z');
    expect(sitemap.get(`${testSiteUrl}/en/delegations/`)?.lastmod).toBe('2024-03-19T06:00:00.000Z');
    expect(sitemap.get(`${testSiteUrl}/en/popular/`)?.lastmod).toBeUndefined();
  });

  test('is named by its index', () => {
    expect(readFileSync(join(drawn, 'sitemap-index.xml'), 'utf8')).toContain(`<loc>${testSiteUrl}/sitemap-0.xml</loc>`);
  });
});
