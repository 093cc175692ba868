import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allSituations, situationFiles } from './all-situations.ts';
import { chromiumFlags, findChromium } from './chromium.ts';
import { drawSite } from './draw-site.ts';
import { filesOf } from './drawn-page.ts';
import { testSiteUrl } from './run-command.ts';

const executablePath = findChromium();
// In CI a missing browser is a fault of the machine, not a reason to say that all is well.
const skipped = executablePath === undefined && process.env.CI !== 'true';
if (skipped) console.warn('No Chromium was found (CHROMIUM_PATH, /usr/bin/chromium): the accessibility tests are SKIPPED.');

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** Serves the drawn files at the site's own address, without a network. */
async function openSite(browser: Browser, drawn: string, options: BrowserContextOptions): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 768, height: 1024 }, ...options });
  await page.route('**/*', (route) => {
    const path = new URL(route.request().url()).pathname;
    const file = join(drawn, path.endsWith('/') ? `${path}index.html` : path);
    if (!existsSync(file) || !statSync(file).isFile()) return route.fulfill({ status: 404 });
    return route.fulfill({ body: readFileSync(file), contentType: types[extname(file)] ?? 'text/plain' });
  });
  return page;
}

/** What axe finds on a page, with all that can be opened open, one line for each element. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })");
  await page.evaluate(axe);
  const results = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** One page of each template in each language, and each situation of a release; but what sends browsers on is gone at once. */
function templatesOf(drawn: string): string[] {
  const moreOfTheSame =
    /^redirects|\/country-|situation-(?:1|5|8|9|1\d)\/|\/news\/2022\/.+\/|\/(?:delegations|organisations|events)\/.+\/20\d\d\//;
  return filesOf(drawn)
    .filter((file) => file.endsWith('.html') && !moreOfTheSame.test(file))
    .filter((file) => !readFileSync(join(drawn, file), 'utf8').includes('http-equiv="refresh"'))
    .map((file) => `/${file.replace(/index\.html$/, '')}`);
}

describe.skipIf(skipped)('every template in every language', () => {
  let browser: Browser;
  let drawn: string;
  let paths: string[];

  beforeAll(async () => {
    if (executablePath === undefined) throw new Error('There is no Chromium: install it, or set CHROMIUM_PATH.');
    browser = await chromium.launch({ executablePath, args: chromiumFlags });
    drawn = await drawSite(allSituations(), situationFiles);
    paths = templatesOf(drawn);
  }, 120_000);
  afterAll(() => browser?.close());

  test.each([
    ['in light', { colorScheme: 'light' }],
    ['in dark', { colorScheme: 'dark' }],
    ['on a phone', { viewport: { width: 360, height: 740 } }],
  ] as const)('has nothing %s that axe objects to', { timeout: 600_000 }, async (_, options) => {
    const page = await openSite(browser, drawn, options);
    const found: Record<string, string[]> = {};
    for (const path of paths) {
      await page.goto(`${testSiteUrl}${path}`);
      const here = await violations(page);
      if (here.length > 0) found[path] = here;
    }
    await page.close();
    expect(found).toEqual({});
  });

  test('fits a narrow phone: nothing is wider than the screen', { timeout: 300_000 }, async () => {
    const page = await openSite(browser, drawn, { viewport: { width: 320, height: 640 } });
    for (const path of paths) {
      await page.goto(`${testSiteUrl}${path}`);
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(320);
    }
    await page.close();
  });

  test('has a header of two lines and a name on a phone, and a menu that opens without a script', async () => {
    const page = await openSite(browser, drawn, { viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
    for (const language of ['kk', 'ru', 'en']) {
      await page.goto(`${testSiteUrl}/${language}/`);
      const header = await page.locator('.site-header').boundingBox();
      expect(header?.height, language).toBeLessThan(130);
      const news = page.locator(`.site-menu a[href="/${language}/news/"]`);
      expect(await news.isVisible()).toBe(false);
      await page.locator('.site-menu summary').press('Enter');
      expect(await news.isVisible()).toBe(true);
    }
    await page.close();
  });

  test('leads by the keyboard first to the content, and shows where it is', async () => {
    const page = await openSite(browser, drawn, {});
    await page.goto(`${testSiteUrl}/kk/`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe('#content');
    expect(await page.evaluate('document.activeElement.getBoundingClientRect().top')).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    await page.close();
  });

  test('prints a release with its text, date and address, and without navigation', async () => {
    const page = await openSite(browser, drawn, {});
    await page.goto(`${testSiteUrl}/en/news/2024/04/situation-2/`);
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['.site-nav', '.language-switch', '.breadcrumbs', '.site-footer nav']) {
      expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
    }
    for (const shown of ['article h1', 'article time', 'article .prose', '.printed-address']) {
      expect(await page.locator(shown).first().isVisible(), shown).toBe(true);
    }
    expect(await page.locator('.printed-address').textContent()).toContain(`${testSiteUrl}/en/news/2024/04/situation-2/`);
    await page.close();
  });

  test('is read in its own font', async () => {
    const page = await openSite(browser, drawn, {});
    await page.goto(`${testSiteUrl}/kk/`);
    const loaded = await page.evaluate<string[]>(
      'document.fonts.ready.then((all) => [...all].filter(({ status }) => status === "loaded").map(({ family }) => family))',
    );
    expect(new Set(loaded.map((family) => family.replaceAll('"', '')))).toEqual(new Set(['Golos Text Variable']));
    await page.close();
  });
});
