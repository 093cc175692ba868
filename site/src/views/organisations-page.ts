import { isLanguage, languages } from '@newsroom/shared/languages';
import { organisationsPath } from '@newsroom/shared/permalink';
import type { Snapshot } from '../content/snapshot.ts';
import { inAlphabeticalOrder } from '../languages/order.ts';
import { wordsIn } from '../languages/words.ts';
import { alternatesInAll } from './alternates.ts';
import { type Frame, frameOf } from './frame.ts';
import { newest } from './newest.ts';
import { type OrganisationItem, organisationItem } from './organisation-item.ts';
import { type Page, type PageParams, readersPage } from './page.ts';

/** The directory of observer organisations, in the language's alphabetical order of their names. */
export interface OrganisationsPage {
  frame: Frame;
  organisations: OrganisationItem[];
}

export function organisationsPages(snapshot: Snapshot): Page[] {
  return languages.map((language) => {
    const changes = snapshot.directory('observer-organisation', language).map(({ at }) => at);
    return readersPage('organisations', organisationsPath(language), alternatesInAll(organisationsPath), newest(changes));
  });
}

export function organisationsPage(snapshot: Snapshot, { locale }: PageParams): OrganisationsPage | undefined {
  if (!isLanguage(locale)) return undefined;
  const { organisations: title, organisationsLead: description } = wordsIn(locale);
  const rows = snapshot.directory('observer-organisation', locale).map(organisationItem);
  return {
    frame: frameOf(snapshot, locale, {
      path: organisationsPath(locale),
      title,
      description,
      alternates: alternatesInAll(organisationsPath),
    }),
    organisations: inAlphabeticalOrder(locale, rows, ({ name }) => name.text),
  };
}
