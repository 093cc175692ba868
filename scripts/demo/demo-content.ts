import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '@newsroom/shared/languages';
import { languages } from '@newsroom/shared/languages';
import { Failure } from '../machine/failure.ts';

const folder = path.join(import.meta.dirname, 'content');

/** Texts of a directory entry or of the settings, by the CMS's field names. */
type Texts = Record<string, string | null>;

/** A directory entry: shared fields by the CMS's names, texts by language. */
export interface DemoEntry {
  key: string;
  shared: Record<string, string | null>;
  texts: Record<Language, Texts>;
}

export interface DemoRelease {
  key: string;
  kind: string;
  releasedAt: string;
  event: string | null;
  delegations: string[];
  observerOrganisations: string[];
  texts: Record<Language, { title: string; summary: string; body: string }>;
}

/** The demo newsroom as it lies in `content/`. */
export function readDemoContent() {
  return {
    settings: readJson<Record<Language, Texts>>('site-settings.json'),
    events: readEntries('events.json'),
    delegations: readEntries('delegations.json'),
    organisations: readEntries('observer-organisations.json'),
    releases: readdirSync(path.join(folder, 'releases')).map(readRelease).sort(byDate),
  };
}

function readEntries(name: string): DemoEntry[] {
  return readJson<({ key: string } & Record<string, unknown>)[]>(name).map(({ key, ...fields }) => {
    const isText = (field: string) => (languages as readonly string[]).includes(field);
    const pick = (wanted: boolean) => Object.fromEntries(Object.entries(fields).filter(([field]) => isText(field) === wanted));
    return { key, shared: pick(false), texts: pick(true) } as DemoEntry;
  });
}

function readRelease(key: string): DemoRelease {
  const facts = readJson<Omit<DemoRelease, 'key' | 'texts'>>(path.join('releases', key, 'release.json'));
  const texts = languages.map((language) => [language, readText(path.join('releases', key, `${language}.md`))]);
  return { key, ...facts, texts: Object.fromEntries(texts) };
}

/** A language version is a title, a summary, a line of three dashes and the body. */
function readText(name: string): DemoRelease['texts'][Language] {
  const found = /^# (?<title>[^\n]+)\n\n(?<summary>[^\n]+)\n\n---\n\n(?<body>.+)$/s.exec(
    readFileSync(path.join(folder, name), 'utf8'),
  );
  const { title, summary, body } = found?.groups ?? {};
  if (!title || !summary || !body)
    throw new Failure(`${name} is not written as "# title", summary, "---" and body, with empty lines between.`);
  return { title, summary, body };
}

function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as T;
}

function byDate(a: DemoRelease, b: DemoRelease): number {
  return Date.parse(a.releasedAt) - Date.parse(b.releasedAt);
}
