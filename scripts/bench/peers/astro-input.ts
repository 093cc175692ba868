import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { folders } from '../../machine/folders.ts';
import type { PeerNewsroom } from './peer-newsroom.ts';

/** Writes a project for Astro: our templates, the newsroom as NDJSON for its content loader, and the site's own packages. */
export function writeAstroInput(folder: string, newsrooms: readonly PeerNewsroom[]): void {
  cpSync(path.join(import.meta.dirname, 'astro'), folder, { recursive: true });
  cpSync(path.join(import.meta.dirname, 'words'), path.join(folder, 'src', 'words'), { recursive: true });
  const data = path.join(folder, 'data');
  mkdirSync(data);
  lines(path.join(data, 'releases.ndjson'), newsrooms, ({ releases }) => releases);
  lines(path.join(data, 'subjects.ndjson'), newsrooms, ({ subjects }) => subjects);
  lines(path.join(data, 'pages.ndjson'), newsrooms, ({ pages }) => pages);
  const settings = newsrooms.map(({ releases: _, subjects: __, pages: ___, ...rest }) => [rest.language, rest]);
  writeFileSync(path.join(folder, 'src', 'settings.json'), JSON.stringify(Object.fromEntries(settings)));
  symlinkSync(path.join(folders.site, 'node_modules'), path.join(folder, 'node_modules'));
}

function lines(file: string, newsrooms: readonly PeerNewsroom[], rowsOf: (newsroom: PeerNewsroom) => object[]): void {
  const all = newsrooms.flatMap((newsroom) => rowsOf(newsroom).map((row) => ({ language: newsroom.language, ...row })));
  writeFileSync(file, all.map((row) => `${JSON.stringify(row)}\n`).join(''));
}
