import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkDrawnSite } from './check-drawn-site.ts';

const origin = 'https://newsroom.example';
const alternates = `<link rel="alternate" hreflang="kk" href="${origin}/kk/"><link rel="alternate" hreflang="en" href="${origin}/en/"><link rel="alternate" hreflang="x-default" href="${origin}/kk/">`;

function page(language: string): string {
  return `<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><title>News, ${language}</title>
<link rel="canonical" href="${origin}/${language}/">${alternates}
<link rel="stylesheet" href="/_astro/a.css">
<script type="application/ld+json">{"@type":"WebSite"}</script>
</head><body><h1>News</h1><h2 id="latest">Latest</h2>
<p><a href="#latest">Down</a> <a href="/${language === 'kk' ? 'en' : 'kk'}/#latest">Other</a> <a href="https://example.org/">Elsewhere</a></p>
<p><img src="/media/a-320.webp" srcset="/media/a-320.webp 320w, /media/a-640.webp 640w" alt="A hall"></p></body></html>`;
}

/** A small site in two languages with nothing wrong in it. */
const good: Record<string, string> = {
  'kk/index.html': page('kk'),
  'en/index.html': page('en'),
  '404.html':
    '<!DOCTYPE html>\n<html lang="kk"><head><meta charset="utf-8"><title>Gone</title><meta name="robots" content="noindex"></head><body><h1>Nothing here</h1></body></html>',
  '_astro/a.css': '',
  'media/a-320.webp': '',
  'media/a-640.webp': '',
  'sitemap-index.xml': `<sitemapindex><sitemap><loc>${origin}/sitemap-0.xml</loc></sitemap></sitemapindex>`,
  'sitemap-0.xml': `<urlset><url><loc>${origin}/kk/</loc><lastmod>2024-03-20T06:00:00.000Z</lastmod></url><url><loc>${origin}/en/</loc></url></urlset>`,
  'en/news/rss.xml': `<rss><channel><link>${origin}/en/news/</link><item><link>${origin}/en/</link><guid>a</guid><pubDate>Wed, 20 Mar 2024 06:00:00 GMT</pubDate></item></channel></rss>`,
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'newsroom-site-check-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function faultsOf(files: Record<string, string | undefined>): Promise<string[]> {
  for (const [file, text] of Object.entries(files)) {
    if (text === undefined) continue;
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  const { results } = await checkDrawnSite(folder);
  return results.flatMap(({ faults }) => faults.map(({ file, message }) => `${file} ${message}`));
}

it('a site with nothing wrong in it has no faults', async () => {
  expect(await faultsOf(good)).toEqual([]);
});

describe('a fault is found and told with its file:', () => {
  const change = (file: string, from: string | RegExp, to: string) => ({ [file]: (good[file] ?? '').replace(from, to) });

  it.each<[string, Record<string, string | undefined>, string]>([
    [
      'a dead link',
      change('kk/index.html', 'href="/en/#latest"', 'href="/en/old/"'),
      'kk/index.html <a> names /en/old/, where nothing is',
    ],
    ['a link without its slash', change('kk/index.html', '/en/#latest', '/en'), 'without the slash'],
    ['a fragment that nothing bears', change('kk/index.html', '/en/#latest', '/en/#last'), 'has the identifier last'],
    ['a picture that was not made', { 'media/a-640.webp': undefined }, '<img> names /media/a-640.webp, where nothing is'],
    ['an upload of the CMS', change('en/index.html', 'src="/media/a-320.webp"', 'src="/uploads/a.png"'), 'an address of the CMS'],
    [
      'a machine of one',
      change('en/index.html', 'https://example.org/', 'http://localhost:1337/admin'),
      'only one machine knows',
    ],
    ['a file that was not put in', change('en/index.html', 'https://example.org/', 'media:9f86'), 'was not put in'],
    [
      'a canonical link too few',
      change('en/index.html', /<link rel="canonical"[^>]*>/, ''),
      'en/index.html has no canonical link',
    ],
    [
      'a canonical link too many',
      change('en/index.html', '<h1>', '<link rel="canonical" href="/en/"><h1>'),
      'has 2 canonical links',
    ],
    [
      'a canonical link to nowhere',
      change('en/index.html', `canonical" href="${origin}/en/`, `canonical" href="${origin}/ru/`),
      'where no page is',
    ],
    [
      'an alternate that is not returned',
      change('en/index.html', /<link rel="alternate" hreflang="kk"[^>]*>|<link rel="alternate" hreflang="x-default"[^>]*>/g, ''),
      'but that page does not name this one',
    ],
    [
      'an alternate in another language',
      change('en/index.html', 'lang="en"><head', 'lang="ru"><head'),
      'but that page is in "ru"',
    ],
    ['no default language', change('en/index.html', /<link rel="alternate" hreflang="x-default"[^>]*>/, ''), 'x-default'],
    [
      'a page that the sitemap leaves out',
      change('sitemap-0.xml', `<url><loc>${origin}/en/</loc></url>`, ''),
      'en/index.html is not in the sitemap',
    ],
    [
      'a page that the sitemap invents',
      change('sitemap-0.xml', '</urlset>', `<url><loc>${origin}/x/</loc></url></urlset>`),
      'which is no page for search engines',
    ],
    ['no sitemap', { 'sitemap-index.xml': undefined }, 'sitemap-index.xml is missing'],
    [
      'a feed with a date of its own kind',
      change('en/news/rss.xml', 'Wed, 20 Mar 2024 06:00:00 GMT', '2024-03-20'),
      'which is no date of RSS',
    ],
    [
      'a feed that leads nowhere',
      change('en/news/rss.xml', `<item><link>${origin}/en/`, `<item><link>${origin}/en/old/`),
      'en/news/rss.xml leads to',
    ],
    ['data that is no JSON', change('en/index.html', '{"@type":"WebSite"}', '{"@type"'), 'JSON-LD that cannot be read'],
    [
      'two main headings',
      change('en/index.html', '<h2 id="latest">Latest</h2>', '<h1 id="latest">Latest</h1>'),
      'has 2 headings of the first level',
    ],
    ['a level left out', change('en/index.html', /h2/g, 'h3'), 'a heading of level 3 below one of level 1'],
    ['no language', change('404.html', ' lang="kk"', ''), '404.html does not say its language'],
    ['an inline script', change('en/index.html', '<h1>', '<script>alert(1)</script><h1>'), 'has <script> in it'],
    ['an inline style', change('en/index.html', '<h1>', '<h1 style="color:red">'), 'has <h1 style="color:red"> in it'],
    ['a handler in an attribute', change('en/index.html', '<h1>', '<h1 onclick="x()">'), 'has <h1 onclick="x()"> in it'],
    ['invalid HTML', change('en/index.html', '<h1>News</h1>', '<h1>News</h1><p><div>x</div></p>'), 'en/index.html line'],
  ])('%s', async (_, changed, message) => {
    expect((await faultsOf({ ...good, ...changed })).filter((fault) => fault.includes(message))).not.toEqual([]);
  });

  it('a feed that is not well-formed', async () => {
    expect(await faultsOf({ ...good, 'en/news/rss.xml': '<rss><channel></rss>' })).toEqual([
      expect.stringContaining('en/news/rss.xml is not well-formed'),
    ]);
  });
});

it('a page that only points to the true one, and one that sends readers on, are no pages for search engines', async () => {
  const copy = (good['kk/index.html'] ?? '').replace('lang="kk"', 'lang="ru"').replace(alternates, '');
  const moved = `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Moved</title><link rel="canonical" href="${origin}/en/"><meta http-equiv="refresh" content="0; url=/en/"></head><body><p><a href="/en/">Moved</a></p></body></html>`;
  const faults = await faultsOf({ ...good, 'ru/index.html': copy, 'en/old/index.html': moved });
  expect(faults).toEqual([]);
});
