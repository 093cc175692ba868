import type { Entry } from '../content/directory-entry.ts';
import type { Text } from '../content/text.ts';
import { wordsIn } from '../languages/words.ts';

/** An observer organisation as a row of a list. */
export interface OrganisationItem {
  href: string;
  acronym: Text | undefined;
  name: Text;
  /** The name with the acronym after it, where there is one in the same language. */
  fullName: Text;
  kind: string;
}

export function organisationItem(organisation: Entry<'observer-organisation'>): OrganisationItem {
  const { language, path, data, texts } = organisation;
  return {
    href: path,
    acronym: texts.acronym,
    name: texts.name,
    fullName: fullName(organisation),
    kind: wordsIn(language).organisationKinds[data.kind],
  };
}

/** @example 'Shanghai Cooperation Organisation (SCO)' */
export function fullName({ texts: { name, acronym } }: Entry<'observer-organisation'>): Text {
  return acronym === undefined || acronym.lang !== name.lang ? name : { ...name, text: `${name.text} (${acronym.text})` };
}
