import { isLanguage, languages } from '@newsroom/shared/languages';
import { organisationPath, organisationsPath } from '@newsroom/shared/permalink';
import { documentPath } from '../content/document-path.ts';
import type { Snapshot } from '../content/snapshot.ts';
import { wordsIn } from '../languages/words.ts';
import { alternatesOfDocument } from './alternates.ts';
import { type Frame, frameOf } from './frame.ts';
import { renderMarkdown } from './markdown.ts';
import { type NewsAbout, newsAbout } from './news-about.ts';
import { fullName } from './organisation-item.ts';
import { type Page, type PageParams, readersPage } from './page.ts';

export interface OrganisationPage {
  frame: Frame;
  /** The name with the acronym. */
  name: string;
  kind: string;
  website: string | undefined;
  description: string | undefined;
  news: NewsAbout;
}

export function organisationPages(snapshot: Snapshot): Page[] {
  return languages.flatMap((language) =>
    snapshot.inLanguage('observer-organisation', language).map((organisation) => {
      const newest = snapshot.newestAbout('observer-organisation', organisation.id, language);
      return readersPage('organisation', documentPath(organisation), alternatesOfDocument(snapshot, organisation), newest);
    }),
  );
}

export function organisationPage(snapshot: Snapshot, { locale, slug }: PageParams): OrganisationPage | undefined {
  if (!isLanguage(locale)) return undefined;
  const organisation = snapshot.at('observer-organisation', organisationPath(locale, `${slug}`));
  if (organisation === undefined) return undefined;
  const { data } = organisation;
  return {
    frame: frameOf(snapshot, locale, {
      path: documentPath(organisation),
      title: data.name,
      alternates: alternatesOfDocument(snapshot, organisation),
      trail: [{ label: wordsIn(locale).organisations, href: organisationsPath(locale) }],
    }),
    name: fullName(organisation),
    kind: wordsIn(locale).organisationKinds[data.kind],
    website: data.website ?? undefined,
    description: data.description === null ? undefined : renderMarkdown(data.description, { language: locale, topHeading: 2 }),
    news: newsAbout(snapshot, organisation),
  };
}
