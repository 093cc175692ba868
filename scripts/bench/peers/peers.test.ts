import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { languages } from '@newsroom/shared/languages';
import { afterAll, describe, expect, it } from 'vitest';
import { filesBelow } from '../../machine/files-below.ts';
import { lastDay, makeNewsroom } from '../../scale/newsroom-of-scale.ts';
import { writeAstroInput } from './astro-input.ts';
import { hugoReleaseFile, writeHugoInput } from './hugo-input.ts';
import { mediaHref, peerNewsrooms } from './peer-newsroom.ts';
import { writeStaticFiles } from './static-files.ts';

const n = 30;
const { entries, originals } = makeNewsroom(n, { seed: 7, translated: 'all' });
const newsrooms = peerNewsrooms(entries, lastDay);
const folder = mkdtempSync(path.join(tmpdir(), 'newsroom-peers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what peers get', () => {
  it('has every release, subject and page in each language', () => {
    expect(newsrooms.map(({ language }) => language)).toEqual(languages);
    for (const { releases, subjects, pages } of newsrooms)
      expect([releases.length, subjects.length, pages.length]).toEqual([n, 150 + 60 + 12, 6]);
  });

  it('names subjects that have a text, and in whose language it is where that is another', () => {
    for (const { language, subjects } of newsrooms) {
      expect(subjects.filter(({ name }) => name === '')).toEqual([]);
      expect(subjects.map(({ lang }) => lang)).not.toContain(language);
    }
  });

  it('names nothing that is not there', () => {
    for (const { releases, subjects, popular } of newsrooms) {
      const there = new Set([...releases, ...subjects].map(({ id }) => id));
      const named = releases.flatMap(({ events, delegations, organisations, readAlso }) => [
        ...[...events, ...delegations, ...organisations, ...readAlso],
      ]);
      const accredited = subjects.flatMap(({ accreditations }) => accreditations.map(({ of }) => of));
      const all = [...named, ...accredited, ...popular.map(({ id }) => id)];
      expect(all.filter((id) => !there.has(id))).toEqual([]);
    }
  });

  it('never has a release to be read after itself, or a younger one that no editor chose', () => {
    for (const { id, readAlso } of newsrooms[0]?.releases ?? []) expect(readAlso.every((other) => other < id)).toBe(true);
  });

  it('names no file by the reference that only this project knows', () => {
    expect(JSON.stringify(newsrooms)).not.toMatch(/\(media:/);
  });
});

describe('the project for Hugo', () => {
  const own = path.join(folder, 'hugo');
  writeHugoInput(own, newsrooms);

  it('has a file for every document in each language', () => {
    for (const { language, releases, subjects, pages } of newsrooms) {
      const files = releases.map((release) => hugoReleaseFile(own, language, release));
      expect(files.filter((file) => !existsSync(file))).toEqual([]);
      const below = (section: string) => filesBelow(path.join(own, 'content', language, section));
      expect(below('news').filter((file) => !file.endsWith('_index.md'))).toHaveLength(n);
      const dossiers = ['delegations', 'organisations', 'events'].flatMap(below);
      expect([dossiers.length, below('pages').length]).toEqual([subjects.length, pages.length + 1]);
    }
  });

  it('has the text of a release below its front matter', () => {
    const [newsroom] = newsrooms;
    const release = newsroom?.releases.at(-1);
    if (newsroom === undefined || release === undefined) throw new Error('There is no release.');
    const text = readFileSync(hugoReleaseFile(own, newsroom.language, release), 'utf8');
    const end = text.indexOf('\n}\n\n');
    expect(JSON.parse(text.slice(0, end + 2))).toMatchObject({ title: release.title, slug: release.slug });
    expect(text.slice(end + 4).trim()).toBe(release.body.trim());
  });
});

describe('the project for Astro', () => {
  const own = path.join(folder, 'astro');
  writeAstroInput(own, newsrooms);
  const linesOf = (name: string) =>
    readFileSync(path.join(own, 'data', `${name}.ndjson`), 'utf8')
      .trim()
      .split('\n');

  it('has a line for every document in each language', () => {
    expect(['releases', 'subjects', 'pages'].map((name) => linesOf(name).length)).toEqual([3 * n, 3 * 222, 3 * 6]);
    expect(linesOf('releases').map((line) => JSON.parse(line).body)).toEqual(
      newsrooms.flatMap(({ releases }) => releases.map(({ body }) => body)),
    );
  });
});

it('peers have the bytes of every picture and file, as they were uploaded', () => {
  const own = path.join(folder, 'static');
  writeStaticFiles(own, originals);
  for (const { file, bytes } of originals) expect(readFileSync(path.join(own, mediaHref(file))).equals(bytes)).toBe(true);
});
