import { isLanguage, languages } from '@newsroom/shared/languages';
import { delegationsPath } from '@newsroom/shared/permalink';
import type { Snapshot } from '../content/snapshot.ts';
import { inAlphabeticalOrder } from '../languages/order.ts';
import { wordsIn } from '../languages/words.ts';
import { alternatesInAll } from './alternates.ts';
import { type DelegationItem, delegationItem } from './delegation-item.ts';
import { type Frame, frameOf } from './frame.ts';
import { newest } from './newest.ts';
import { type Page, type PageParams, readersPage } from './page.ts';

/** The directory of delegations, by country in the language's alphabetical order. */
export interface DelegationsPage {
  frame: Frame;
  delegations: DelegationItem[];
}

export function delegationsPages(snapshot: Snapshot): Page[] {
  return languages.map((language) => {
    const changes = snapshot.directory('delegation', language).map(({ at }) => at);
    return readersPage('delegations', delegationsPath(language), alternatesInAll(delegationsPath), newest(changes));
  });
}

export function delegationsPage(snapshot: Snapshot, { locale }: PageParams): DelegationsPage | undefined {
  if (!isLanguage(locale)) return undefined;
  const { delegations: title, delegationsLead: description } = wordsIn(locale);
  const rows = snapshot.directory('delegation', locale).map(delegationItem);
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
