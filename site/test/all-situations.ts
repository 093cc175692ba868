import { dailyMetricsId } from '@newsroom/shared/daily-metrics';
import type { FeedData, FeedEntry } from '@newsroom/shared/feed';
import { type Language, languages } from '@newsroom/shared/languages';
import { addDays } from '@newsroom/shared/local-time';
import type { Picture } from '@newsroom/shared/media';
import { popularChoicesId } from '@newsroom/shared/popular-choices';
import { drawnPictures } from './drawn-pictures.ts';
import type { FeedLine } from './feed-file.ts';
import { entryOf, goldenWith } from './more-entries.ts';

const pictures = await drawnPictures({
  emblem: [300, 300],
  logo: [600, 200],
  wide: [1600, 900],
  tall: [800, 1200],
});

/** The files that the feed names. */
export const situationFiles = Object.values(pictures);

const longWord = {
  kk: 'Қанағаттандырылмағандықтарыңыздан',
  ru: 'Высокопревосходительствующегося',
  en: 'Antidisestablishmentarianism',
};

/**
 * The golden feed with all that pages must hold: very long titles and words, pictures and none, texts that are not
 * translated, corrections and withdrawals, a vote ahead with many observers, pages in every place of the navigation,
 * a logo, a colour, a list of somebody else, and a popular list that stands still, with pins, exclusions and movements.
 */
export function allSituations(): FeedLine[] {
  const more = [...releases(), ...votes(), ...directory(), ...staticPages(), ...readers(), choices(), outsideList()];
  return goldenWith(more, (entry) =>
    entry.type === 'site-settings' ? { ...entry, data: { ...entry.data, ...settings(entry.language) } } : entry,
  );
}

function settings(language: Language): Partial<FeedData<'site-settings'>> {
  const labels = { kk: 'Шарттар', ru: 'Условия использования', en: 'Terms of use' };
  return {
    colour: '#00afca',
    footerLinks: [
      { label: labels[language], href: '/kk/news/' },
      { label: 'example.org', href: 'https://www.example.org/' },
    ],
    logo: pictures.emblem.file,
  };
}

/** Twice in a text: each must have its own name. */
const table = '| № | % |\n| --- | ---: |\n| 1 | 29.5 |\n| 2 | 39 |';

const subjects = {
  kk: 'Сайлау учаскелерінің жұмысы туралы хабар',
  ru: 'Сообщение о работе избирательных участков',
  en: 'A report about the work of polling stations',
};

function releases(): FeedEntry[] {
  return languages.flatMap((language) =>
    Array.from({ length: 12 }, (_, index) => index + 1)
      .filter((number) => number !== 7 || language === 'ru')
      .map((number) => entryOf('press-release', `situation${number}`, language, release(language, number))),
  );
}

function release(language: Language, number: number): FeedData<'press-release'> {
  const releasedAt = `2024-04-${String(number).padStart(2, '0')}T07:00:00.000Z`.replace('-04-', number > 2 ? '-03-' : '-04-');
  const subject = subjects[language];
  const titles: Record<number, string> = { 3: `${`${subject} `.repeat(20)}`.trim(), 4: longWord[language].repeat(2) };
  return {
    title: titles[number] ?? `${subject} № ${number}`,
    slug: `situation-${number}`,
    summary: number % 3 === 0 ? null : `${subject}. ${subject}.`,
    body: `## ${subject}\n\n${`${subject}. `.repeat(12)}\n\n> ${subject}\n\n1. ${subject}\n2. ${longWord[language]}\n\n${table}\n\n${table}`,
    embedded: [],
    kind: (['news', 'statement', 'announcement', 'decision', 'briefing'] as const)[number % 5] ?? 'news',
    releasedAt,
    publicSince: releasedAt,
    addressMonth: releasedAt.slice(0, 7),
    event: 'voteahead',
    delegations: ['delegationone', 'nontranslated'],
    observerOrganisations: ['organisationone'],
    related: ['situation5'],
    cover: number === 2 || number === 4 ? picture(language, number) : null,
    gallery: number === 2 ? [picture(language, 5), picture(language, 6)] : [],
    attachments: [],
    corrections: number === 5 ? [{ at: '2024-03-20T06:00:00.000Z', text: `${subject}.`, kind: 'major' }] : [],
    notice: number === 6 ? { kind: 'withdrawn', reason: `${subject}.` } : null,
  };
}

function picture(language: Language, number: number): Picture {
  const { file } = number === 4 ? pictures.tall : pictures.wide;
  return { file, alternativeText: subjects[language], caption: `${subjects[language]}.`, credit: 'Example Photo' };
}

/** A vote ahead with figures of sixty days, and one with a single figure. */
function votes(): FeedEntry[] {
  const names = { kk: 'Үлгі сайлауы', ru: 'Примерные выборы', en: 'An example election' };
  const shared = { kind: 'presidential', votingDay: '2024-06-09', phase: 'upcoming', sourceLanguage: 'kk' } as const;
  const events = languages.flatMap((language) =>
    (['voteahead', 'votesmall'] as const).map((id) =>
      entryOf('event', id, language, {
        ...shared,
        name: `${names[language]} (${id === 'voteahead' ? '2024' : '2023'})`,
        slug: id,
        summary: `${subjects[language]}.`,
        phase: id === 'voteahead' ? 'upcoming' : 'closed',
      }),
    ),
  );
  const days = Array.from({ length: 60 }, (_, index) => addDays('2024-02-01', index));
  const rows = days.map((asOf, index) => ({
    event: 'voteahead',
    delegation: index % 3 === 0 ? null : (['delegationone', 'delegationtwo', 'nontranslated'][index % 4] ?? 'country5'),
    observerOrganisation: index % 3 === 0 ? 'organisationone' : null,
    observers: 3 + ((index * 7) % 40),
    stage: (['applied', 'accredited', 'accredited', 'accredited', 'refused'] as const)[index % 5] ?? 'accredited',
    asOf,
  }));
  const small = { event: 'votesmall', delegation: 'delegationone', observerOrganisation: null, observers: 1 };
  return [
    ...events,
    ...rows.map((row, index) => entryOf('accreditation', `accreditation${index}`, null, row)),
    entryOf('accreditation', 'accreditationsmall', null, { ...small, stage: 'accredited', asOf: '2023-05-01' }),
  ];
}

/** Delegations of many countries, one of which has its texts in Russian alone, with people, aliases and a logo. */
function directory(): FeedEntry[] {
  const codes = ['AZ', 'BY', 'CN', 'DE', 'FR', 'HU', 'IN', 'JP', 'KR', 'MN', 'PK', 'PL', 'RS', 'TJ', 'TM', 'UZ', 'AE', 'US'];
  const bodies = { kk: 'Орталық сайлау комиссиясы', ru: 'Центральная избирательная комиссия', en: 'Central Election Commission' };
  const common = { sourceLanguage: 'ru' as const, description: null, logo: null, head: null, members: [], aliases: [] };
  const many = codes.flatMap((countryCode, index) =>
    languages.map((language) =>
      entryOf('delegation', `country${index}`, language, {
        ...common,
        slug: `country-${countryCode.toLowerCase()}`,
        countryCode,
        electionBody: bodies[language],
        website: null,
      }),
    ),
  );
  const person = (name: string, role: string | null) => ({ name, role });
  const russianAlone = languages.map((language) =>
    entryOf('delegation', 'nontranslated', language, {
      ...common,
      slug: language === 'ru' ? 'netranslated' : null,
      countryCode: 'GE',
      electionBody: language === 'ru' ? 'Центральная избирательная комиссия (пример)' : null,
      head: language === 'ru' ? person('А. Примерный', 'председатель') : null,
      members: language === 'ru' ? [person('Б. Примерная', 'член комиссии'), person('В. Примерный', null)] : [],
      aliases: language === 'ru' ? ['ЦИК (пример)', 'Комиссия (пример)'] : [],
      description: language === 'ru' ? 'Орган, который проводит **все** выборы.' : null,
      logo: pictures.logo.file,
      website: 'https://www.example.org/a-very-long-address/that-goes-on-and-on',
    }),
  );
  return [...many, ...russianAlone];
}

function staticPages(): FeedEntry[] {
  const titles = { kk: 'Мекеме туралы', ru: 'О ведомстве', en: 'About the office' };
  const privacy = { kk: 'Құпиялық саясаты', ru: 'Политика конфиденциальности', en: 'Privacy policy' };
  const body = (language: Language) => `## ${subjects[language]}\n\n${subjects[language]}.\n\n- ${subjects[language]}`;
  return [
    ...languages.map((language) =>
      entryOf('page', 'about', language, {
        title: titles[language],
        slug: 'about',
        body: body(language),
        embedded: [],
        place: 'header',
        order: 1,
      }),
    ),
    entryOf('page', 'privacy', 'kk', {
      title: privacy.kk,
      slug: 'qupiyalyq',
      body: body('kk'),
      embedded: [],
      place: 'footer',
      order: 1,
    }),
  ];
}

/** What readers did on two days: one release rises, one falls, one stays, and one is new. */
function readers(): FeedEntry[] {
  const views = { situation1: [500, 100], situation2: [10, 900], situation4: [9000, 9000], situation8: [0, 120_000] };
  return Object.entries(views).flatMap(([release, counted]) =>
    counted.flatMap((count, index) => {
      const day = addDays('2024-04-02', index);
      const data = { release, day, views: count, comments: index, reactions: 1234 };
      return count === 0 ? [] : [entryOf('daily-metrics', dailyMetricsId(release, day), 'kk', data)];
    }),
  );
}

function choices(): FeedEntry {
  return entryOf('popular-choices', popularChoicesId, null, {
    pins: ['situation3', 'situation7'],
    exclusions: ['situation5', 'situation9'],
    silentSince: '2024-04-02T19:00:00.000Z',
  });
}

function outsideList(): FeedEntry {
  const rows = [1, 2, 3].map((rank) => ({
    rank,
    title: `${subjects.ru} № ${rank}`,
    views: 5000 - rank,
    comments: rank,
    reactions: 4,
  }));
  return entryOf('outside-list', 'outsideone', null, {
    source: 'Example News',
    capturedAt: '2024-04-02T04:00:00.000Z',
    language: 'ru',
    rows,
  });
}
