import { isLanguage, languages } from '@newsroom/shared/languages';
import { delegationsPath } from '@newsroom/shared/permalink';
import type { Snapshot } from '../content/snapshot.ts';
import { inAlphabeticalOrder } from '../languages/order.ts';
import { wordsIn } from '../languages/words.ts';
import { alternatesInAll } from './alternates.ts';
import { type DelegationItem, delegationItem } from './delegation-item.ts';
import { type Frame, frameOf } from './frame.ts';
import { type Page, type PageParams, readersPage } from './page.ts';

/** The directory of delegations, by country in the language's alphabetical order. */
export interface DelegationsPage {
  frame: Frame;
  delegations: DelegationItem[];
}

export function delegationsPages(): Page[] {
  return languages.map((language) => readersPage('delegations', delegationsPath(language), alternatesInAll(delegationsPath)));
}

export function delegationsPage(snapshot: Snapshot, { locale }: PageParams): DelegationsPage | undefined {
  if (!isLanguage(locale)) return undefined;
  const { delegations: title, delegationsLead: description } = wordsIn(locale);
  const rows = snapshot.directory('delegation', locale).map((delegation) => delegationItem(delegation, locale));
  return {
    frame: frameOf(snapshot, locale, {
      path: delegationsPath(locale),
      title,
      description,
      alternates: alternatesInAll(delegationsPath),
    }),
    delegations: inAlphabeticalOrder(locale, rows, ({ country, electionBody }) => `${country} ${electionBody.text}`),
  };
}
