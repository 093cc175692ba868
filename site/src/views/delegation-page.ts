import { isLanguage, languages } from '@newsroom/shared/languages';
import { delegationPath, delegationsPath } from '@newsroom/shared/permalink';
import type { Snapshot } from '../content/snapshot.ts';
import type { Text } from '../content/text.ts';
import { countryName } from '../languages/countries.ts';
import { wordsIn } from '../languages/words.ts';
import { alternatesOfDocument } from './alternates.ts';
import { type Frame, frameOf } from './frame.ts';
import { type MarkdownText, markdownOf } from './markdown.ts';
import { lastChangeAbout, type NewsAbout, newsAbout } from './news-about.ts';
import { documentPage, type Page, type PageParams } from './page.ts';

export interface DelegationPage {
  frame: Frame;
  country: string;
  electionBody: Text;
  website: string | undefined;
  description: MarkdownText | undefined;
  news: NewsAbout;
}

export function delegationPages(snapshot: Snapshot): Page[] {
  return languages.flatMap((language) =>
    snapshot
      .entriesWithPage('delegation', language)
      .map((delegation) =>
        documentPage('delegation', delegation, alternatesOfDocument(snapshot, delegation), lastChangeAbout(snapshot, delegation)),
      ),
  );
}

export function delegationPage(snapshot: Snapshot, { locale, slug }: PageParams): DelegationPage | undefined {
  if (!isLanguage(locale)) return undefined;
  const delegation = snapshot.entryAt('delegation', delegationPath(locale, `${slug}`));
  if (delegation === undefined) return undefined;
  const { data, texts } = delegation;
  const country = countryName(locale, data.countryCode);
  return {
    frame: frameOf(snapshot, locale, {
      path: delegation.path,
      canonical: delegation.original,
      title: `${texts.electionBody.text}, ${country}`,
      alternates: alternatesOfDocument(snapshot, delegation),
      trail: [{ label: wordsIn(locale).delegations, href: delegationsPath(locale) }],
    }),
    country,
    electionBody: texts.electionBody,
    website: data.website ?? undefined,
    description: markdownOf(texts.description, { language: locale, topHeading: 2 }),
    news: newsAbout(snapshot, delegation),
  };
}
