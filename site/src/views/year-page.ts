import type { DirectoryType } from '@newsroom/shared/directory';
import { isLanguage, languages } from '@newsroom/shared/languages';
import { yearPath } from '@newsroom/shared/permalink';
import { sluggedPath } from '../content/document-path.ts';
import type { Snapshot, Subject } from '../content/snapshot.ts';
import { fill } from '../languages/phrases.ts';
import { wordsIn } from '../languages/words.ts';
import { type Alternates, alternatesAt } from './alternates.ts';
import { dossierName } from './dossier-name.ts';
import { sectionOf, typeInSection } from './dossier-section.ts';
import { type Frame, frameOf } from './frame.ts';
import { newest } from './newest.ts';
import { type Page, type PageParams, readersPage } from './page.ts';
import { type ReleaseItem, releaseItem } from './release-item.ts';

/** All that was published in a year about a delegation, an organisation or a vote. */
export interface YearPage {
  frame: Frame;
  releases: ReleaseItem[];
}

/** The archives of a document, by language and year. */
export function yearPages(snapshot: Snapshot, type: DirectoryType, id: string): Page[] {
  return languages.flatMap((language) => {
    const document = snapshot.entryWithPage(type, id, language);
    if (document === undefined) return [];
    const changes = snapshot.lastChangesAbout(document);
    return snapshot.yearsAbout(document).map(({ year }) => {
      const path = yearPath(document.path, year);
      return readersPage('year', path, alternatesOfYear(snapshot, document, year), newest([changes.get(year), document.at]));
    });
  });
}

export function yearPage(snapshot: Snapshot, { locale, section, slug, year }: PageParams): YearPage | undefined {
  const type = typeInSection(section);
  if (!isLanguage(locale) || type === undefined) return undefined;
  const entry = snapshot.entryAt(type, sluggedPath(type, locale, `${slug}`));
  if (entry === undefined) return undefined;
  const releases = snapshot.releasesAboutInYear(entry, `${year}`);
  if (releases.length === 0) return undefined;
  const words = wordsIn(locale);
  const name = dossierName(entry).text;
  return {
    frame: frameOf(snapshot, locale, {
      path: yearPath(entry.path, `${year}`),
      title: fill(words.newsOfYear, { name, year: `${year}` }),
      alternates: alternatesOfYear(snapshot, entry, `${year}`),
      trail: [
        { label: words[sectionOf[type].section], href: sectionOf[type].path(locale) },
        { label: name, href: entry.path },
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
