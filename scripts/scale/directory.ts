import { countryCodeSchema } from '@newsroom/shared/delegation';
import { eventKinds } from '@newsroom/shared/event';
import { type Language, languages } from '@newsroom/shared/languages';
import { addDays } from '@newsroom/shared/local-time';
import { organisationKinds } from '@newsroom/shared/observer-organisation';
import { slugify } from '@newsroom/shared/slug';
import { entry, translatedInto, type Unnumbered } from './document.ts';
import { sentence } from './prose.ts';
import type { Random } from './random.ts';

/** The identifiers of what releases speak of. */
export interface Directory {
  events: { id: string; votingDay: string }[];
  delegations: string[];
  organisations: string[];
}

const at = '2020-01-10T06:00:00.000Z';
const bodies: Record<Language, string> = {
  kk: 'Орталық сайлау комиссиясы',
  ru: 'Центральная избирательная комиссия',
  en: 'Central election commission',
};
const gatherings: Record<Language, string> = {
  kk: 'Байқаушылар ассамблеясы',
  ru: 'Ассамблея наблюдателей',
  en: 'Observers’ assembly',
};
const votes: Record<Language, string> = { kk: 'Дауыс беру', ru: 'Голосование', en: 'Vote' };

/** Events, delegations and organisations in all languages, some of them not yet translated. */
export function makeDirectory(
  random: Random,
  counts: { events: number; delegations: number; organisations: number },
  lastDay: string,
): { directory: Directory; entries: Unnumbered[] } {
  const entries: Unnumbered[] = [];
  const events = Array.from({ length: counts.events }, (_, index) => ({
    id: `event${index}`,
    votingDay: addDays(lastDay, -180 * (counts.events - index) + 200),
  }));
  for (const [index, { id, votingDay }] of events.entries()) {
    const kind = random.pick(eventKinds);
    const { source, translated } = translatedInto(random);
    for (const language of languages) {
      const name = translated.includes(language) ? `${votes[language]} ${votingDay} (${index + 1})` : null;
      const summary = name === null ? null : `${sentence(random, language, 10)}.`;
      const phase = votingDay > lastDay ? 'upcoming' : 'closed';
      const data = { name, slug: name && slugify(name), sourceLanguage: source, kind, votingDay, summary, phase } as const;
      entries.push(entry('event', id, language, at, data));
    }
  }

  const delegations = countryCodes()
    .slice(0, counts.delegations)
    .map((countryCode) => ({ id: `delegation${countryCode.toLowerCase()}`, countryCode }));
  for (const { id, countryCode } of delegations) {
    const { source, translated } = translatedInto(random);
    const members = Array.from({ length: random.below(5) }, (_, index) => ({
      name: `Member ${countryCode} ${index + 1}`,
      role: null,
    }));
    for (const language of languages) {
      const electionBody = translated.includes(language) ? `${bodies[language]}: ${countryName(countryCode, language)}` : null;
      const description = electionBody === null ? null : `${sentence(random, language, 12)}.`;
      entries.push(
        entry('delegation', id, language, at, {
          electionBody,
          slug: electionBody && slugify(electionBody),
          sourceLanguage: source,
          countryCode,
          head: members[0] ?? null,
          members: members.slice(1),
          aliases: [`CEC ${countryCode}`],
          description,
          logo: null,
          website: random.chance(50) ? `https://${countryCode.toLowerCase()}.example.org` : null,
        }),
      );
    }
  }

  const organisations = Array.from({ length: counts.organisations }, (_, index) => `organisation${index}`);
  for (const [index, id] of organisations.entries()) {
    const kind = random.pick(organisationKinds);
    const seatCountry = random.pick(delegations).countryCode;
    const { source, translated } = translatedInto(random);
    for (const language of languages) {
      const name = translated.includes(language) ? `${gatherings[language]} № ${index + 1}` : null;
      entries.push(
        entry('observer-organisation', id, language, at, {
          name,
          acronym: name && `OA${index + 1}`,
          slug: name && slugify(name),
          sourceLanguage: source,
          kind,
          seatCountry,
          aliases: [],
          description: name && `${sentence(random, language, 12)}.`,
          logo: null,
          website: null,
        }),
      );
    }
  }
  return { directory: { events, delegations: delegations.map(({ id }) => id), organisations }, entries };
}

function countryCodes(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => countryCodeSchema.safeParse(code).success);
}

function countryName(code: string, language: Language): string {
  return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
}
