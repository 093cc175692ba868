import type { Language } from '@newsroom/shared/languages';
import { documentPath } from '../content/document-path.ts';
import type { Version } from '../content/snapshot.ts';
import { countryName } from '../languages/countries.ts';
import { foreign, type Text } from './page.ts';

/** A delegation as a row of a list. */
export interface DelegationItem {
  href: string;
  country: string;
  electionBody: Text;
}

/** @param page the language of the page that shows it, which may be another than the delegation's */
export function delegationItem(delegation: Version<'delegation'>, page: Language): DelegationItem {
  return {
    href: documentPath(delegation),
    country: countryName(page, delegation.data.countryCode),
    electionBody: { text: delegation.data.electionBody, lang: foreign(delegation.language, page) },
  };
}
