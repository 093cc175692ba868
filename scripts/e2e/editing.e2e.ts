import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumFlags, findChromium } from '../check/chromium.ts';
import { type Editor, type InterfaceLanguage, type Login, logIn, prepare } from './editor.ts';
import { loginIn, makeNewsroom, type OwnNewsroom } from './own-newsroom.ts';

const executablePath = findChromium();
const collection = '/content-manager/collection-types/plugin::newsroom.';

/** What an editor reads, by the language of the admin. */
const sentences = {
  en: {
    menu: ['Press releases', 'Delegations', 'Accreditations', 'Redirects', 'Site settings'],
    labels: ['Title', 'Slug', 'Summary', 'Text', 'Cover picture', 'Gallery', 'Corrections', 'Notice above the text'],
    hint: 'One or two sentences for lists, search engines and shared links.',
    kind: 'News',
    title: 'Title',
    titleMissing: 'The title is missing.',
    slug: 'Slug',
    slugTaken: 'The slug "itogi" is in use by "Итоги".',
    slugMoves: 'Readers know this page as “itogi”.',
    makeAnew: 'Make anew',
    countryCode: 'Country code',
    countryUnknown: '"ZZ" is no country.',
    website: 'Website',
    websiteMalformed: 'The website must be a whole address',
    alternativeText: 'Alternative text',
    alternativeTextMissing: 'The picture has no alternative text.',
    correction: 'What was wrong, and what is right',
    correctionTextMissing: 'The correction does not say what was set right.',
  },
  ru: {
    menu: ['Пресс-релизы', 'Делегации', 'Аккредитации', 'Перенаправления', 'Настройки сайта'],
    labels: ['Заголовок', 'Адрес латиницей', 'Краткое содержание', 'Текст', 'Главное изображение', 'Галерея', 'Исправления'],
    hint: 'Одно-два предложения для списков, поисковых систем и ссылок в соцсетях.',
    kind: 'Новость',
    title: 'Заголовок',
    titleMissing: 'Нет заголовка.',
    slug: 'Адрес латиницей',
    slugTaken: 'Адрес «itogi» занят: «Итоги».',
    slugMoves: 'Читатели знают эту страницу как «itogi».',
    makeAnew: 'Составить заново',
    countryCode: 'Код страны',
    countryUnknown: 'Страны «ZZ» нет.',
    website: 'Сайт',
    websiteMalformed: 'Сайт указывается полным адресом',
    alternativeText: 'Альтернативный текст',
    alternativeTextMissing: 'У изображения нет альтернативного текста.',
    correction: 'Что было неверно и как верно',
    correctionTextMissing: 'В исправлении не сказано, что исправлено.',
  },
};

/** A grey picture of one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

// In CI a missing browser is a fault of the machine, not a reason to say that all is well.
describe.skipIf(executablePath === undefined && process.env.CI !== 'true')('an editor at work', () => {
  let newsroom: OwnNewsroom;
  let browser: Browser;
  let login: Login;
  /** Published in Russian as "itogi". */
  let results: string;
  /** A draft with a picture without alternative text, a correction without text, and no title. */
  let unfinished: string;

  beforeAll(async () => {
    if (executablePath === undefined)
      throw new Error('There is no Chromium for the browser tests: install it, or set CHROMIUM_PATH.');
    newsroom = await makeNewsroom();
    login = loginIn(await newsroom.start('--no-demo'));
    const post = await prepare(newsroom.cms, login);
    const idOf = (answer: Awaited<ReturnType<typeof post>>) => ('data' in answer ? (answer.data.documentId ?? '') : '');
    results = idOf(await post(`${collection}press-release/actions/publish?locale=ru`, { title: 'Итоги', slug: 'itogi' }));
    const form = new FormData();
    form.append('files', new Blob([pixel], { type: 'image/png' }), 'hall.png');
    const uploaded = await post('/upload', form);
    const cover = { file: 'data' in uploaded ? null : uploaded[0]?.id };
    const corrections = [{ at: '2022-06-06T09:00:00.000Z', kind: 'minor' }];
    unfinished = idOf(await post(`${collection}press-release?locale=ru`, { slug: 'bez-zagolovka', cover, corrections }));
    browser = await chromium.launch({ executablePath, args: chromiumFlags });
  });
  afterAll(async () => {
    await browser?.close();
    await newsroom?.remove();
  });

  describe.each<InterfaceLanguage>(['en', 'ru'])('whose admin speaks %s', (language) => {
    const words = sentences[language];
    let editor: Editor;

    beforeAll(async () => {
      editor = await logIn(browser, newsroom.cms, login, language);
    });
    afterAll(() => editor?.page.context().close());

    it('reads labels, hints and values in that language', async () => {
      await editor.begin('press-release', 'ru');
      for (const name of words.menu) await editor.page.getByRole('link', { name, exact: true }).waitFor();
      for (const label of words.labels) await editor.page.locator('label', { hasText: label }).first().waitFor();
      await editor.page.getByText(words.hint).waitFor();
      await editor.page.getByRole('combobox').filter({ hasText: words.kind }).waitFor();
    });

    it('is told at the slug that it is in use, and gets a free one by the button', async () => {
      await editor.page.fill('input[name=title]', 'Итоги');
      await editor.page.fill('input[name=slug]', 'itogi');
      await editor.publish();
      expect(await editor.told()).toContain(words.slugTaken);
      expect(await editor.errorAt(words.slug)).toContain(words.slugTaken);
      await editor.page.getByRole('button', { name: words.makeAnew }).click();
      await expect.poll(() => editor.page.inputValue('input[name=slug]')).toBe('itogi-2');
    });

    it('is told at each field what a delegation lacks', async () => {
      await editor.leave();
      await editor.begin('delegation', 'ru');
      await editor.page.fill('input[name=electionBody]', 'Центральная комиссия');
      await editor.page.fill('input[name=countryCode]', 'ZZ');
      await editor.page.fill('input[name=website]', 'example');
      await editor.save();
      expect(await editor.errorAt(words.countryCode)).toContain(words.countryUnknown);
      expect(await editor.errorAt(words.website)).toContain(words.websiteMalformed);
      const told = await editor.told();
      expect(told).toContain(words.countryUnknown);
      expect(told).toContain(words.websiteMalformed);
    });

    it('is told at each place what keeps a release from publication', async () => {
      await editor.leave();
      await editor.open('press-release', unfinished, 'ru');
      await editor.publish();
      expect(await editor.errorAt(words.title)).toContain(words.titleMissing);
      expect(await editor.errorAt(words.alternativeText)).toContain(words.alternativeTextMissing);
      expect(await editor.errorAt(words.correction)).toContain(words.correctionTextMissing);
      const told = await editor.told();
      for (const sentence of [words.titleMissing, words.alternativeTextMissing, words.correctionTextMissing])
        expect(told).toContain(sentence);
    });

    it('is warned where a new slug moves a page that readers know', async () => {
      await editor.open('press-release', results, 'ru');
      await editor.page.locator('input[name=slug]').waitFor();
      expect(await editor.page.getByText(words.slugMoves).count()).toBe(0);
      await editor.page.fill('input[name=slug]', 'itogi-referenduma');
      await editor.page.getByText(words.slugMoves).waitFor();
      await editor.leave();
    });
  });
});
