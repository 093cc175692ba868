import type { Person } from '@newsroom/shared/person';
import type { Entry } from '../content/directory-entry.ts';
import type { AsTexts, Text } from '../content/text.ts';
import { countryName } from '../languages/countries.ts';
import { wordsIn } from '../languages/words.ts';
import { webAddress } from './web-address.ts';

/** Something known of a delegation or an organisation: its name, and one or several values. */
export interface Fact {
  name: string;
  values: FactValue[];
}

export interface FactValue {
  text: Text;
  /** What is said beside it: somebody's office. */
  beside: Text | undefined;
  /** Where it leads, to another site. */
  href: string | undefined;
}

/** Who a delegation is, without what nobody entered. */
export function delegationFacts({ language, data, texts }: Entry<'delegation'>): Fact[] {
  const { head, members, aliases, website } = wordsIn(language);
  return entered([
    { name: head, values: texts.head === undefined ? [] : [person(texts.head)] },
    { name: members, values: texts.members.map(person) },
    { name: aliases, values: texts.aliases.map(plain) },
    { name: website, values: websiteOf(data.website) },
  ]);
}

/** What an organisation is, without what nobody entered. */
export function organisationFacts({ language, data, texts }: Entry<'observer-organisation'>): Fact[] {
  const { acronym, seat, aliases, website } = wordsIn(language);
  const country = data.seatCountry === null ? [] : [plain({ text: countryName(language, data.seatCountry), lang: undefined })];
  return entered([
    { name: acronym, values: texts.acronym === undefined ? [] : [plain(texts.acronym)] },
    { name: seat, values: country },
    { name: aliases, values: texts.aliases.map(plain) },
    { name: website, values: websiteOf(data.website) },
  ]);
}

function entered(facts: Fact[]): Fact[] {
  return facts.filter(({ values }) => values.length > 0);
}

function person({ name, role }: AsTexts<Person>): FactValue {
  return { text: name, beside: role, href: undefined };
}

function plain(text: Text): FactValue {
  return { text, beside: undefined, href: undefined };
}

function websiteOf(address: string | null): FactValue[] {
  if (address === null) return [];
  return [{ text: { text: new URL(address).host, lang: undefined }, beside: undefined, href: webAddress(address) }];
}
