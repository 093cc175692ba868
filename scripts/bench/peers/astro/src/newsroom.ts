import { type CollectionEntry, getCollection } from 'astro:content';
import { renderMarkdown } from './markdown.ts';
import settingsOf from './settings.json';
import en from './words/en.json';
import kk from './words/kk.json';
import ru from './words/ru.json';

export type Language = 'kk' | 'ru' | 'en';
export type Section = 'events' | 'delegations' | 'organisations';
export type Release = CollectionEntry<'releases'>;
export type Subject = CollectionEntry<'subjects'>;
export type Still = CollectionEntry<'pages'>;

export const languages: Language[] = ['kk', 'ru', 'en'];
export const sections: Section[] = ['events', 'delegations', 'organisations'];
export const words = { kk, ru, en };
export const settings = settingsOf;
/** How to reach the office, which stands on every page. */
export const contacts = {
  kk: renderMarkdown(settings.kk.contact),
  ru: renderMarkdown(settings.ru.contact),
  en: renderMarkdown(settings.en.contact),
};

/** Every release, the newest first. */
export const releases = (await getCollection('releases')).sort((a, b) => (a.data.releasedAt < b.data.releasedAt ? 1 : -1));
export const subjects = await getCollection('subjects');
export const stills = await getCollection('pages');

const releaseById = new Map(releases.map((release) => [release.id, release]));
const subjectById = new Map(subjects.map((subject) => [subject.id, subject]));
const stillById = new Map(stills.map((still) => [still.id, still]));
const byLanguage = Map.groupBy(releases, ({ data }) => data.language);
const byMonth = Map.groupBy(releases, ({ data }) => `${data.language}/${data.month}`);
const bySubject = new Map<string, Release[]>();
for (const release of releases) {
  const { language, events, delegations, organisations } = release.data;
  for (const id of [...events, ...delegations, ...organisations]) {
    const key = `${language}/${id}`;
    const list = bySubject.get(key);
    if (list === undefined) bySubject.set(key, [release]);
    else list.push(release);
  }
}
const yearsBySubject = new Map(
  [...bySubject].map(([key, list]) => [key, Map.groupBy(list, ({ data }) => data.month.slice(0, 4))]),
);

export const releaseOf = (language: Language, id: string) => releaseById.get(`${language}/${id}`);
export const subjectOf = (language: Language, id: string) => subjectById.get(`${language}/${id}`);
export const latest = (language: Language, count: number) => byLanguage.get(language)?.slice(0, count) ?? [];
export const releasesOf = (language: Language) => byLanguage.get(language) ?? [];
export const releasesOfMonth = (language: Language, month: string) => byMonth.get(`${language}/${month}`) ?? [];
export const releasesAbout = (language: Language, id: string) => bySubject.get(`${language}/${id}`) ?? [];
export const yearsAbout = (language: Language, id: string) =>
  yearsBySubject.get(`${language}/${id}`) ?? new Map<string, Release[]>();
export const subjectsIn = (language: Language, section: Section) =>
  subjects.filter(({ data }) => data.language === language && data.section === section);

const monthsIn = new Map(
  languages.map((language) => [language, [...new Set(releasesOf(language).map(({ data }) => data.month))]]),
);
export const months = (language: Language) => monthsIn.get(language) ?? [];

export const releasePath = ({ data }: Release) => `/${data.language}/news/${data.month.replace('-', '/')}/${data.slug}/`;
export const subjectPath = ({ data }: Subject) => `/${data.language}/${data.section}/${data.id}/`;
export const monthPath = (language: Language, month: string) => `/${language}/news/${month.replace('-', '/')}/`;
export const stillPath = ({ data }: Still) => `/${data.language}/pages/${data.slug}/`;

export type Alternates = Partial<Record<Language, string>>;
export const inAll = (path: (language: Language) => string | undefined): Alternates =>
  Object.fromEntries(languages.flatMap((language) => (path(language) === undefined ? [] : [[language, path(language)]])));
export const releaseAlternates = ({ data }: Release) =>
  inAll((language) => {
    const found = releaseOf(language, data.id);
    return found && releasePath(found);
  });
export const subjectAlternates = ({ data }: Subject) =>
  inAll((language) => {
    const found = subjectOf(language, data.id);
    return found && subjectPath(found);
  });
export const stillAlternates = ({ data }: Still) =>
  inAll((language) => {
    const found = stillById.get(`${language}/${data.id}`);
    return found && stillPath(found);
  });

const formatters = new Map<string, Intl.DateTimeFormat>();
function formatter(language: Language, name: string, options: Intl.DateTimeFormatOptions) {
  const key = `${language} ${name}`;
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(`${language}-KZ`, { timeZone: 'Asia/Almaty', ...options });
  formatters.set(key, made);
  return made;
}
export const dayText = (language: Language, day: string) =>
  formatter(language, 'day', { dateStyle: 'long' }).format(new Date(day));
export const instantText = (language: Language, instant: string) =>
  formatter(language, 'instant', { dateStyle: 'long', timeStyle: 'short' }).format(new Date(instant));
export const monthText = (language: Language, month: string) =>
  formatter(language, 'month', { year: 'numeric', month: 'long' }).format(new Date(`${month}-15T00:00:00Z`));

const navigations = new Map<Language, { header: Still[]; footer: Still[] }>(
  languages.map((language) => {
    const own = stills.filter(({ data }) => data.language === language);
    return [
      language,
      { header: own.filter(({ data }) => data.place === 'header'), footer: own.filter(({ data }) => data.place === 'footer') },
    ];
  }),
);
export const navigation = (language: Language) => navigations.get(language) ?? { header: [], footer: [] };
