import { accreditationStages } from '@newsroom/shared/accreditation';
import { dailyMetricsId } from '@newsroom/shared/daily-metrics';
import { type Language, languages } from '@newsroom/shared/languages';
import { addDays } from '@newsroom/shared/local-time';
import { releasePath } from '@newsroom/shared/permalink';
import { slugify } from '@newsroom/shared/slug';
import { type Directory, makeDirectory } from './directory.ts';
import { entry, type Unnumbered } from './document.ts';
import { makeOriginals, type Original } from './originals.ts';
import { article, sentence } from './prose.ts';
import { type Random, seededRandom } from './random.ts';
import { makeReleases } from './releases.ts';

/** The last day of the made-up newsroom, for which the site is drawn. */
export const lastDay = '2026-01-31';

const counts = { events: 12, delegations: 150, organisations: 60 };
const metricsDays = 40;
/** Of how many of the youngest releases there are metrics. */
const readReleases = 100;

export interface NewsroomOptions {
  /** Another seed gives another newsroom of the same size. */
  seed?: number;
  /** Every release is written in all languages; otherwise some are not translated. */
  translated?: 'all' | 'most';
}

/** A made-up newsroom: the same number of releases and the same seed give the same newsroom, everywhere. */
export interface MadeNewsroom {
  entries: Unnumbered[];
  originals: Original[];
}

export function makeNewsroom(releases: number, { seed = releases, translated = 'most' }: NewsroomOptions = {}): MadeNewsroom {
  const random = seededRandom(seed);
  const { pictures, document } = makeOriginals();
  const { directory, entries: directoryEntries } = makeDirectory(random, counts, lastDay);
  const made = makeReleases(random, { count: releases, translated, lastDay }, directory, { pictures, document });
  const entries = [
    ...languages.map((language) => settings(language)),
    ...directoryEntries,
    ...accreditations(random, directory),
    ...made.entries,
    ...staticPages(random),
    ...redirects(made.entries),
    ...metrics(random, made.ids.slice(-readReleases)),
    outsideList(random),
  ];
  return { entries, originals: [...pictures, document] };
}

const at = '2020-01-10T06:00:00.000Z';

function settings(language: Language): Unnumbered {
  return entry('site-settings', 'settings', language, at, {
    name: `Newsroom of scale (${language})`,
    description: 'A made-up newsroom, to see how the site does with many releases.',
    publisher: 'Office of scale',
    contact: 'mail@example.org',
    siteNotice: null,
    footerLinks: [{ label: 'Example', href: 'https://example.org/' }],
    logo: null,
    colour: '#1f5f8b',
    missingTranslations: 'show',
    popular: { windowDays: 7, commentWeight: 30, reactionWeight: 10, halfLifeDays: 2, size: 10 },
  });
}

function accreditations(random: Random, { events, delegations, organisations }: Directory): Unnumbered[] {
  return events.flatMap(({ id: event, votingDay }, number) =>
    [
      ...random.some(delegations, 40).map((delegation) => ({ delegation, observerOrganisation: null })),
      ...random.some(organisations, 15).map((observerOrganisation) => ({ delegation: null, observerOrganisation })),
    ].map((observer, index) =>
      entry('accreditation', `accreditation${number}x${index}`, null, at, {
        ...observer,
        event,
        observers: 1 + random.below(60),
        stage: random.chance(85) ? 'accredited' : random.pick(accreditationStages),
        asOf: addDays(votingDay, -5),
      }),
    ),
  );
}

function staticPages(random: Random): Unnumbered[] {
  return Array.from({ length: 6 }, (_, index) =>
    languages.map((language) => {
      const title = `${sentence(random, language, 2)} ${index + 1}`;
      const place = (['header', 'footer', 'none'] as const)[index % 3] ?? 'none';
      const data = { title, slug: slugify(title), body: article(random, language), embedded: [], place, order: index };
      return entry('page', `page${index}`, language, at, data);
    }),
  ).flat();
}

/** Old addresses of some releases, and one that is gone. */
function redirects(releases: Unnumbered[]): Unnumbered[] {
  const moved = releases.slice(0, 5).flatMap(({ data, language, type }, index) => {
    if (type !== 'press-release') return [];
    const to = releasePath(language, data.addressMonth, data.slug);
    return [entry('redirect', `redirect${index}`, null, at, { kind: 'moved', from: `/${language}/old/${index}/`, to })];
  });
  return [...moved, entry('redirect', 'redirectgone', null, at, { kind: 'gone', from: '/kk/old/gone/', to: null })];
}

function metrics(random: Random, releases: { id: string; languages: Language[] }[]): Unnumbered[] {
  return releases.flatMap(({ id, languages }) =>
    languages.flatMap((language) =>
      Array.from({ length: metricsDays }, (_, age) => {
        const day = addDays(lastDay, -age);
        const counted = { views: random.below(900), comments: random.below(4), reactions: random.below(30) };
        return entry('daily-metrics', dailyMetricsId(id, day), language, at, { release: id, day, ...counted });
      }),
    ),
  );
}

function outsideList(random: Random): Unnumbered {
  return entry('outside-list', 'outside0', null, at, {
    source: 'Editors of scale',
    capturedAt: `${lastDay}T03:00:00.000Z`,
    language: 'ru',
    rows: Array.from({ length: 10 }, (_, index) => ({
      rank: index + 1,
      title: sentence(random, 'ru', 8),
      views: random.below(9000),
      comments: random.below(9),
      reactions: random.below(90),
    })),
  });
}
