import type { Entry } from '../content/directory-entry.ts';
import type { Text } from '../content/text.ts';
import { countryName } from '../languages/countries.ts';
import { onceOf } from './once-of.ts';

/** A delegation as a row of a list. */
export interface DelegationItem {
  href: string;
  country: string;
  electionBody: Text;
}

export const delegationItem = onceOf(({ language, path, data, texts }: Entry<'delegation'>): DelegationItem => {
  return { href: path, country: countryName(language, data.countryCode), electionBody: texts.electionBody };
});
