import { type Browser, chromium, type Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumFlags, findChromium } from '../check/chromium.ts';
import { type Editor, type Login, logIn, prepare } from './editor.ts';
import { loginIn, makeNewsroom, type OwnNewsroom } from './own-newsroom.ts';

const executablePath = findChromium();
const collection = '/content-manager/collection-types/plugin::newsroom.press-release';

/** How long an edition may take on a busy machine, in milliseconds. */
const patience = { timeout: 90_000, interval: 200 };

// One newsroom lives through all of it in this order, since setting one up takes longer than any of the situations.
// In CI a missing browser is a fault of the machine, not a reason to say that all is well.
describe.skipIf(executablePath === undefined && process.env.CI !== 'true')('from Publish to live, as an editor sees it', () => {
  let newsroom: OwnNewsroom;
  let browser: Browser;
  let login: Login;
  let editor: Editor;
  let post: Awaited<ReturnType<typeof prepare>>;
  /** Published in Russian, and nothing else. */
  let release: string;

  beforeAll(async () => {
    if (executablePath === undefined)
      throw new Error('There is no Chromium for the browser tests: install it, or set CHROMIUM_PATH.');
    newsroom = await makeNewsroom();
    login = loginIn(await newsroom.start('--no-demo'));
    post = await prepare(newsroom.cms, login);
    browser = await chromium.launch({ executablePath, args: chromiumFlags });
    editor = await logIn(browser, newsroom.cms, login, 'en');
    release = await publish('ru', { title: 'Итоги', slug: 'itogi', body: 'Первый абзац.' });
  });
  afterAll(async () => {
    await browser?.close();
    await newsroom?.remove();
  });

  async function publish(language: string, data: object, document = ''): Promise<string> {
    const place = document === '' ? collection : `${collection}/${document}`;
    const answer = await post(`${place}/actions/publish?locale=${language}`, data);
    return 'data' in answer ? (answer.data.documentId ?? '') : '';
  }

  const panel = (of = editor, name = 'On the site') =>
    of.page.locator('aside', { has: of.page.getByRole('heading', { name, exact: true }) });
  const sentence = (within: Locator) => within.getByRole('status').first().textContent();
  const says = (words: string, within = panel()) => expect.poll(() => sentence(within), patience).toBe(words);
  const visitEditions = (of = editor) => of.page.goto(`${newsroom.cms}/admin/plugins/newsroom/editions`);

  describe('the panel beside a document', () => {
    let address: string;

    it('says when each language is live, and leads to its page', async () => {
      await editor.open('press-release', release, 'ru');
      await says('Live in Russian; Kazakh and English are not translated.');
      const link = panel().getByRole('link', { name: 'Open the page in Russian (in a new tab)' });
      address = (await link.getAttribute('href')) ?? '';
      expect(await (await fetch(address)).text()).toContain('Итоги');
      expect(
        await panel()
          .getByText(/^Readers have had it since \d\d:\d\d/)
          .count(),
      ).toBe(1);
    });

    it('leads to the form of a language that is not translated', async () => {
      await panel().getByRole('link', { name: 'Kazakh' }).click();
      await editor.page.waitForURL(/locale\]=kk/);
      expect(await panel().getByRole('link', { name: 'Kazakh' }).count()).toBe(0);
      await says('Live in Russian; Kazakh and English are not translated.');
    });

    it('follows a publication until readers have it, without being asked', async () => {
      await editor.page.fill('input[name=title]', 'Қорытынды');
      await editor.publish();
      // On a busy machine the edition can be there before the panel has asked again.
      await expect.poll(() => sentence(panel()), patience).toMatch(/(?:on its way to readers in|^Live in) Kazakh/);
      await says('Live in Kazakh and Russian; English is not translated.');
    });

    it('tells of changes that were saved and not published', async () => {
      await editor.page.fill('textarea[name=summary]', 'Қысқаша.');
      await editor.save();
      await says('Live in Kazakh and Russian; English is not translated; unpublished changes in Kazakh.');
    });

    it('names the fault that keeps a version back, while readers keep the one before', async () => {
      await publish('ru', { title: 'Итоги', body: 'Первый абзац.\n\nСм. [программу](/ru/pages/programma/).' }, release);
      await editor.open('press-release', release, 'ru');
      await expect.poll(() => sentence(panel()), patience).toContain('held back in Russian because of a fault');
      const told = (await panel().textContent()) ?? '';
      expect(told).toContain(
        'The link “программу” in paragraph 2 of the Russian text leads nowhere: /ru/pages/programma/. Mend the link and publish again.',
      );
      expect(told).toContain('Meanwhile readers see the version that is live since');
      expect(await (await fetch(address)).text()).not.toContain('программу');
    });

    it('is well again when the fault is mended', async () => {
      await publish('ru', { title: 'Итоги', body: 'Первый абзац. Без ссылки.' }, release);
      await expect.poll(() => sentence(panel()), patience).toContain('Live in Kazakh and Russian');
      expect(await (await fetch(address)).text()).toContain('Без ссылки');
    });

    it('says when what was unpublished has left the site', async () => {
      await post(`${collection}/${release}/actions/unpublish?locale=ru`, {});
      await expect.poll(() => sentence(panel()), patience).toContain('off the site in Russian');
      // Without a version of its own, readers of Russian get the Kazakh one under their address.
      expect(await (await fetch(address)).text()).not.toContain('Без ссылки');
    });

    it('says that the CMS does not answer, keeps what it knew, and goes on by itself', async () => {
      const known = await sentence(panel());
      await editor.page.route('**/newsroom/standing/**', (route) => route.abort());
      await panel()
        .getByText(/^The CMS does not answer; last known at \d\d:\d\d/)
        .waitFor();
      expect(await sentence(panel())).toBe(known);
      await editor.page.unrouteAll({ behavior: 'wait' });
      await panel().getByText('The CMS does not answer').waitFor({ state: 'detached' });
    });

    it('asks nothing while its tab is hidden, and at once when it is seen again', async () => {
      let asked = 0;
      await editor.page.route('**/newsroom/standing/**', (route) => {
        asked += 1;
        return route.continue();
      });
      const hide = (hidden: boolean) =>
        editor.page.evaluate(`
          Object.defineProperty(document, 'hidden', { configurable: true, get: () => ${hidden} });
          document.dispatchEvent(new Event('visibilitychange'));
        `);
      await hide(true);
      await editor.page.waitForTimeout(1000); // an answer may have been on its way
      asked = 0;
      await editor.page.waitForTimeout(12_000);
      expect(asked).toBe(0);
      await hide(false);
      await expect.poll(() => asked, { timeout: 2000 }).toBeGreaterThan(0);
      await editor.page.unrouteAll({ behavior: 'wait' });
    });

    it('says of a new document that nothing of it is on the site', async () => {
      await editor.begin('press-release', 'ru');
      await says('Nothing of this is on the site: it was never saved.');
    });
  });

  describe('the page "Editions"', () => {
    it('is reached from the menu, and shows what readers get and what each edition brought', async () => {
      await editor.page.goto(`${newsroom.cms}/admin`);
      await editor.page.getByRole('link', { name: 'Editions' }).first().click();
      await editor.page.getByRole('heading', { level: 1, name: 'Editions of the site' }).waitFor(); // home has such a sentence, too
      await expect
        .poll(() => sentence(editor.page.getByRole('main')), patience)
        .toMatch(/^Readers get edition \d+, live since \d\d:\d\d\. Everything that is published is in it\.$/);
      const headings = await editor.page.getByRole('heading', { level: 2 }).allTextContents();
      expect(headings).toEqual(['What readers get', 'What is on its way', 'History', 'How editions come about']);
      const row = editor.page.getByRole('row').filter({ hasText: 'Қорытынды (Kazakh)' }).first();
      expect(await row.getByRole('rowheader').textContent()).toMatch(/^\d+$/);
      expect(await row.getByRole('link', { name: 'Қорытынды (Kazakh)' }).getAttribute('href')).toContain(release);
    });

    it('asks back before a rollback, by keyboard as well, and Escape leaves all as it was', async () => {
      const button = editor.page.getByRole('button', { name: /^Roll back to edition \d+$/ }).last();
      await button.focus();
      await editor.page.keyboard.press('Enter');
      const question = editor.page.getByRole('alertdialog', { name: 'Roll the site back?' });
      expect(await question.textContent()).toContain('The site stays there, whatever is published, until somebody releases it.');
      await editor.page.keyboard.press('Escape');
      await question.waitFor({ state: 'detached' });
      expect(await editor.page.getByText('The site is paused').count()).toBe(0);
    });

    it('says in the question that the CMS does not answer', async () => {
      await editor.page.route('**/newsroom/orders', (route) => route.abort());
      await editor.page
        .getByRole('button', { name: /^Roll back to edition \d+$/ })
        .last()
        .click();
      const question = editor.page.getByRole('alertdialog');
      await question.getByRole('button', { name: /^Roll back/ }).click();
      await question.getByText('The order was not given. The CMS does not answer.').waitFor();
      await editor.page.unrouteAll({ behavior: 'wait' });
      await question.getByRole('button', { name: 'Cancel' }).click();
    });

    it('brings an earlier edition back, and says that the site is paused and by whom', async () => {
      await editor.page
        .getByRole('button', { name: /^Roll back to edition \d+$/ })
        .last()
        .click();
      await editor.page
        .getByRole('alertdialog')
        .getByRole('button', { name: /^Roll back/ })
        .click();
      const banner = editor.page.getByRole('region', { name: 'The site is paused' });
      await banner.waitFor({ timeout: patience.timeout });
      expect(await banner.textContent()).toContain('First Administrator brought an earlier edition back at');
      expect(await editor.page.getByRole('button', { name: 'Publish now' }).count()).toBe(0);
    });

    it('keeps what is published meanwhile waiting, and says so beside the document', async () => {
      const other = await publish('en', { title: 'Answers', slug: 'answers' });
      await editor.open('press-release', other, 'en');
      await says('Waiting in English, since the site is paused; Kazakh and Russian are not translated.');
      await panel().getByRole('link', { name: 'Editions of the site' }).click();
      const waiting = editor.page.getByRole('region', { name: 'What is on its way' });
      await waiting.getByText(/^and \d+ more$/).click();
      await waiting.getByRole('link', { name: 'Answers (English)' }).waitFor();
      await expect
        .poll(() => sentence(editor.page.getByRole('main')), patience)
        .toMatch(/the site is paused\. \d+ changes? waits?\.$/);
    });

    it('releases the site, and everything that waited goes live', async () => {
      await editor.page.getByRole('button', { name: 'Release' }).click();
      await expect
        .poll(() => sentence(editor.page.getByRole('main')), patience)
        .toMatch(/live since .* Everything that is published is in it\.$/);
      const newest = editor.page.getByRole('row').nth(1);
      expect(await newest.textContent()).toContain('Answers (English)');
      expect(await newest.textContent()).toContain('Live now');
    });

    it('confirms a loss up to the state that was shown, after a question', async () => {
      const given: unknown[] = [];
      await editor.page.route('**/newsroom/orders', async (route) => {
        given.push(route.request().postDataJSON());
        await route.fulfill({ status: 201, json: { number: 1 } });
      });
      const wanted = await instead(editor, (view) => {
        const [run] = view.runs;
        const state = { kind: 'refused', why: 'loss', message: '40 of 50 pages would go.', gone: 40 };
        return { ...view, runs: [{ ...run, run: crypto.randomUUID(), state }], waiting: { ...view.waiting, count: 40 } };
      });
      await visitEditions();
      await editor.page.getByRole('button', { name: 'Publish although 40 pages go' }).click();
      const question = editor.page.getByRole('alertdialog');
      expect(await question.textContent()).toContain('40 pages that readers find today will be gone.');
      expect(given).toEqual([]);
      await question.getByRole('button', { name: 'Let them go' }).click();
      await question.waitFor({ state: 'detached' });
      expect(given).toEqual([{ kind: 'accept-loss', seq: wanted().wanted.seq }]);
      await editor.page.unrouteAll({ behavior: 'wait' });
    });

    it('offers nothing to those who may not give orders', async () => {
      await instead(editor, (view) => ({ ...view, mayOrder: false }));
      await visitEditions();
      await editor.page.getByRole('rowheader').first().waitFor();
      expect(await editor.page.getByRole('main').getByRole('button').count()).toBe(0);
      await editor.page.unrouteAll({ behavior: 'wait' });
    });

    it('needs no sideways scrolling at 1024 pixels', async () => {
      await editor.page.setViewportSize({ width: 1024, height: 800 });
      await visitEditions();
      await editor.page.getByRole('rowheader').first().waitFor();
      for (const box of ['document.documentElement', "document.querySelector('table').parentElement"])
        expect(await editor.page.evaluate(`${box}.scrollWidth - ${box}.clientWidth`), box).toBe(0);
    });
  });

  it('the home page says how the site stands, and leads to the editions', async () => {
    await editor.page.goto(`${newsroom.cms}/admin`);
    const widget = editor.page.getByRole('region', { name: 'The site' });
    await expect.poll(() => sentence(widget), patience).toMatch(/^Readers get edition \d+, live since/);
    await widget.getByRole('link', { name: 'Editions' }).click();
    await editor.page.getByRole('heading', { level: 1, name: 'Editions of the site' }).waitFor();
  });

  it('all of it is said in Russian to whose admin speaks Russian', async () => {
    const russian = await logIn(browser, newsroom.cms, login, 'ru');
    await russian.open('press-release', release, 'kk');
    await says(
      'Доступно читателям на казахском; снято с сайта на русском; на английский не переведено; есть неопубликованные правки на казахском.',
      panel(russian, 'На сайте'),
    );
    await visitEditions(russian);
    await expect
      .poll(() => sentence(russian.page.getByRole('main')), patience)
      .toMatch(/^Читатели видят выпуск \d+ с \d\d:\d\d\. В нём всё, что опубликовано\.$/);
    await russian.page.goto(`${newsroom.cms}/admin`);
    await expect
      .poll(() => sentence(russian.page.getByRole('region', { name: 'Сайт' })), patience)
      .toContain('Читатели видят выпуск');
    await instead(russian, (view) => {
      const [run] = view.runs;
      const [at, version] = [new Date().toISOString(), { type: 'press-release', id: release, language: 'ru', title: 'Итоги' }];
      const state = { kind: 'refused', why: 'cms', message: 'The CMS refuses connections. Start it, and try again.' };
      return {
        ...view,
        runs: [{ ...run, run: crypto.randomUUID(), state }, ...view.runs],
        orders: [{ kind: 'publish', number: 1, by: 'Айгерім Серік', at }],
        repair: { at, mended: [{ ...version, went: true }], mendedCount: 1, broken: [], brokenCount: 0 },
      };
    });
    await visitEditions(russian);
    const main = russian.page.getByRole('main');
    await main.getByText(/^Опубликовать сейчас – поручено в \d\d:\d\d \(Айгерім Серік\)\.$/).waitFor();
    const repair = main.getByRole('region', { name: 'Изменено в обход CMS' });
    expect(await repair.getByRole('link', { name: 'Итоги (Русский)' }).getAttribute('href')).toContain(release);
    const failed = main.getByRole('row').nth(1);
    await failed.getByText('Подробности для тех, кто отвечает за сайт').click();
    expect(await failed.locator('[lang=en]').allTextContents()).toEqual([
      'The CMS refuses connections. Start it, and try again.',
    ]);
    await russian.page.context().close();
  });

  interface View {
    runs: object[];
    waiting: object;
    wanted: { seq: number };
    [part: string]: unknown;
  }

  /** Shows a page of editions that is changed on its way to the browser; gives what the CMS answered last. */
  async function instead(of: Editor, change: (view: View) => View): Promise<() => View> {
    let answered: View | undefined;
    await of.page.route(`${newsroom.cms}/newsroom/editions`, async (route) => {
      const answer = await route.fetch();
      answered = (await answer.json()) as View;
      await route.fulfill({ response: answer, json: change(answered) });
    });
    return () => {
      if (answered === undefined) throw new Error('The page did not ask for the editions.');
      return answered;
    };
  }
});
