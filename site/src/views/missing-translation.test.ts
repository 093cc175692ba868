import type { FeedEntry } from '@newsroom/shared/feed';
import { describe, expect, test } from 'vitest';
import { type FeedLine, goldenEntries, snapshotOf, withHeader } from '../../test/feed-file.ts';
import { someRelease } from '../../test/some-release.ts';
import { delegationsPage } from './delegations-page.ts';
import { dossierPage } from './dossier-page.ts';
import { monthPage } from './month-page.ts';
import { newsFeed } from './news-feed.ts';
import { newsPage } from './news-page.ts';
import { listPages } from './pages.ts';
import { releasePage } from './release-page.ts';

const params = {
  locale: 'kk',
  year: '2022',
  month: '06',
  slug: 'shet-memleketterdin-sailau-organdarymen-zhane-khalyqaralyq-baiqaushylarmen',
};
const russianAlone = {
  year: '2022',
  month: '07',
  slug: 'kak-podat-zayavlenie-ob-akkreditatsii-nablyudatelya',
};

const golden = () => goldenEntries((entry) => entry);
const site = new URL('https://newsroom.example');

/** The golden feed where the office leaves out what is not translated. */
function leavingOut(): FeedLine[] {
  return goldenEntries((entry) =>
    entry.type === 'site-settings' ? { ...entry, data: { ...entry.data, missingTranslations: 'leave-out' } } : entry,
  );
}

/** The golden feed with more entries. */
function goldenWith(...more: FeedEntry[]): FeedLine[] {
  return withHeader([...(golden().slice(1, -1) as unknown as FeedEntry[]), ...more]);
}

describe('a release that exists only in Russian, where the office shows originals', () => {
  test('has a page in every language, at its own slug, which says what language the text is in', async () => {
    const snapshot = await snapshotOf(golden());
    const page = releasePage(snapshot, { locale: 'kk', ...russianAlone });
    expect(page?.title).toEqual({ text: 'Как подать заявление об аккредитации наблюдателя', lang: 'ru' });
    expect(page?.content?.body.lang).toBe('ru');
    expect(page?.notTranslated).toBe('Бұл мәтін қазақ тілінде жоқ. Мәтіннің тілі: орыс тілі.');
    expect(releasePage(snapshot, { locale: 'en', ...russianAlone })?.notTranslated).toContain('you are reading it in Russian');
    expect(releasePage(snapshot, { locale: 'ru', ...russianAlone })?.notTranslated).toBeUndefined();
  });

  test('leads search engines to the original alone, and readers to all of its pages', async () => {
    const snapshot = await snapshotOf(golden());
    const frame = releasePage(snapshot, { locale: 'kk', ...russianAlone })?.frame;
    const path = (language: string) => `/${language}/news/2022/07/${russianAlone.slug}/`;
    expect(frame?.canonical).toBe(path('ru'));
    expect(frame?.alternates).toMatchObject({ paths: {}, default: undefined });
    expect(frame?.switch.map(({ href }) => href)).toEqual([path('kk'), path('ru'), path('en')]);
    expect(listPages(snapshot).find((page) => page.path === path('kk'))?.indexed).toBe(false);
    expect(listPages(snapshot).find((page) => page.path === path('ru'))?.indexed).toBe(true);
  });

  test('stands in the lists of every language with its title marked, and in the feed of its own alone', async () => {
    const snapshot = await snapshotOf(golden());
    expect(newsPage(snapshot, { locale: 'kk' })?.latest.map(({ title }) => title.lang)).toEqual([undefined, 'ru', undefined]);
    expect(monthPage(snapshot, { locale: 'kk', year: '2022', month: '07' })?.releases).toHaveLength(1);
    expect(newsFeed(snapshot, { locale: 'kk' }, site)?.items).toHaveLength(2);
    expect(newsFeed(snapshot, { locale: 'ru' }, site)?.items).toHaveLength(2);
  });

  test('gives way to a translated release that has its address', async () => {
    const { month, year, slug } = russianAlone;
    const rival = someRelease({ id: 'rival', language: 'kk' }, { title: 'Қарсылас', slug, addressMonth: `${year}-${month}` });
    const snapshot = await snapshotOf(goldenWith(rival));
    expect(releasePage(snapshot, { locale: 'kk', ...russianAlone })?.title.text).toBe('Қарсылас');
    expect(monthPage(snapshot, { locale: 'kk', year, month })?.releases).toHaveLength(1);
    expect(releasePage(snapshot, { locale: 'en', ...russianAlone })?.title.lang).toBe('ru');
  });
});

describe('a release that exists only in Russian, where the office leaves out what is not translated', () => {
  test('is in no list of another language', async () => {
    const snapshot = await snapshotOf(leavingOut());
    expect(newsPage(snapshot, { locale: 'kk' })?.latest).toHaveLength(2);
    expect(monthPage(snapshot, { locale: 'kk', year: '2022', month: '07' })).toBeUndefined();
    expect(releasePage(snapshot, { locale: 'kk', ...russianAlone })).toBeUndefined();
  });

  test('has a language switch that leads to the home pages, and says so in their languages', async () => {
    const page = releasePage(await snapshotOf(leavingOut()), { locale: 'ru', ...russianAlone });
    expect(page?.frame.switch).toMatchObject([
      { language: 'kk', href: '/kk/', remark: 'басты бет: бұл бет қазақ тілінде жоқ' },
      { language: 'ru', current: true, remark: undefined },
      { language: 'en', href: '/en/', remark: 'home page, as this page is not available in English' },
    ]);
    expect(page?.frame.alternates).toMatchObject({ paths: { ru: page?.frame.path }, default: page?.frame.path });
  });
});

describe('a delegation, an organisation and an event whose Kazakh texts are missing', () => {
  const untranslated = ['delegationtwo', 'organisationone', 'eventone'];
  const nothing = { electionBody: null, name: null, acronym: null, summary: null, description: null, slug: null };
  const withoutKazakh = () =>
    goldenEntries((entry) => {
      if (!untranslated.includes(entry.id)) return entry;
      const known = Object.keys(entry.data);
      const missing = Object.fromEntries(Object.entries(nothing).filter(([field]) => known.includes(field)));
      const texts = entry.language === 'kk' ? missing : {};
      return { ...entry, data: { ...entry.data, ...texts, sourceLanguage: 'ru' } } as FeedEntry;
    });
  const slug = 'shankhaiskaya-organizatsiya-sotrudnichestva';

  test('are named on the Kazakh release in the language in which they were entered, marked', async () => {
    const page = releasePage(await snapshotOf(withoutKazakh()), params);
    expect(page?.event?.name).toEqual({ text: 'Республиканский референдум 5 июня 2022 года', lang: 'ru' });
    expect(page?.delegations[0]).toMatchObject({
      href: '/kk/delegations/tsentralnaya-izbiratelnaya-komissiya-kyrgyzskoi-respubliki/',
      country: 'Қырғызстан',
      electionBody: { text: 'Центральная избирательная комиссия Кыргызской Республики', lang: 'ru' },
    });
    expect(page?.organisations[0]?.acronym).toEqual({ text: 'ШОС', lang: 'ru' });
    expect(page?.delegations[1]?.electionBody.lang).toBeUndefined();
  });

  test('stand in the Kazakh directory, in its alphabetical order', async () => {
    const page = delegationsPage(await snapshotOf(withoutKazakh()), { locale: 'kk' });
    expect(page?.delegations.map(({ country, electionBody }) => [country, electionBody.lang])).toEqual([
      ['Қырғызстан', 'ru'],
      ['Өзбекстан', undefined],
      ['Түркия', undefined],
    ]);
  });

  test('have a Kazakh page at the slug of the source language, which search engines are kept from', async () => {
    const snapshot = await snapshotOf(withoutKazakh());
    const page = dossierPage(snapshot, { locale: 'kk', section: 'organisations', slug });
    expect(page?.name.lang).toBe('ru');
    expect(page?.frame).toMatchObject({ language: 'kk', canonical: `/ru/organisations/${slug}/` });
    expect(Object.keys(page?.frame.alternates.paths ?? {})).toEqual([]);
    const listed = listPages(snapshot).find(({ path }) => path === `/kk/organisations/${slug}/`);
    expect(listed?.indexed).toBe(false);
    const russian = listPages(snapshot).find(({ path }) => path === `/ru/organisations/${slug}/`);
    expect(Object.keys(russian?.alternates.paths ?? {})).toEqual(['ru', 'en']);
  });

  test('have a page of their own as soon as one text is translated', async () => {
    const entries = withoutKazakh().map((line) =>
      line.id === 'organisationone' && line.language === 'kk'
        ? { ...line, data: { ...(line.data as object), description: 'Сипаттама.' } }
        : line,
    );
    const page = dossierPage(await snapshotOf(entries), { locale: 'kk', section: 'organisations', slug });
    expect(page?.name.lang).toBe('ru');
    expect(page?.description?.lang).toBeUndefined();
    expect(page?.frame.canonical).toBe(page?.frame.path);
    expect(Object.keys(page?.frame.alternates.paths ?? {})).toEqual(['kk', 'ru', 'en']);
  });
});

describe('addresses that name nothing', () => {
  test.each([
    { ...params, locale: 'de' },
    { ...params, locale: undefined },
    { ...params, month: '05' },
    { ...params, slug: '__proto__' },
  ])('%j', async (nowhere) => {
    expect(releasePage(await snapshotOf(golden()), nowhere)).toBeUndefined();
  });
});
