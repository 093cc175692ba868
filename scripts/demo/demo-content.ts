import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '@newsroom/shared/languages';
import { languages } from '@newsroom/shared/languages';
import type { OutsideList } from '@newsroom/shared/outside-list';
import { Failure } from '../machine/failure.ts';
import { readOutsideList } from '../metrics/read-outside-list.ts';

const folder = path.join(import.meta.dirname, 'content');

/** Something said in some of the site's languages. */
type Said<T> = Partial<Record<Language, T>>;

/** Fields by the CMS's names. */
export type Fields = Record<string, unknown>;

/** A directory entry: shared fields by the CMS's names, texts by language. */
export interface DemoEntry {
  key: string;
  shared: Fields;
  texts: Record<Language, Fields>;
}

export interface DemoRelease {
  key: string;
  /** The languages in which it was written; the others are shown as not translated. */
  languages: Language[];
  kind: string;
  releasedAt: string;
  event: string | null;
  delegations: string[];
  observerOrganisations: string[];
  /** Older releases, so that they are there when this one names them. */
  related: string[];
  /** Pictures and files by their names. */
  cover: string | null;
  gallery: string[];
  attachments: { file: Said<string>; title: Said<string> }[];
  corrections: { at: string; kind: string; text: Said<string> }[];
  notice: { kind: string; reason: Said<string> } | null;
  texts: Said<{ title: string; summary: string; body: string }>;
}

export interface DemoPage {
  key: string;
  languages: Language[];
  place: string;
  order: number;
  slugs: Said<string>;
  texts: Said<{ title: string; body: string }>;
}

/** What is said of a picture in a language. */
interface DemoPicture {
  alternativeText: string;
  caption: string | null;
}

export interface DemoAccreditation {
  event: string;
  delegation: string | null;
  observerOrganisation: string | null;
  stage: string;
  observers: number;
  asOf: string;
}

/** The wording of the specimen protocol in a language. */
interface FormText {
  office: string;
  title: string;
  notice: string;
  header: string[];
  rows: string[];
  check: string;
  signatures: string[];
}

export type ProtocolForm = Record<Language, FormText>;
export type DemoContent = ReturnType<typeof readDemoContent>;

/** The demo newsroom as it lies in `content/`. */
export function readDemoContent() {
  return {
    settings: readJson<Record<Language | 'shared', Fields>>('site-settings.json'),
    events: readEntries('events.json'),
    delegations: readEntries('delegations.json'),
    organisations: readEntries('observer-organisations.json'),
    accreditations: readJson<DemoAccreditation[]>('accreditations.json'),
    pictures: readJson<{ credit: Record<Language, string>; pictures: Record<string, Record<Language, DemoPicture>> }>(
      'pictures.json',
    ),
    protocolForm: readJson<ProtocolForm>('protocol-form.json'),
    releases: readdirSync(path.join(folder, 'releases')).map(readRelease).sort(byDate),
    pages: readdirSync(path.join(folder, 'pages')).map(readPage),
    redirects: readJson<{ kind: string; from: string; to: string | null }[]>('redirects.json'),
    outsideList: {
      ...readJson<Omit<OutsideList, 'rows'>>('outside-list.json'),
      rows: readOutsideList(readFileSync(path.join(folder, 'outside-list.txt'), 'utf8')).rows,
    } satisfies OutsideList,
  };
}

function readEntries(name: string): DemoEntry[] {
  return readJson<({ key: string } & Fields)[]>(name).map(({ key, ...fields }) => {
    const isText = (field: string) => (languages as readonly string[]).includes(field);
    const pick = (wanted: boolean) => Object.fromEntries(Object.entries(fields).filter(([field]) => isText(field) === wanted));
    return { key, shared: pick(false), texts: pick(true) } as DemoEntry;
  });
}

function readRelease(key: string): DemoRelease {
  const facts = readJson<Omit<DemoRelease, 'key' | 'texts'>>(path.join('releases', key, 'release.json'));
  return { key, ...facts, texts: readTexts(path.join('releases', key), facts.languages, readReleaseText) };
}

function readPage(key: string): DemoPage {
  const facts = readJson<Omit<DemoPage, 'key' | 'texts'>>(path.join('pages', key, 'page.json'));
  return { key, ...facts, texts: readTexts(path.join('pages', key), facts.languages, readPageText) };
}

/** Reads a text in each of its languages, and refuses one that nobody announced. */
function readTexts<T>(place: string, written: Language[], read: (name: string) => T): Said<T> {
  for (const language of languages) {
    const name = path.join(place, `${language}.md`);
    if (existsSync(path.join(folder, name)) !== written.includes(language))
      throw new Failure(`${name} is there but not among the "languages" of its document, or the other way round.`);
  }
  return Object.fromEntries(written.map((language) => [language, read(path.join(place, `${language}.md`))])) as Said<T>;
}

/** A language version is a title, a summary, a line of three dashes and the body. */
function readReleaseText(name: string) {
  const found = /^# (?<title>[^\n]+)\n\n(?<summary>[^\n]+)\n\n---\n\n(?<body>.+)$/s.exec(readContent(name));
  const { title, summary, body } = found?.groups ?? {};
  if (!title || !summary || !body)
    throw new Failure(`${name} is not written as "# title", summary, "---" and body, with empty lines between.`);
  return { title, summary, body };
}

/** A language version of a page is a title and the body. */
function readPageText(name: string) {
  const { title, body } = /^# (?<title>[^\n]+)\n\n(?<body>.+)$/s.exec(readContent(name))?.groups ?? {};
  if (!title || !body) throw new Failure(`${name} is not written as "# title" and body, with an empty line between.`);
  return { title, body };
}

function readJson<T>(name: string): T {
  return JSON.parse(readContent(name)) as T;
}

function readContent(name: string): string {
  return readFileSync(path.join(folder, name), 'utf8');
}

function byDate(a: DemoRelease, b: DemoRelease): number {
  return Date.parse(a.releasedAt) - Date.parse(b.releasedAt);
}
