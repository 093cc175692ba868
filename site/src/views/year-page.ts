import { isLanguage, type Language, languages } from '@newsroom/shared/languages';
import {
  delegationPath,
  delegationsPath,
  eventPath,
  eventsPath,
  organisationPath,
  organisationsPath,
  yearPath,
} from '@newsroom/shared/permalink';
import { documentPath } from '../content/document-path.ts';
import type { RelatedType, Snapshot, Version } from '../content/snapshot.ts';
import { fill } from '../languages/phrases.ts';
import { type Words, wordsIn } from '../languages/words.ts';
import { type Alternates, alternatesAt } from './alternates.ts';
import { type Frame, frameOf } from './frame.ts';
import { fullName } from './organisation-item.ts';
import { type Page, type PageParams, readersPage } from './page.ts';
import { type ReleaseItem, releaseItem } from './release-item.ts';

/** All that was published in a year about a delegation, an organisation or a vote. */
export interface YearPage {
  frame: Frame;
  releases: ReleaseItem[];
}

/** What has archives by year: where it stands, and what it is called. */
const archived: {
  [T in RelatedType]: {
    section: 'delegations' | 'organisations' | 'events';
    sectionPath: (language: Language) => string;
    path: (language: Language, slug: string) => string;
    name: (document: Version<T>) => string;
  };
} = {
  delegation: {
    section: 'delegations',
    sectionPath: delegationsPath,
    path: delegationPath,
    name: ({ data }) => data.electionBody,
  },
  'observer-organisation': {
    section: 'organisations',
    sectionPath: organisationsPath,
    path: organisationPath,
    name: fullName,
  },
  event: { section: 'events', sectionPath: eventsPath, path: eventPath, name: ({ data }) => data.name },
};
const archivedTypes = Object.keys(archived) as RelatedType[];

export function yearPages(snapshot: Snapshot): Page[] {
  return archivedTypes.flatMap((type) =>
    languages.flatMap((language) =>
      snapshot
        .inLanguage(type, language)
        .flatMap((document) =>
          snapshot
            .yearsAbout(type, document.id, language)
            .map(({ year, newest }) =>
              readersPage('year', yearPath(documentPath(document), year), alternatesOfYear(snapshot, document, year), newest),
            ),
        ),
    ),
  );
}

export function yearPage<T extends RelatedType>(snapshot: Snapshot, type: T, params: PageParams): YearPage | undefined {
  const { locale, slug, year } = params;
  if (!isLanguage(locale)) return undefined;
  const { section, sectionPath, path, name } = archived[type];
  const document = snapshot.at(type, path(locale, `${slug}`));
  if (document === undefined) return undefined;
  const releases = snapshot.releasesAboutInYear(document, `${year}`);
  if (releases.length === 0) return undefined;
  const words: Words = wordsIn(locale);
  return {
    frame: frameOf(snapshot, locale, {
      path: yearPath(documentPath(document), `${year}`),
      title: fill(words.newsOfYear, { name: name(document), year: `${year}` }),
      alternates: alternatesOfYear(snapshot, document, `${year}`),
      trail: [
        { label: words[section], href: sectionPath(locale) },
        { label: name(document), href: documentPath(document) },
      ],
    }),
    releases: releases.map(releaseItem),
  };
}

/** A document has the archive of a year in those of its languages that have a release in it. */
function alternatesOfYear(snapshot: Snapshot, { type, id }: Version<RelatedType>, year: string): Alternates {
  const paths = snapshot.paths(type, id);
  const found = languages.flatMap((language) => {
    const path = paths[language];
    const there = path !== undefined && snapshot.yearsAbout(type, id, language).some((row) => row.year === year);
    return there ? [[language, yearPath(path, year)]] : [];
  });
  return alternatesAt(Object.fromEntries(found));
}
