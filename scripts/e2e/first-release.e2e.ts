import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumFlags, findChromium } from '../check/chromium.ts';
import { logIn } from './editor.ts';
import { writeMarkdown } from './markdown-editor.ts';
import { loginIn, makeNewsroom, type OwnNewsroom } from './own-newsroom.ts';
import { showOnFailure } from './show-on-failure.ts';

const executablePath = findChromium();

// In CI a missing browser is a fault of the machine, not a reason to say that all is well.
describe.skipIf(executablePath === undefined && process.env.CI !== 'true')('a newsroom on its first evening', () => {
  let newsroom: OwnNewsroom;
  let browser: Browser;
  let page: Page;
  let told: string;

  beforeAll(async () => {
    if (executablePath === undefined)
      throw new Error('There is no Chromium for the browser tests: install it, or set CHROMIUM_PATH.');
    newsroom = await makeNewsroom();
    told = await newsroom.start('--no-demo');
    browser = await chromium.launch({ executablePath, args: chromiumFlags });
    page = await browser.newPage({ locale: 'en-GB' });
  });
  afterAll(async () => {
    await browser?.close();
    await newsroom?.remove();
  });

  it('has an empty site in three languages', async () => {
    for (const language of ['kk', 'ru', 'en']) {
      await page.goto(`${newsroom.site}/${language}/`);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
    }
  });

  it('lets the administrator log in with the password that was shown, and publish a release', async () => {
    const editor = await logIn(browser, newsroom.cms, loginIn(told), 'en');
    showOnFailure(editor.page);
    await editor.begin('press-release', 'ru');
    await editor.page.fill('input[name=title]', 'Первое сообщение <b>вечера</b>');
    await editor.page.fill('textarea[name=summary]', 'Кратко о главном.');
    await writeMarkdown(editor.page, '## Подробности\n\nТекст сообщения. <script>document.title="взлом"</script>');
    await editor.publish();
    await editor.page.getByText('Published document').waitFor();
  });

  it('shows the release by itself, where a reader finds it', async () => {
    const home = async () => await (await fetch(`${newsroom.site}/ru/`)).text();
    await expect.poll(home, { timeout: 60_000, interval: 250 }).toContain('Первое сообщение');
    await page.goto(`${newsroom.site}/ru/`);
    await page.getByRole('link', { name: 'Первое сообщение' }).first().click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Первое сообщение <b>вечера</b>');
    expect(await page.getByRole('heading', { level: 2, name: 'Подробности' }).count()).toBe(1);
    expect(await page.title()).not.toBe('взлом');
    expect(new URL(page.url()).pathname).toMatch(/^\/ru\/news\/\d{4}\/\d{2}\/pervoe-soobshchenie-b-vechera-b\/$/);
    // It is written in Russian alone: readers of English get it as what it is, and search engines know it once.
    const address = page.url();
    await page.goto(`${newsroom.site}/en/news/`);
    await page.locator('main').getByRole('link', { name: 'Первое сообщение' }).first().click();
    expect(new URL(page.url()).pathname).toMatch(/^\/en\/news\//);
    expect(await page.locator('[lang=ru]', { hasText: 'Текст сообщения.' }).count()).toBeGreaterThan(0);
    expect(new URL((await page.locator('link[rel=canonical]').getAttribute('href')) ?? '').pathname).toBe(
      new URL(address).pathname,
    );
  });

  it('ends cleanly, and starts again with the same site and without a new password', async () => {
    expect(await newsroom.stop()).toBe(0);
    await expect(fetch(newsroom.site)).rejects.toThrow();
    await expect(fetch(newsroom.cms)).rejects.toThrow();
    expect(await newsroom.start()).not.toContain('Log in');
    expect(await (await fetch(`${newsroom.site}/ru/`)).text()).toContain('Первое сообщение');
  });
});
