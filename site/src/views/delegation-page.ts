import { isLanguage, languages } from '@newsroom/shared/languages';
import { delegationPath, delegationsPath } from '@newsroom/shared/permalink';
import { documentPath } from '../content/document-path.ts';
import type { Snapshot } from '../content/snapshot.ts';
import { countryName } from '../languages/countries.ts';
import { wordsIn } from '../languages/words.ts';
import { alternatesOfDocument } from './alternates.ts';
import { type Frame, frameOf } from './frame.ts';
import { renderMarkdown } from './markdown.ts';
import { type NewsAbout, newsAbout } from './news-about.ts';
import { type Page, type PageParams, readersPage } from './page.ts';

export interface DelegationPage {
  frame: Frame;
  country: string;
  electionBody: string;
  website: string | undefined;
  description: string | undefined;
  news: NewsAbout;
}

export function delegationPages(snapshot: Snapshot): Page[] {
  return languages.flatMap((language) =>
    snapshot.inLanguage('delegation', language).map((delegation) => {
      const newest = snapshot.newestAbout('delegation', delegation.id, language);
      return readersPage('delegation', documentPath(delegation), alternatesOfDocument(snapshot, delegation), newest);
    }),
  );
}

export function delegationPage(snapshot: Snapshot, { locale, slug }: PageParams): DelegationPage | undefined {
  if (!isLanguage(locale)) return undefined;
  const delegation = snapshot.at('delegation', delegationPath(locale, `${slug}`));
  if (delegation === undefined) return undefined;
  const { data } = delegation;
  const country = countryName(locale, data.countryCode);
  return {
    frame: frameOf(snapshot, locale, {
      path: documentPath(delegation),
      title: `${data.electionBody}, ${country}`,
      alternates: alternatesOfDocument(snapshot, delegation),
      trail: [{ label: wordsIn(locale).delegations, href: delegationsPath(locale) }],
    }),
    country,
    electionBody: data.electionBody,
    website: data.website ?? undefined,
    description: data.description === null ? undefined : renderMarkdown(data.description, { language: locale, topHeading: 2 }),
    news: newsAbout(snapshot, delegation),
  };
}
