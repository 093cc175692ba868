import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Edition, editionPath } from '@newsroom/shared/edition';
import { languages } from '@newsroom/shared/languages';
import { addressesPath, popularJsonPath } from '@newsroom/shared/permalink';
import type { PopularList } from '@newsroom/shared/popular-list';
import { popularPeriods } from '@newsroom/shared/popular-rule';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { folders } from '../machine/folders.ts';
import { runToEnd } from '../machine/processes.ts';
import { type PublishedSite, publishedSite } from '../published-site/published-site.ts';
import { entry, type Unnumbered } from '../scale/document.ts';
import { feedLines } from '../scale/feed-lines.ts';
import { lastDay, makeNewsroom } from '../scale/newsroom-of-scale.ts';
import { serveSite } from '../static-server/serve-site.ts';
import { tellVerification } from './tell-verification.ts';
import { type Verification, verifyPopularity } from './verify.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'newsroom-popularity-'));
const drawn = path.join(scratch, 'dist');
afterAll(() => rmSync(scratch, { recursive: true, force: true }), 60_000);

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

/** The site, as far as its lists and pages go, for a test to change. */
let site: string;
beforeEach(() => {
  site = mkdtempSync(path.join(scratch, 'site-'));
  const needed = languages.flatMap((language) => ['index.html', 'news', 'popular'].map((each) => path.join(language, each)));
  for (const each of ['readership', ...needed]) cpSync(path.join(drawn, each), path.join(site, each), { recursive: true });
});
afterEach(() => rmSync(site, { recursive: true, force: true }));

/** Changes a published file. */
function tamper(file: string, change: (text: string) => string): void {
  const there = path.join(site, file);
  writeFileSync(there, change(readFileSync(there, 'utf8')));
}

/** Changes a published list. */
function tamperList(file: string, change: (list: PopularList) => void): void {
  tamper(file, (text) => {
    const list = JSON.parse(text);
    change(list);
    return JSON.stringify(list);
  });
}

/** Makes the site an edition. */
function putEdition(facts: Partial<Edition>): void {
  const digest = '0'.repeat(64);
  const edition: Edition = {
    ...{ edition: 'newsroom', version: 1, generation: 1, epoch: 'e', seq: 1, code: digest, asOf: '2026-02-01', mark: digest },
    ...{ at: '2026-02-01T00:00:00.000Z', pages: 1, held: [], heldCount: 0, paused: null, order: 0 },
    ...facts,
  };
  writeFileSync(path.join(site, editionPath), JSON.stringify(edition));
}

const verify = () => verifyPopularity(publishedSite(site));

/** The lists that are not what comes out. @example 'kk now together' */
function wrong({ lists }: Verification): string[] {
  return lists.flatMap(({ language, period, ranking, differences }) =>
    differences.length > 0 ? [`${language} ${period} ${ranking}`] : [],
  );
}

/** What is said of all lists, each sentence once. */
function told({ lists }: Verification): string[] {
  return [...new Set(lists.flatMap(({ differences }) => differences))];
}

describe('the lists of a site, computed again from what it publishes', () => {
  it('are what it shows: of every language and period, pins, exclusions and places of the day before included', async () => {
    const verification = await verify();
    expect(wrong(verification)).toEqual([]);
    expect(verification.isGood).toBe(true);
    expect(verification.lists).toHaveLength(3 * popularPeriods.length * 2);
    for (const { entries } of verification.lists) expect(entries).toBeGreaterThan(1);
  });

  it('are the same in the web, at whatever address it is reached', async () => {
    const server = await serveSite(site, 0);
    const { port } = server.address() as { port: number };
    const address = `http://127.0.0.1:${port}`;
    const verification = await verifyPopularity(publishedSite(address));
    expect(told(verification)).toEqual([]);
    expect(verification.isGood).toBe(true);
    tamper('kk/popular/popular.json', (text) => text.replace('https://newsroom.example', 'https://elsewhere.example'));
    expect(told(await verifyPopularity(publishedSite(address)))).toEqual([
      expect.stringMatching(
        /^entry 1: url is https:\/\/elsewhere\.example\/kk\/news\/\S+ on the site, and https:\/\/newsroom\.example/,
      ),
    ]);
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
    expect(told(await verify())).toContain('rule is not what follows from /kk/popular/popular.json');
  });

  it('are not those whose addresses and titles changed places', async () => {
    tamperList('en/popular/month/popular.json', ({ inLanguage: { entries } }) => {
      const [first, second] = [entries[0] ?? expect.fail(), entries[1] ?? expect.fail()];
      [first.url, second.url, first.title, second.title] = [second.url, first.url, second.title, first.title];
    });
    const verification = await verify();
    expect(wrong(verification)).toEqual(['en month inLanguage']);
    expect(told(verification)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^entry 1: url is \S+ on the site, and https:\/\/newsroom\.example\/en\/\S+ is where the release stands$/,
        ),
        expect.stringMatching(/^entry 1: title is ".+" in the list, and ".+" on \/en\/news\//),
        expect.stringMatching(/^entry 2: url is /),
        expect.stringMatching(/^entry 2: title is /),
      ]),
    );
  });

  it('lead to no other site', async () => {
    tamper('ru/popular/popular.json', (text) => text.replace('https://newsroom.example', 'https://elsewhere.example'));
    expect(wrong(await verify())).toEqual(['ru now together']);
  });

  it('say in which language a title is', async () => {
    tamper('ru/popular/popular.json', (text) => text.replace(/"titleLanguage": "\w+"/, '"titleLanguage": "en"'));
    expect(told(await verify())).toEqual([expect.stringMatching(/^entry 1: titleLanguage is en in the list, and \w+ on \/ru\//)]);
  });

  it('are of one day in all languages', async () => {
    for (const period of popularPeriods)
      tamperList(popularJsonPath('ru', period), (list) => {
        list.asOf = '2026-02-02';
      });
    const verification = await verify();
    expect(told(verification)).toEqual(['asOf is not what follows from /kk/popular/popular.json']);
    expect(wrong(verification)).toHaveLength(2 * popularPeriods.length);
  });

  it('are of one rule in all languages', async () => {
    for (const period of popularPeriods)
      tamper(popularJsonPath('ru', period), (text) => text.replace('"size": 10', '"size": 100'));
    expect(told(await verify())).toContain('rule is not what follows from /kk/popular/popular.json');
  });
});

describe('the edition of a site', () => {
  it('is of the day of its lists', async () => {
    putEdition({ generation: 7 });
    expect(await verify()).toMatchObject({ generation: 7, isGood: true });
    putEdition({ asOf: '2026-02-02' });
    expect(told(await verify())).toEqual(['asOf is 2026-02-01, and 2026-02-02 in /edition.json']);
  });

  it('is not known of one that was only drawn, and that is said in a line', async () => {
    const said: string[] = [];
    vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
    const verification = await verify();
    tellVerification(verification);
    vi.restoreAllMocks();
    expect(verification).toMatchObject({ generation: null, isGood: true });
    expect(said.filter((line) => line.includes('edition'))).toEqual([
      `\n${site} has no /edition.json: whether its lists are of the edition's day is not known.`,
    ]);
  });

  /** The site where another edition is put in its place after the first list was read, so many times. */
  function switching(times: number): PublishedSite {
    const steady = publishedSite(site);
    let generation = 1;
    const read = async (file: string) => {
      const text = await steady.read(file);
      if (file !== '/kk/popular/popular.json' || generation > times) return text;
      generation += 1;
      putEdition({ generation });
      return text.replace(/"score": "\d+"/, '"score": "1"');
    };
    return { ...steady, read };
  }

  it('may change while it is read: then it is read again', async () => {
    putEdition({});
    expect(await verifyPopularity(switching(2))).toMatchObject({ generation: 3, isGood: true });
  });

  it('may take a file away while it is read', async () => {
    putEdition({});
    const day = path.join(site, 'readership', 'days', '2026-01-15.csv');
    const text = readFileSync(day, 'utf8');
    rmSync(day);
    const steady = publishedSite(site);
    const find = async (file: string) => {
      const found = await steady.find(file);
      if (file === '/readership/index.json') putEdition({ generation: 2 });
      return found;
    };
    const read = async (file: string) => {
      const found = await find(file);
      if (found !== undefined) return found;
      writeFileSync(day, text);
      throw new Error('gone');
    };
    expect(await verifyPopularity({ ...steady, find, read })).toMatchObject({ generation: 2, isGood: true });
  });

  it('is not read a fourth time', async () => {
    putEdition({});
    await expect(verifyPopularity(switching(3))).rejects.toThrow(
      `${site} got another edition each of the 3 times that it was read.`,
    );
  });
});

describe('the pages of a site', () => {
  /** Changes the places of the first two entries of a list on a page. */
  const swapFirst = (section: string) => (html: string) =>
    html.replace(
      new RegExp(`(<section[^>]*aria-labelledby="${section}".*?<ol[^>]*>\\s*)(<li.*?</li>)(\\s*)(<li.*?</li>)`, 's'),
      '$1$4$3$2',
    );

  it.each([
    ['en/popular/week', 'together', 'en week together'],
    ['kk/popular', 'in-language', 'kk now inLanguage'],
    ['ru', 'popular', 'ru now together'],
    ['en/news', 'popular', 'en now together'],
  ])('show the order of the list: /%s/', async (page, section, list) => {
    tamper(`${page}/index.html`, swapFirst(section));
    const verification = await verify();
    expect(wrong(verification)).toEqual([list]);
    expect(told(verification)).toContainEqual(
      expect.stringMatching(new RegExp(`^entry 1: path is /\\S+ on /${page}/, and /\\S+ in popular.json$`)),
    );
  });

  it('show its counts', async () => {
    tamper('ru/popular/today/index.html', (html) => html.replace(/\d(?=\sпросмотр)/, '77'));
    expect(told(await verify())).toEqual([
      expect.stringMatching(/^entry 1: views is \d*77 on \/ru\/popular\/today\/, and \d+ in popular\.json$/),
    ]);
  });

  it('show all of its entries', async () => {
    tamper('kk/index.html', (html) => html.replace(/(<ol class="popular-list".*?)<li.*?<\/li>/s, '$1'));
    expect(told(await verify())).toEqual(['/kk/ shows 4 entries, and popular.json has 5']);
  });

  it('are there', async () => {
    rmSync(path.join(site, 'en', 'popular', 'month', 'index.html'));
    expect(told(await verify())).toEqual(['there is no page at /en/popular/month/']);
  });
});

it('what the tables of two months say differently of a release is a fault', async () => {
  const { months } = JSON.parse(readFileSync(path.join(site, 'readership', 'index.json'), 'utf8'));
  const [first, second] = months.map((month: string) => addressesPath(month));
  const { releases } = JSON.parse(readFileSync(path.join(site, first), 'utf8'));
  const other = { ...releases[0], isWithdrawn: !releases[0].isWithdrawn, publicSince: '2021-01-01T00:00:00.000Z' };
  tamper(second, (text) => {
    const table = JSON.parse(text);
    return JSON.stringify({ ...table, releases: [...table.releases, other] });
  });
  const { faults, isGood } = await verify();
  expect(isGood).toBe(false);
  expect(faults).toEqual([
    `isWithdrawn of ${other.id} is ${!other.isWithdrawn} in ${first}, and ${other.isWithdrawn} in ${second}`,
    `publicSince of ${other.id} is "${releases[0].publicSince}" in ${first}, and "2021-01-01T00:00:00.000Z" in ${second}`,
  ]);
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
      'http://127.0.0.1:9/edition.json cannot be read: ',
    );
  });
});
