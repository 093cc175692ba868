import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { languages } from '@newsroom/shared/languages';
import { popularPeriods } from '@newsroom/shared/popular-rule';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { folders } from '../machine/folders.ts';
import { runToEnd } from '../machine/processes.ts';
import { publishedSite } from '../published-site/published-site.ts';
import { entry, type Unnumbered } from '../scale/document.ts';
import { feedLines } from '../scale/feed-lines.ts';
import { lastDay, makeNewsroom } from '../scale/newsroom-of-scale.ts';
import { serveSite } from '../static-server/serve-site.ts';
import { type Verification, verifyPopularity } from './verify.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'newsroom-popularity-'));
const drawn = path.join(scratch, 'dist');
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** The site of a made-up newsroom, drawn for a day of which nothing was counted yet. */
beforeAll(async () => {
  const { entries, originals } = makeNewsroom(60, { seed: 3 });
  const ids = [...new Set(entries.filter(({ type }) => type === 'press-release').map(({ id }) => id))];
  const decided = { pins: ids.slice(0, 2), exclusions: ids.slice(-2), silentSince: `${lastDay}T03:00:00.000Z` };
  const choices = entry('popular-choices', 'popular', null, '2026-01-31T03:00:00.000Z', decided);
  const pulled = path.join(scratch, 'site', 'media', 'originals');
  mkdirSync(pulled, { recursive: true });
  for (const { file, bytes } of originals) writeFileSync(path.join(pulled, file.sha256), bytes);
  const feed = path.join(scratch, 'feed.ndjson');
  writeFileSync(feed, feedLines([...withdrawing(ids[40], entries), choices], 'popularity').join(''));
  const { code, log } = await runToEnd({
    name: 'popularity-build',
    args: ['scripts/publish/build.ts', '--feed', feed, '--as-of', '2026-02-01'],
    cwd: folders.repository,
    environment: {
      ...{ NEWSROOM_VAR: scratch, NEWSROOM_DIST: drawn, NEWSROOM_ENV: path.join(scratch, 'env') },
      SITE_URL: 'https://newsroom.example',
    },
  });
  expect({ code, said: code === 0 ? '' : readFileSync(log, 'utf8') }).toEqual({ code: 0, said: '' });
}, 240_000);

function withdrawing(id: string | undefined, entries: readonly Unnumbered[]): Unnumbered[] {
  return entries.map((each) =>
    each.type === 'press-release' && each.id === id
      ? { ...each, data: { ...each.data, notice: { kind: 'withdrawn', reason: 'It was wrong.' } } }
      : each,
  );
}

/** The site, as far as its lists go, for a test to change. */
let site: string;
beforeEach(() => {
  site = mkdtempSync(path.join(scratch, 'site-'));
  for (const folder of ['readership', ...languages.map((language) => `${language}/popular`)])
    cpSync(path.join(drawn, folder), path.join(site, folder), { recursive: true });
});

/** Changes a published file. */
function tamper(file: string, change: (text: string) => string): void {
  const there = path.join(site, file);
  writeFileSync(there, change(readFileSync(there, 'utf8')));
}

const verify = () => verifyPopularity(publishedSite(site));

/** The lists that are not what comes out. @example 'kk now together' */
function wrong({ lists }: Verification): string[] {
  return lists.flatMap(({ language, period, ranking, differences }) =>
    differences.length > 0 ? [`${language} ${period} ${ranking}`] : [],
  );
}

describe('the lists of a site, computed again from what it publishes', () => {
  it('are what it shows: of every language and period, pins, exclusions and places of the day before included', async () => {
    const verification = await verify();
    expect(wrong(verification)).toEqual([]);
    expect(verification.isGood).toBe(true);
    expect(verification.lists).toHaveLength(3 * popularPeriods.length * 2);
    for (const { entries } of verification.lists) expect(entries).toBeGreaterThan(1);
  });

  it('are the same in the web', async () => {
    const server = await serveSite(site, 0);
    const { port } = server.address() as { port: number };
    expect((await verifyPopularity(publishedSite(`http://127.0.0.1:${port}`))).isGood).toBe(true);
    server.close();
  });

  it('are not what a list says whose score somebody changed', async () => {
    tamper('ru/popular/week/popular.json', (text) => text.replace(/"score": "\d+"/, '"score": "1"'));
    const verification = await verify();
    expect(wrong(verification)).toEqual(['ru week together']);
    expect(verification.lists.flatMap(({ differences }) => differences)).toEqual([
      expect.stringMatching(/^entry 1: score is 1 on the site, and \d+ comes out$/),
    ]);
  });

  it('are others where the counts of a day are', async () => {
    tamper(`readership/days/${lastDay}.csv`, (text) => text.replace(/^(\w+,kk),\d+,/m, '$1,999999,'));
    const found = wrong(await verify());
    expect(found).toEqual(expect.arrayContaining(['kk now together', 'kk today inLanguage', 'en all-time together']));
    expect(found).not.toContain('ru today inLanguage');
  });

  it('are others where a release is said to be withdrawn that is not', async () => {
    const { together } = JSON.parse(readFileSync(path.join(site, 'kk', 'popular', 'popular.json'), 'utf8'));
    const { id, url } = together.entries.at(-1);
    const [, year, month] = /\/news\/(\d+)\/(\d+)\//.exec(url) ?? [];
    tamper(`readership/addresses/${year}-${month}.json`, (text) => {
      const table = JSON.parse(text);
      for (const release of table.releases) if (release.id === id) release.isWithdrawn = true;
      return JSON.stringify(table);
    });
    expect(wrong(await verify())).toContain('kk now together');
  });

  it('are not those of another rule', async () => {
    tamper('en/popular/month/popular.json', (text) => text.replace('"windowDays": 30', '"windowDays": 29'));
    const { lists } = await verify();
    const told = lists.flatMap(({ differences }) => differences);
    expect(told).toContain('rule is not as in the list of the period "now"');
  });
});

describe('what is missing or broken is said in a sentence:', () => {
  const refusal = async () => ((await verify().catch((error: Error) => error)) as Error).message;

  it('a day', async () => {
    rmSync(path.join(site, 'readership', 'days', '2026-01-15.csv'));
    expect(await refusal()).toBe(
      `There is no /readership/days/2026-01-15.csv in ${site}: either no site of this project stands there, or the file is missing from it.`,
    );
  });

  it('a list', async () => {
    rmSync(path.join(site, 'kk', 'popular', 'today', 'popular.json'));
    expect(await refusal()).toContain('There is no /kk/popular/today/popular.json');
  });

  it('a number that is none', async () => {
    tamper('readership/days/2026-01-15.csv', (text) => text.replace(/^(\w+,kk),\d+,/m, '$1,many,'));
    expect(await refusal()).toMatch(/^\/readership\/days\/2026-01-15.csv is not as it should be: \d+\.views: /);
  });

  it('other columns', async () => {
    tamper('readership/days/2026-01-15.csv', (text) => text.replace('views,comments', 'comments,views'));
    expect(await refusal()).toContain('its first line is not release,language,views,comments,reactions');
  });

  it('a line that is cut', async () => {
    tamper('readership/days/2026-01-15.csv', (text) => text.trimEnd().replace(/,\d+$/, ''));
    expect(await refusal()).toContain('/readership/days/2026-01-15.csv is no CSV: ');
  });

  it('JSON that is none', async () => {
    tamper('readership/index.json', (text) => text.slice(0, -20));
    expect(await refusal()).toContain('/readership/index.json is no JSON: ');
  });

  it('a list in the place of another', async () => {
    cpSync(path.join(site, 'kk', 'popular', 'week', 'popular.json'), path.join(site, 'kk', 'popular', 'month', 'popular.json'));
    expect(await refusal()).toBe('/kk/popular/month/popular.json is another list: in kk, of the period "week".');
  });

  it('a server that is not there', async () => {
    await expect(verifyPopularity(publishedSite('http://127.0.0.1:9'))).rejects.toThrow(
      'http://127.0.0.1:9/readership/index.json cannot be read: ',
    );
  });
});
