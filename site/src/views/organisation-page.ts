import { isLanguage, languages } from '@newsroom/shared/languages';
import { organisationPath, organisationsPath } from '@newsroom/shared/permalink';
import type { Snapshot } from '../content/snapshot.ts';
import type { Text } from '../content/text.ts';
import { wordsIn } from '../languages/words.ts';
import { alternatesOfDocument } from './alternates.ts';
import { type Frame, frameOf } from './frame.ts';
import { type MarkdownText, markdownOf } from './markdown.ts';
import { lastChangeAbout, type NewsAbout, newsAbout } from './news-about.ts';
import { fullName } from './organisation-item.ts';
import { documentPage, type Page, type PageParams } from './page.ts';

export interface OrganisationPage {
  frame: Frame;
  /** The name with the acronym. */
  name: Text;
  kind: string;
  website: string | undefined;
  description: MarkdownText | undefined;
  news: NewsAbout;
}

export function organisationPages(snapshot: Snapshot): Page[] {
  return languages.flatMap((language) =>
    snapshot
      .entriesWithPage('observer-organisation', language)
      .map((organisation) =>
        documentPage(
          'organisation',
          organisation,
          alternatesOfDocument(snapshot, organisation),
          lastChangeAbout(snapshot, organisation),
        ),
      ),
  );
}

export function organisationPage(snapshot: Snapshot, { locale, slug }: PageParams): OrganisationPage | undefined {
  if (!isLanguage(locale)) return undefined;
  const organisation = snapshot.entryAt('observer-organisation', organisationPath(locale, `${slug}`));
  if (organisation === undefined) return undefined;
  const { data, texts } = organisation;
  return {
    frame: frameOf(snapshot, locale, {
      path: organisation.path,
      canonical: organisation.original,
      title: texts.name.text,
      alternates: alternatesOfDocument(snapshot, organisation),
      trail: [{ label: wordsIn(locale).organisations, href: organisationsPath(locale) }],
    }),
    name: fullName(organisation),
    kind: wordsIn(locale).organisationKinds[data.kind],
    website: data.website ?? undefined,
    description: markdownOf(texts.description, { language: locale, topHeading: 2 }),
    news: newsAbout(snapshot, organisation),
  };
}
