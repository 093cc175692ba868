import type { Language } from '@newsroom/shared/languages';
import { documentPath } from '../content/document-path.ts';
import type { Version } from '../content/snapshot.ts';
import { wordsIn } from '../languages/words.ts';
import { foreign, type Text } from './page.ts';

/** An observer organisation as a row of a list. */
export interface OrganisationItem {
  href: string;
  acronym: Text | undefined;
  name: Text;
  /** The name with the acronym after it, where there is one. */
  fullName: Text;
  kind: string;
}

/** @param page the language of the page that shows it, which may be another than the organisation's */
export function organisationItem(organisation: Version<'observer-organisation'>, page: Language): OrganisationItem {
  const { acronym, name, kind } = organisation.data;
  const lang = foreign(organisation.language, page);
  return {
    href: documentPath(organisation),
    acronym: acronym === null ? undefined : { text: acronym, lang },
    name: { text: name, lang },
    fullName: { text: fullName(organisation), lang },
    kind: wordsIn(page).organisationKinds[kind],
  };
}

/** @example 'Shanghai Cooperation Organisation (SCO)' */
export function fullName({ data: { name, acronym } }: Version<'observer-organisation'>): string {
  return acronym === null ? name : `${name} (${acronym})`;
}
