import type { Accreditation } from '@newsroom/shared/accreditation';
import type { DirectoryType } from '@newsroom/shared/directory';
import type { Language } from '@newsroom/shared/languages';
import type { TypedRow } from './typed-row.ts';

/** The sections in which subjects stand, by their type. */
export const sections = {
  event: 'events',
  delegation: 'delegations',
  'observer-organisation': 'organisations',
} as const satisfies Record<DirectoryType, string>;

/** A delegation, an organisation or an event, its texts taken from the language in which it was entered where it has none. */
export interface PeerSubject {
  id: string;
  section: (typeof sections)[DirectoryType];
  /** The section's name for its kind, among the words; a delegation has none. */
  kind: string | null;
  country: string | null;
  name: string;
  acronym: string | null;
  /** The language of its texts, where that is another one. */
  lang: Language | null;
  description: string | null;
  head: string | null;
  members: string[];
  aliases: string[];
  website: string | null;
  votingDay: string | null;
  phase: string | null;
  /** Of an event, by who sends observers; of all others, by event. */
  accreditations: { of: string; section: PeerSubject['section']; observers: number; stage: string; asOf: string }[];
}

interface Directory {
  event: TypedRow<'event'>[];
  delegation: TypedRow<'delegation'>[];
  'observer-organisation': TypedRow<'observer-organisation'>[];
  accreditations: Accreditation[];
}

/** Every subject as pages in a language show it. */
export function subjectsIn(language: Language, directory: Directory): PeerSubject[] {
  const { accreditations } = directory;
  return [
    ...shownIn(language, directory.event, ({ name }) => name).map(({ id, data, lang }) => ({
      ...nothing,
      id,
      lang,
      section: sections.event,
      kind: data.kind,
      name: data.name ?? '',
      description: data.summary,
      votingDay: data.votingDay,
      phase: data.phase,
      accreditations: accreditations.filter(({ event }) => event === id).map(byParticipant),
    })),
    ...shownIn(language, directory.delegation, ({ electionBody }) => electionBody).map(({ id, data, lang }) => ({
      ...nothing,
      id,
      lang,
      section: sections.delegation,
      country: countryName(data.countryCode, language),
      name: data.electionBody ?? '',
      description: data.description,
      head: data.head?.name ?? null,
      members: data.members.map(({ name }) => name),
      aliases: data.aliases,
      website: data.website,
      accreditations: accreditations.filter(({ delegation }) => delegation === id).map(byEvent),
    })),
    ...shownIn(language, directory['observer-organisation'], ({ name }) => name).map(({ id, data, lang }) => ({
      ...nothing,
      id,
      lang,
      section: sections['observer-organisation'],
      kind: data.kind,
      country: data.seatCountry && countryName(data.seatCountry, language),
      name: data.name ?? '',
      acronym: data.acronym,
      description: data.description,
      aliases: data.aliases,
      website: data.website,
      accreditations: accreditations.filter(({ observerOrganisation }) => observerOrganisation === id).map(byEvent),
    })),
  ];
}

/** What a kind of subject does not have. */
const nothing = {
  kind: null,
  country: null,
  acronym: null,
  head: null,
  members: [],
  aliases: [],
  website: null,
  votingDay: null,
  phase: null,
};

/** One version of each document: in the language, or in the one that it was entered in. */
function shownIn<T extends DirectoryType>(
  language: Language,
  rows: readonly TypedRow<T>[],
  nameOf: (data: TypedRow<T>['data']) => string | null,
): (TypedRow<T> & { lang: Language | null })[] {
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((versions) => {
    const named = versions.filter(({ data }) => nameOf(data) !== null);
    const shown =
      named.find((version) => version.language === language) ??
      named.find(({ data, language: own }) => own === data.sourceLanguage);
    return shown === undefined ? [] : [{ ...shown, lang: shown.language === language ? null : shown.language }];
  });
}

function byParticipant({ delegation, observerOrganisation, observers, stage, asOf }: Accreditation) {
  return delegation === null
    ? { of: observerOrganisation ?? '', section: sections['observer-organisation'], observers, stage, asOf }
    : { of: delegation, section: sections.delegation, observers, stage, asOf };
}

function byEvent({ event, observers, stage, asOf }: Accreditation) {
  return { of: event, section: sections.event, observers, stage, asOf };
}

function countryName(code: string, language: Language): string {
  return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
}
