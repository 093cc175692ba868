import type { DirectoryType } from '@newsroom/shared/directory';
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
import type { Entry } from '../content/directory-entry.ts';
import type { Snapshot, Subject } from '../content/snapshot.ts';
import { fill } from '../languages/phrases.ts';
import { type Words, wordsIn } from '../languages/words.ts';
import { type Alternates, alternatesAt } from './alternates.ts';
import { type Frame, frameOf } from './frame.ts';
import { newest } from './newest.ts';
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
  [T in DirectoryType]: {
    section: 'delegations' | 'organisations' | 'events';
    sectionPath: (language: Language) => string;
    path: (language: Language, slug: string) => string;
    name: (document: Entry<T>) => string;
  };
} = {
  delegation: {
    section: 'delegations',
    sectionPath: delegationsPath,
    path: delegationPath,
    name: ({ texts }) => texts.electionBody.text,
  },
  'observer-organisation': {
    section: 'organisations',
    sectionPath: organisationsPath,
    path: organisationPath,
    name: (organisation) => fullName(organisation).text,
  },
  event: { section: 'events', sectionPath: eventsPath, path: eventPath, name: ({ texts }) => texts.name.text },
};
const archivedTypes = Object.keys(archived) as DirectoryType[];

export function yearPages(snapshot: Snapshot): Page[] {
  return archivedTypes.flatMap((type) =>
    languages.flatMap((language) =>
      snapshot.entriesWithPage(type, language).flatMap((document) =>
        snapshot.yearsAbout(document).map(({ year, newest: at }) => {
          const path = yearPath(document.path, year);
          return readersPage('year', path, alternatesOfYear(snapshot, document, year), newest([at, document.at]));
        }),
      ),
    ),
  );
}

export function yearPage<T extends DirectoryType>(snapshot: Snapshot, type: T, params: PageParams): YearPage | undefined {
  const { locale, slug, year } = params;
  if (!isLanguage(locale)) return undefined;
  const { section, sectionPath, path, name } = archived[type];
  const document = snapshot.entryAt(type, path(locale, `${slug}`));
  if (document === undefined) return undefined;
  const releases = snapshot.releasesAboutInYear(document, `${year}`);
  if (releases.length === 0) return undefined;
  const words: Words = wordsIn(locale);
  return {
    frame: frameOf(snapshot, locale, {
      path: yearPath(document.path, `${year}`),
      title: fill(words.newsOfYear, { name: name(document), year: `${year}` }),
      alternates: alternatesOfYear(snapshot, document, `${year}`),
      trail: [
        { label: words[section], href: sectionPath(locale) },
        { label: name(document), href: document.path },
      ],
    }),
    releases: releases.map(releaseItem),
  };
}

/** A document has the archive of a year in those languages that have a release in it. */
function alternatesOfYear(snapshot: Snapshot, { type, id }: Subject, year: string): Alternates {
  const paths = snapshot.allPaths(type, id);
  const found = languages.flatMap((language) => {
    const path = paths[language];
    const there = path !== undefined && snapshot.yearsAbout({ type, id, language }).some((row) => row.year === year);
    return there ? [[language, yearPath(path, year)]] : [];
  });
  return alternatesAt(Object.fromEntries(found));
}
