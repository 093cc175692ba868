import { describe, expect, test } from 'vitest';
import { goldenEntries, snapshotOf } from '../../test/feed-file.ts';
import { delegationsPage } from './delegations-page.ts';
import { dossierPage } from './dossier-page.ts';
import { monthPage } from './month-page.ts';
import { newsPage } from './news-page.ts';
import { listPages } from './pages.ts';
import { releasePage } from './release-page.ts';

const params = {
  locale: 'kk',
  year: '2022',
  month: '06',
  slug: 'shet-memleketterdin-sailau-organdarymen-zhane-khalyqaralyq-baiqaushylarmen',
};

describe('a release that exists only in Russian', () => {
  test('is in no list of another language', async () => {
    const snapshot = await snapshotOf(goldenEntries((entry) => entry));
    expect(newsPage(snapshot, { locale: 'kk' })?.latest.map(({ href }) => href)).toHaveLength(2);
    expect(monthPage(snapshot, { locale: 'kk', year: '2022', month: '07' })).toBeUndefined();
  });

  test('has a language switch that leads to the home pages, and says so in their languages', async () => {
    const snapshot = await snapshotOf(goldenEntries((entry) => entry));
    const page = releasePage(snapshot, {
      locale: 'ru',
      year: '2022',
      month: '07',
      slug: 'kak-podat-zayavlenie-ob-akkreditatsii-nablyudatelya',
    });
    expect(page?.frame.switch).toMatchObject([
      { language: 'kk', href: '/kk/', remark: 'басты бет: бұл бет қазақ тілінде жоқ' },
      { language: 'ru', current: true, remark: undefined },
      { language: 'en', href: '/en/', remark: 'home page, as this page is not available in English' },
    ]);
    expect(page?.frame.alternates).toEqual({ paths: { ru: page?.frame.path }, default: page?.frame.path });
  });
});

describe('a delegation, an organisation and an event without a Kazakh version', () => {
  const withoutKazakh = goldenEntries((entry) =>
    entry.language === 'kk' && ['delegationtwo', 'organisationone', 'eventone'].includes(entry.id) ? undefined : entry,
  );

  test('are named on the Kazakh release in the first language that they have, marked, with a link to that page', async () => {
    const page = releasePage(await snapshotOf(withoutKazakh), params);
    expect(page?.event?.name).toEqual({ text: 'Республиканский референдум 5 июня 2022 года', lang: 'ru' });
    expect(page?.delegations[0]).toEqual({
      href: '/ru/delegations/tsentralnaya-izbiratelnaya-komissiya-kyrgyzskoi-respubliki/',
      country: 'Қырғызстан',
      electionBody: { text: 'Центральная избирательная комиссия Кыргызской Республики', lang: 'ru' },
    });
    expect(page?.organisations[0]?.acronym).toEqual({ text: 'ШОС', lang: 'ru' });
    expect(page?.delegations[1]?.electionBody.lang).toBeUndefined();
  });

  test('have their event linked to the page that it has', async () => {
    const page = releasePage(await snapshotOf(withoutKazakh), params);
    expect(page?.event?.href).toBe('/ru/events/respublikanskii-referendum-5-iyunya-2022-goda/');
  });

  test('stand in the Kazakh directory, in its alphabetical order', async () => {
    const page = delegationsPage(await snapshotOf(withoutKazakh), { locale: 'kk' });
    expect(page?.delegations.map(({ country, electionBody }) => [country, electionBody.lang])).toEqual([
      ['Қырғызстан', 'ru'],
      ['Түркия', undefined],
    ]);
  });

  test('have no Kazakh page and no Kazakh alternate', async () => {
    const snapshot = await snapshotOf(withoutKazakh);
    expect(
      dossierPage(snapshot, { section: 'organisations', locale: 'kk', slug: 'shankhai-yntymaqtastyq-uiymy' }),
    ).toBeUndefined();
    const page = listPages(snapshot).find(({ path }) => path === '/en/organisations/shanghai-cooperation-organisation/');
    expect(page?.alternates).toEqual({
      paths: {
        ru: '/ru/organisations/shankhaiskaya-organizatsiya-sotrudnichestva/',
        en: '/en/organisations/shanghai-cooperation-organisation/',
      },
      default: '/ru/organisations/shankhaiskaya-organizatsiya-sotrudnichestva/',
    });
  });
});

describe('addresses that name nothing', () => {
  test.each([
    { ...params, locale: 'de' },
    { ...params, locale: undefined },
    { ...params, month: '05' },
    { ...params, slug: '__proto__' },
  ])('%j', async (nowhere) => {
    expect(releasePage(await snapshotOf(goldenEntries((entry) => entry)), nowhere)).toBeUndefined();
  });
});
