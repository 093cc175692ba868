import type { FeedData } from '@newsroom/shared/feed';
import { languages } from '@newsroom/shared/languages';
import { describe, expect, test } from 'vitest';
import { snapshotOf } from '../../test/feed-file.ts';
import { entryOf, plainWith } from '../../test/more-entries.ts';
import { contentPages } from './content-pages.ts';
import { dossierPage } from './dossier-page.ts';

const georgia: FeedData<'delegation'> = {
  countryCode: 'GE',
  slug: 'gruziya',
  sourceLanguage: 'ru',
  electionBody: 'Центральная избирательная комиссия',
  head: { name: 'А. Примерный', role: 'председатель' },
  members: [{ name: 'Б. Примерная', role: null }],
  aliases: ['ЦИК'],
  website: 'https://www.example.org/en/',
  description: null,
  logo: null,
};
const untranslated = { ...georgia, slug: null, electionBody: null, head: null, members: [], aliases: [] };

describe('a delegation that is entered in Russian alone', () => {
  const feed = plainWith(
    languages.map((language) => entryOf('delegation', 'georgia', language, language === 'ru' ? georgia : untranslated)),
  );

  test('shows who it is: the country in the page’s language, all else marked as Russian', async () => {
    const page = dossierPage(await snapshotOf(feed), { locale: 'kk', section: 'delegations', slug: 'gruziya' });
    expect(page).toMatchObject({ above: 'Грузия', name: { text: georgia.electionBody, lang: 'ru' }, vote: undefined });
    const facts = page?.facts.map(({ name, values }) => [
      name,
      values.map(({ text, beside }) => [text.text, text.lang, beside?.text]),
    ]);
    expect(facts).toEqual([
      ['Делегация басшысы', [['А. Примерный', 'ru', 'председатель']]],
      ['Делегация мүшелері', [['Б. Примерная', 'ru', undefined]]],
      ['Басқа атаулары', [['ЦИК', 'ru', undefined]]],
      ['Сайты', [['www.example.org', undefined, undefined]]],
    ]);
  });

  test('says that it is not translated, and names its Russian page to search engines', async () => {
    const page = dossierPage(await snapshotOf(feed), { locale: 'en', section: 'delegations', slug: 'gruziya' });
    expect(page?.notTranslated).toContain('Russian');
    expect(page?.frame.canonical).toBe('/ru/delegations/gruziya/');
    const original = dossierPage(await snapshotOf(feed), { locale: 'ru', section: 'delegations', slug: 'gruziya' });
    expect(original?.notTranslated).toBeUndefined();
  });
});

describe('a vote', () => {
  const row = { event: 'eventone', observers: 3, stage: 'accredited' as const };
  const feed = plainWith([
    entryOf('accreditation', 'one', null, {
      ...row,
      delegation: 'delegationone',
      observerOrganisation: null,
      asOf: '2022-05-20',
    }),
    entryOf('accreditation', 'two', null, {
      ...row,
      delegation: null,
      observerOrganisation: 'organisationone',
      observers: 1200,
      asOf: '2022-05-30',
    }),
    entryOf('accreditation', 'three', null, {
      ...row,
      delegation: 'delegationone',
      observerOrganisation: null,
      stage: 'refused',
      asOf: '2022-05-25',
    }),
    entryOf('accreditation', 'nobody', null, {
      ...row,
      delegation: 'notinthefeed',
      observerOrganisation: null,
      asOf: '2022-05-25',
    }),
  ]);
  const params = { locale: 'en', section: 'events', slug: 'national-referendum-of-5-june-2022' };

  test('has a table of who sends how many, by the newest day of each, with sums', async () => {
    const accreditation = dossierPage(await snapshotOf(feed), params)?.vote?.accreditation;
    expect(accreditation?.stages).toEqual(['Accredited', 'Refused']);
    expect(accreditation?.participants.map(({ name, observers, asOf }) => [name.text, observers, asOf.datetime])).toEqual([
      ['Shanghai Cooperation Organisation (SCO)', ['1,200', ''], '2022-05-30'],
      ['Türkiye', ['', '3'], '2022-05-25'],
    ]);
    expect(accreditation?.totals).toEqual(['1,203', '3']);
    expect(accreditation).toMatchObject({ accredited: '1,203', figuresOf: 'Figures as of 30 May 2022' });
  });

  test('has the development over the days, in words as in the chart', async () => {
    const development = dossierPage(await snapshotOf(feed), params)?.vote?.accreditation?.development;
    expect(development?.days.map(({ day, accredited }) => [day.datetime, accredited])).toEqual([
      ['2022-05-20', '3'],
      ['2022-05-25', '3'],
      ['2022-05-30', '1,203'],
    ]);
    expect(development?.chart.points).toHaveLength(3);
  });

  test('names beside its news only whom the figures do not name', async () => {
    const vote = dossierPage(await snapshotOf(feed), params)?.vote;
    expect(vote?.delegations.map(({ country }) => country)).toEqual(['Kyrgyzstan']);
    expect(vote?.organisations.map(({ acronym }) => acronym?.text)).toEqual(['TURKPA']);
  });

  test('is named with its figures by those who observe it, who say how far they are by their own newest day', async () => {
    const snapshot = await snapshotOf(feed);
    const delegation = snapshot.paths('delegation', 'delegationone').en ?? '';
    const page = dossierPage(snapshot, { locale: 'en', section: 'delegations', slug: delegation.split('/')[3] ?? '' });
    expect(page?.accreditedFor?.stages).toEqual(['Refused']);
    expect(page?.accreditedFor?.votes).toMatchObject([
      { href: `/en/events/${params.slug}/`, observers: ['3'], asOf: { datetime: '2022-05-25' } },
    ]);
    const plain = await snapshotOf(plainWith([]));
    const nobody = { locale: 'en', section: 'delegations', slug: delegation.split('/')[3] ?? '' };
    expect(dossierPage(plain, nobody)?.accreditedFor).toBeUndefined();
  });

  test('has no figures while there are none', async () => {
    expect(dossierPage(await snapshotOf(plainWith([])), params)?.vote?.accreditation).toBeUndefined();
  });
});

test.each([
  { section: 'popular', slug: 'x' },
  { section: undefined, slug: 'x' },
  { section: 'delegations', slug: 'nobody' },
  { section: '__proto__', slug: 'x' },
])('there is no dossier at %j', async (nowhere) => {
  expect(dossierPage(await snapshotOf(plainWith([])), { locale: 'kk', ...nowhere })).toBeUndefined();
});

test('a page of the directory was changed when an accreditation that it shows was', async () => {
  const accreditation: FeedData<'accreditation'> = {
    event: 'eventone',
    delegation: 'georgia',
    observerOrganisation: null,
    observers: 3,
    stage: 'accredited',
    asOf: '2022-06-01',
  };
  const later = { ...entryOf('accreditation', 'accreditationnew', null, accreditation), at: '2025-01-01T00:00:00.000Z' };
  const delegation = languages.map((language) => entryOf('delegation', 'georgia', language, georgia));
  const pages = contentPages(await snapshotOf(plainWith([...delegation, later])));
  const changed = pages.filter(({ lastModified }) => lastModified === later.at).map(({ path }) => path);
  expect(changed).toContain('/ru/delegations/gruziya/');
  expect(changed.filter((path) => path.startsWith('/en/events/'))).toHaveLength(1);
});
