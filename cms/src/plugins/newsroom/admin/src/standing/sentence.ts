import type { Language } from '@newsroom/shared/languages';
import type { DocumentStanding, VersionStanding } from '@newsroom/shared/standing';
import { capital, type Say } from '../publishing/say';

type Version = DocumentStanding['versions'][number];

/** What can be said of a version in the sentence, in the order in which it is said. */
const clauses = [
  'live',
  'withdrawn',
  'changing',
  'coming',
  'paused',
  'refused',
  'no-publisher',
  'site-silent',
  'held',
  'leaving',
  'staying',
  'removed',
  'draft',
  'absent',
] as const;

type Clause = (typeof clauses)[number];

/** One sentence that says where a document stands. @example 'Live in Kazakh and Russian; English is not translated.' */
export function standingSentence(say: Say, locale: string, { versions }: DocumentStanding): string {
  const said = [
    ...clauses.map((clause) => ({ clause, of: versions.filter(({ standing }) => clauseOf(standing) === clause) })),
    { clause: 'edited' as const, of: versions.filter(({ editedSince }) => editedSince) },
  ].filter(({ of }) => of.length > 0);
  if (said.length === 0) return say('newsroom.panel.nothing');
  return `${capital(said.map(({ clause, of }) => clauseWords(say, locale, clause, of)).join('; '))}.`;
}

function clauseOf(standing: VersionStanding): Clause {
  switch (standing.kind) {
    case 'waiting':
      if (standing.obstacle !== null) return standing.obstacle.kind;
      return standing.live === null ? 'coming' : 'changing';
    case 'making':
      return standing.live === null ? 'coming' : 'changing';
    case 'leaving':
      return standing.obstacle === null ? 'leaving' : 'staying';
    case 'live':
      return standing.live.withdrawn ? 'withdrawn' : 'live';
    default:
      return standing.kind;
  }
}

function clauseWords(say: Say, locale: string, clause: Clause | 'edited', of: Version[]): string {
  const languages = of.flatMap(({ language }) => (language === null ? [] : [language]));
  if (languages.length === 0) return say(`newsroom.sentenceAlone.${clause}`);
  return say(`newsroom.sentence.${clause}`, {
    languages: listed(say, locale, clause === 'absent' ? 'into' : 'in', languages),
    count: languages.length,
  });
}

function listed(say: Say, locale: string, form: 'in' | 'into', languages: Language[]): string {
  return new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale).format(
    languages.map((language) => say(`newsroom.language.${form}.${language}`)),
  );
}
