import type { FeedData } from '@newsroom/shared/feed';
import { type Language, languages } from '@newsroom/shared/languages';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Act } from './change-log.ts';
import { drawnPictures } from './drawn-pictures.ts';
import { delegation, gone, page, release, settings } from './newsroom.ts';

// Pictures that releases show; one of them has no original.
const { missing, ...others } = await drawnPictures({ hall: [90, 60], stage: [80, 60], missing: [70, 60] });
export const { hall, stage } = others;

/** Few names, so that acts meet: documents want one another's addresses, and point to one another or to nothing. */
const id = fc.constantFrom('a', 'b', 'c');
const slug = fc.constantFrom('x', 'y');
const language = fc.constantFrom<Language>(...languages);
const seldom = (sides: number) => fc.nat(sides - 1).map((side) => side === 0);

const link = fc.constantFrom(
  ...[
    '/en/news/2024/06/x/',
    '/ru/pages/y',
    '../y/',
    '/kk/delegations/x/',
    '/nobody/',
    '/en/news/2024/05/old/',
    '/ru/events/x/2024/',
  ],
);
const text = fc
  .array(link, { maxLength: 2 })
  .map((links) => ['Text.', ...links.map((to, index) => `[${index}](${to})`)].join('\n\n'));

const cover = fc.constantFrom(undefined, undefined, hall, stage, missing).map((picture) => {
  return picture === undefined ? null : { file: picture.file, alternativeText: 'A picture', caption: null, credit: null };
});

const releaseAct = fc
  .record({
    ...{ id, language, slug, cover, body: text, title: fc.constantFrom('One', 'Two'), broken: seldom(8), withdrawn: seldom(4) },
    addressMonth: fc.constantFrom('2024-05', '2024-06'),
    releasedAt: fc.constantFrom('2024-05-31T04:00:00.000Z', '2024-06-01T04:00:00.000Z'),
    event: fc.option(id),
    delegations: fc.uniqueArray(fc.constantFrom('a', 'b', 'nobody'), { maxLength: 2 }),
    related: fc.uniqueArray(
      id.map((each) => `release${each}`),
      { maxLength: 1 },
    ),
  })
  .map(({ id, language, broken, withdrawn, ...data }) => {
    const notice = withdrawn ? { kind: 'withdrawn' as const, reason: 'It was wrong.' } : null;
    return release(`release${id}`, { ...data, notice, ...(broken ? { kind: 'rumour' as 'news' } : {}) }, language);
  });

const pageAct = fc
  .record({
    ...{ id, language, slug, body: fc.constantFrom('Text.', 'Other text.') },
    place: fc.constantFrom('none' as const, 'header' as const),
    order: fc.nat(1),
  })
  .map(({ id, language, ...data }) => page(`page${id}`, data, language));

const directoryTexts = { id, language, slug: fc.option(slug), name: fc.option(fc.constantFrom('One', 'Two')) };

const delegationAct = fc
  .record(directoryTexts)
  .map(({ id, language, slug, name }) => delegation(id, { slug, electionBody: name, sourceLanguage: 'ru' }, language));

const eventAct = fc.record(directoryTexts).map(({ id, language, slug, name }): Act => {
  const data: FeedData<'event'> = {
    ...{ slug, name, sourceLanguage: 'ru', kind: 'referendum', votingDay: '2024-06-05', summary: null, phase: 'upcoming' },
  };
  return { type: 'event', id, language, data };
});

const accreditationAct = fc.record({ id, event: id, delegation: id, observers: fc.nat(2) }).map(
  ({ id, ...data }): Act => ({
    ...{ type: 'accreditation', id: `accreditation${id}`, language: null },
    data: { ...data, observerOrganisation: null, stage: 'accredited', asOf: '2024-06-01' },
  }),
);

/** The last of these days comes after the one that the site is made for first. */
const countedDay = fc.constantFrom('2024-05-31', '2024-06-01', '2024-06-04');

const metricsAct = fc.record({ id, language, day: countedDay, views: fc.nat(2) }).map(
  ({ id, language, day, views }): Act => ({
    ...{ type: 'daily-metrics', id: `release${id}@${day}`, language },
    data: { release: `release${id}`, day, views, comments: 0, reactions: 0 },
  }),
);

const someReleases = fc.uniqueArray(
  id.map((each) => `release${each}`),
  { maxLength: 2 },
);

const choicesAct = fc
  .record({ pins: someReleases, excluded: someReleases, silentSince: fc.constantFrom(null, '2024-06-01T04:00:00.000Z') })
  .map(
    ({ pins, excluded, silentSince }): Act => ({
      ...{ type: 'popular-choices', id: 'popular', language: null },
      data: { pins, exclusions: excluded.filter((each) => !pins.includes(each)), silentSince },
    }),
  );

const otherAct = fc.constantFrom<Act>(
  {
    ...{ type: 'redirect', id: 'redirect', language: null },
    data: { kind: 'moved', from: '/en/news/2024/05/old/', to: '/en/news/' },
  },
  {
    ...{ type: 'redirect', id: 'redirect', language: null },
    data: { kind: 'moved', from: '/en/news/2024/05/y/', to: '/en/news/2024/06/x/' },
  },
  {
    ...{ type: 'outside-list', id: 'list', language: null },
    data: {
      ...{ source: 'Others', capturedAt: '2024-06-01T04:00:00.000Z', language: null },
      rows: [{ rank: 1, title: 'One', views: 1, comments: 1, reactions: 1 }],
    },
  },
);

const settingsAct = fc
  .record({
    ...{ which: fc.nat(2), left: seldom(3), contact: fc.constantFrom(null, 'Somewhere', '[There](/en/pages/x/)') },
    popular: fc.record({
      windowDays: fc.constantFrom(1, 3),
      halfLifeDays: fc.constantFrom(null, 2),
      size: fc.constantFrom(1, 10),
    }),
  })
  .map(({ which, left, contact, popular: rule }): Act => {
    const popular = { ...rule, commentWeight: 30, reactionWeight: 10 };
    return settings({ missingTranslations: left ? 'leave-out' : 'show', contact, popular })[which] ?? expect.fail();
  });

/** Something that is published, or goes. */
export const act: fc.Arbitrary<Act> = fc
  .tuple(
    fc.oneof(
      { weight: 10, arbitrary: releaseAct },
      { weight: 3, arbitrary: pageAct },
      { weight: 3, arbitrary: delegationAct },
      { weight: 3, arbitrary: metricsAct },
      ...[eventAct, accreditationAct, choicesAct, otherAct, settingsAct],
    ),
    seldom(4),
  )
  .map(([done, goes]) => (goes && done.type !== 'site-settings' ? gone(done) : done));
