import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { chromiumFlags, findChromium } from './chromium.ts';
import { filesOf } from './drawn-page.ts';
import { testSiteUrl } from './run-command.ts';

const { drawn } = inject('goldenSite');
const executablePath = findChromium();
// In CI a missing browser is a fault of the machine, not a reason to say that all is well.
const skipped = executablePath === undefined && process.env.CI !== 'true';
if (skipped) console.warn('No Chromium was found (CHROMIUM_PATH, /usr/bin/chromium): the accessibility tests are SKIPPED.');

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const paths = filesOf(drawn)
  .filter((file) => file.endsWith('.html'))
  .map((file) => `/${file.replace(/index\.html$/, '')}`);

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Serves the drawn files at the site's own address, without a network. */
async function openSite(browser: Browser, colorScheme: 'light' | 'dark'): Promise<Page> {
  const page = await browser.newPage({ colorScheme, viewport: { width: 768, height: 1024 } });
  await page.route('**/*', (route) => {
    const path = new URL(route.request().url()).pathname;
    const file = join(drawn, path.endsWith('/') ? `${path}index.html` : path);
    if (!existsSync(file) || !statSync(file).isFile()) return route.fulfill({ status: 404 });
    return route.fulfill({ body: readFileSync(file), contentType: types[extname(file)] ?? 'text/plain' });
  });
  return page;
}

/** What axe finds on a page, one line for each element. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate<AxeResults>('axe.run(document)');
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

describe.skipIf(skipped)('every template in every language', () => {
  let browser: Browser;
  beforeAll(async () => {
    if (executablePath === undefined) throw new Error('There is no Chromium: install it, or set CHROMIUM_PATH.');
    browser = await chromium.launch({ executablePath, args: chromiumFlags });
  });
  afterAll(() => browser?.close());

  test.each(['light', 'dark'] as const)('has nothing in %s that axe objects to', { timeout: 300_000 }, async (scheme) => {
    const page = await openSite(browser, scheme);
    const found: Record<string, string[]> = {};
    for (const path of paths) {
      await page.goto(`${testSiteUrl}${path}`);
      const here = await violations(page);
      if (here.length > 0) found[path] = here;
    }
    await page.close();
    expect(found).toEqual({});
  });

  test('fits a narrow phone: nothing is wider than the screen', { timeout: 120_000 }, async () => {
    const page = await openSite(browser, 'light');
    await page.setViewportSize({ width: 320, height: 640 });
    for (const path of paths) {
      await page.goto(`${testSiteUrl}${path}`);
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(320);
    }
    await page.close();
  });

  test('is read in its own font', async () => {
    const page = await openSite(browser, 'light');
    await page.goto(`${testSiteUrl}/kk/`);
    const loaded = await page.evaluate<string[]>(
      'document.fonts.ready.then((all) => [...all].filter(({ status }) => status === "loaded").map(({ family }) => family))',
    );
    expect(new Set(loaded.map((family) => family.replaceAll('"', '')))).toEqual(new Set(['Golos Text Variable']));
    await page.close();
  });
});
