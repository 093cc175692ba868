import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '@newsroom/shared/languages';
import type { PeerNewsroom, PeerRelease } from './peer-newsroom.ts';
import type { PeerSubject } from './peer-subject.ts';

/** Writes a project for Hugo: our templates, and the newsroom as Markdown files with front matter. */
export function writeHugoInput(folder: string, newsrooms: readonly PeerNewsroom[]): void {
  cpSync(path.join(import.meta.dirname, 'hugo'), folder, { recursive: true });
  cpSync(path.join(import.meta.dirname, 'words'), path.join(folder, 'data', 'words'), { recursive: true });
  for (const newsroom of newsrooms) {
    writeSettings(folder, newsroom);
    writeContent(folder, newsroom);
  }
}

function writeSettings(folder: string, { language, name, description, publisher, contact, footerLinks }: PeerNewsroom): void {
  const settings = path.join(folder, 'data', 'settings');
  mkdirSync(settings, { recursive: true });
  writeFileSync(path.join(settings, `${language}.json`), JSON.stringify({ name, description, publisher, contact, footerLinks }));
}

function writeContent(folder: string, { language, name, releases, subjects, pages, popular }: PeerNewsroom): void {
  const content = path.join(folder, 'content', language);
  const index = (section: string, frontMatter: object) => writePage(path.join(content, section, '_index.md'), frontMatter);
  const single = (section: string, frontMatter: object) => writePage(path.join(content, section, 'index.md'), frontMatter);
  const paths = pathsOf(releases);
  index('', { title: name });
  index('news', { outputs: ['HTML', 'RSS'] });
  single('popular', {
    layout: 'popular',
    outputs: ['HTML', 'JSON'],
    popular: popular.map((row) => ({ ...row, path: paths.get(row.id) })),
  });
  single('corrections', { layout: 'corrections' });
  for (const unlisted of ['pages', 'subjectyears']) index(unlisted, { _build: { render: 'never' } });
  for (const month of new Set(releases.map((release) => release.month)))
    index(path.join('news', ...month.split('-')), { layout: 'month', date: `${month}-01T00:00:00Z` });
  for (const release of releases)
    writePage(hugoReleaseFile(folder, language, release), frontMatterOfRelease(release, paths), release.body);
  for (const subject of subjects) index(path.join(subject.section, subject.id), frontMatterOfSubject(subject));
  for (const { id, title, slug, body, place } of pages)
    writePage(path.join(content, 'pages', `${id}.md`), { title, slug, ...(place === 'none' ? {} : { menu: place }) }, body);
}

/** The file of one release in one language. */
export function hugoReleaseFile(folder: string, language: Language, { id, month }: Pick<PeerRelease, 'id' | 'month'>): string {
  return path.join(folder, 'content', language, 'news', ...month.split('-'), `${id}.md`);
}

function frontMatterOfRelease(release: PeerRelease, paths: ReadonlyMap<string, string>): object {
  const { id: _, body: __, month, summary, releasedAt, readAlso, ...rest } = release;
  const { events, delegations, organisations, corrections, notice } = rest;
  return {
    ...rest,
    date: releasedAt,
    description: summary ?? '',
    subjectyears: [...events, ...delegations, ...organisations].map((subject) => `${subject}-${month.slice(0, 4)}`),
    readalso: readAlso.map((other) => paths.get(other)),
    corrected: corrections.length > 0 || notice !== null,
  };
}

/** Where Hugo finds each release, by its identifier. */
function pathsOf(releases: readonly PeerRelease[]): Map<string, string> {
  return new Map(releases.map(({ id, month }) => [id, `/news/${month.replace('-', '/')}/${id}`]));
}

function frontMatterOfSubject({ name, ...subject }: PeerSubject): object {
  return { title: name, ...subject };
}

function writePage(file: string, frontMatter: object, body = ''): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(frontMatter, null, 1)}\n\n${body}\n`);
}
