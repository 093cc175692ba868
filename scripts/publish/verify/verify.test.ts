import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DocumentFault, VersionKey } from '@newsroom/shared/document-fault';
import { languages } from '@newsroom/shared/languages';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account, DrawnPage } from '../account.ts';
import { judge } from '../verify.ts';
import type { Evidence } from './evidence.ts';
import { lossIn } from './loss.ts';

const release: VersionKey = { type: 'press-release', id: 'one', language: 'ru' };
const releasePath = '/ru/news/2022/06/result/';

let folder: string;
let site: Account;
/** What the edition has that it goes on from, and nothing drew again. */
let standing: Set<string>;
/** What readers get, by its address. */
let live: Map<string, string>;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'newsroom-verify-'));
  [site, standing, live] = [emptySite(), new Set(), new Map()];
  const homes = Object.fromEntries(languages.map((each) => [each, `/${each}/`]));
  add({ path: '/', page: 'languages', alternates: homes });
  add({ path: '/404.html', page: 'not-found' });
  for (const language of languages) {
    add({ path: `/${language}/`, page: 'home', alternates: homes }, { names: ['/_astro/page.css'] });
    add({ path: `/${language}/404.html`, page: 'not-found' });
  }
  add(
    { path: releasePath, page: 'release', document: release, alternates: { ru: releasePath } },
    { names: ['/ru/', '/media/picture.webp'] },
  );
  addFile('_astro/page.css');
  addFile('media/picture.webp');
  site.all = { ...site.all, pages: site.pages.length, releases: 1 };
});
afterEach(() => rmSync(folder, { recursive: true }));

function emptySite(): Account {
  return {
    opening: { account: 1, site: 'https://news.example', epoch: 'first', seq: 1, asOf: '2022-06-05', base: null },
    ...{ pages: [], partners: [], named: [], gone: [], files: [], deadLinks: [], failed: [], warnings: [] },
    all: { kind: 'all', pages: 0, releases: 0, looked: 0, assets: [], sitemap: [] },
  };
}

function write(file: string, text: string): string {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
  return createHash('sha256').update(text).digest('hex');
}

/** Adds a drawn page that is not there yet, or takes the place of one, and readers get it already, unless it is new. */
function add(
  page: Partial<DrawnPage> & { path: string },
  { text = `<p>${page.path}</p>`, names = [], isNew = false }: { text?: string; names?: string[]; isNew?: boolean } = {},
): DrawnPage {
  const file = fileAt(page.path);
  const added: DrawnPage = {
    kind: 'page',
    file,
    page: 'static-page',
    sha256: write(file, text),
    document: null,
    alternates: {},
    ...page,
  };
  site.pages = [...site.pages.filter((each) => each.path !== page.path), added];
  site.named.push(...names.map((named) => ({ kind: 'named' as const, path: named, by: page.path })));
  if (!isNew) live.set(page.path, text);
  return added;
}

function addFile(file: string): void {
  write(file, file);
  site.files.push({ kind: 'file', file });
  live.set(`/${file}`, file);
}

function fileAt(address: string): string {
  return `${address.slice(1)}${address.endsWith('/') ? 'index.html' : ''}`;
}

function evidence(more: Partial<Evidence> = {}): Evidence {
  return {
    account: site,
    folder,
    isThere: (address) => standing.has(address) || existsSync(path.join(folder, fileAt(address))),
    wasLive: (address) => live.has(address),
    liveBytes: (file) => {
      const text = [...live].find(([address]) => fileAt(address) === file)?.[1];
      return text === undefined ? undefined : Buffer.from(text);
    },
    ...{ livePages: live.size, judged: [release], releases: 1, secrets: [], ...more },
  };
}

/** What is known where nothing is live. */
const firstSite = { wasLive: () => false, liveBytes: () => undefined, livePages: 0 };

const deadLink: DocumentFault = {
  kind: 'dead-link',
  field: 'body',
  paragraph: 3,
  text: 'programme',
  address: '../../pages/programme?from=release',
};
const deadPath = '/ru/pages/programme/';
const nothing = { holds: [], warnings: [], faults: [] };

describe('a site with nothing wrong in it', () => {
  it('may go live', () => {
    expect(judge(evidence())).toEqual(nothing);
    expect(judge(evidence(firstSite))).toEqual(nothing);
  });
});

describe('a link to nowhere in a text', () => {
  const found = (isNew: boolean, more: Partial<Evidence> = {}) => {
    site.deadLinks = [{ kind: 'dead-link', key: release, fault: deadLink, path: deadPath, isNew }];
    return judge(evidence(more));
  };

  it('that is new holds the text', () => {
    expect(found(true)).toEqual({ ...nothing, holds: [{ ...release, fault: deadLink }] });
  });

  it.each<[string, () => ReturnType<typeof judge>]>([
    ['that was there before', () => found(false)],
    ['in a text that is live as it is', () => found(true, { judged: [] })],
    ['on a first site', () => found(true, firstSite)],
    [
      'that led to a page until now',
      () => {
        live.set(deadPath, 'the programme');
        return found(true);
      },
    ],
  ])('%s is only told', (_, judged) => {
    expect(judged()).toEqual({ ...nothing, warnings: [{ ...release, fault: deadLink }] });
  });
});

describe('a page that could not be drawn', () => {
  const fails = (document: VersionKey | null) => {
    site.failed = [{ kind: 'failed', path: releasePath, document, why: 'RangeError: Invalid time value' }];
    return judge(evidence());
  };

  it('holds its document where that is new', () => {
    expect(fails(release).holds).toEqual([
      { ...release, fault: { kind: 'not-drawn', path: releasePath, why: 'RangeError: Invalid time value' } },
    ]);
  });

  it('refuses the edition where it is nothing new', () => {
    expect(fails({ ...release, id: 'other' }).faults).toEqual([
      `The page ${releasePath} cannot be drawn: RangeError: Invalid time value`,
    ]);
    expect(fails(null).faults).toHaveLength(1);
  });
});

describe('a secret or an address of the CMS', () => {
  const secrets = [{ text: 'the-token-of-the-feed', name: 'a secret of this newsroom' }];
  const shows = (page: Partial<DrawnPage> & { path: string }) => {
    add(page, { text: '<p>the-token-of-the-feed</p>', isNew: true });
    return judge(evidence({ secrets }));
  };

  it('in the page of a new document holds it, and does not say the secret', () => {
    const { holds, faults } = shows({ path: releasePath, page: 'release', document: release });
    expect(holds).toEqual([{ ...release, fault: { kind: 'cms-trace', path: releasePath, what: 'a secret of this newsroom' } }]);
    expect(faults).toEqual([]);
  });

  it('that readers see already is no reason to refuse what is new', () => {
    add({ path: '/ru/pages/about/' }, { text: '<p>the-token-of-the-feed</p>' });
    expect(judge(evidence({ secrets }))).toEqual(nothing);
  });

  it('in any other page refuses the edition', () => {
    expect(shows({ path: '/ru/pages/about/' }).faults).toEqual([
      'The page /ru/pages/about/ shows a secret of this newsroom, which nobody outside may see.',
    ]);
  });
});

describe('a site that is wrong as a whole', () => {
  it.each<[string, () => void, string]>([
    [
      'names what is not there',
      () => add({ path: '/ru/pages/about/' }, { names: ['/ru/pages/other/'] }),
      'The page /ru/pages/about/ names /ru/pages/other/, where nothing is.',
    ],
    [
      'names a version that does not name it',
      () => add({ path: '/ru/pages/about/', alternates: { ru: '/ru/pages/about/', kk: '/kk/' } }),
      'The page /ru/pages/about/ names /kk/ as its version in another language, and that does not name it.',
    ],
    ['lacks a home page', () => rmSync(path.join(folder, 'kk/index.html')), 'The page /kk/ is missing, which every site has.'],
    ['lacks a release', () => (site.all.releases = 0), 'There are 1 press releases, and only 0 pages of them.'],
    [
      'lacks a file that was drawn',
      () => rmSync(path.join(folder, 'ru/index.html')),
      'The file ru/index.html was drawn, and is not there.',
    ],
    ['has a file that was not drawn', () => write('left-over.html', 'x'), '12 files lie there, and 11 were drawn.'],
  ])('that %s is refused', (_, spoil, fault) => {
    spoil();
    expect(judge(evidence()).faults).toContain(fault);
  });

  it('whose unchanged pages name what went is refused', () => {
    site.gone = [{ kind: 'gone', path: '/ru/pages/about/', file: 'x', alternates: {}, namedBy: ['/ru/'] }];
    expect(judge(evidence()).faults).toEqual(['The page /ru/ names /ru/pages/about/, where nothing is any more.']);
  });

  it('whose unchanged pages name what went as a version in another language is refused', () => {
    const alternates = { ru: '/ru/pages/about/', kk: '/kk/pages/about/' };
    site.gone = [{ kind: 'gone', path: '/ru/pages/about/', file: 'x', alternates, namedBy: [] }];
    site.partners = [{ kind: 'partner', path: '/kk/pages/about/', alternates }];
    expect(judge(evidence()).faults).toEqual([
      'The page /kk/pages/about/ names /ru/pages/about/ as its version in another language, and that is there no more.',
    ]);
  });

  it('that goes on from another edition is whole with what stands there', () => {
    rmSync(path.join(folder, 'kk/index.html'));
    site.pages = site.pages.filter((page) => page.path !== '/kk/');
    expect(judge(evidence()).faults).not.toEqual([]);
    site.partners = [
      { kind: 'partner', path: '/kk/', alternates: Object.fromEntries(languages.map((each) => [each, `/${each}/`])) },
    ];
    standing.add('/kk/');
    expect(judge(evidence()).faults).toEqual([]);
  });

  it('whose files are not what was drawn is refused', () => {
    write('ru/index.html', 'something else');
    expect(judge(evidence(firstSite)).faults).toEqual(['The file ru/index.html does not hold what was drawn.']);
  });
});

describe('pages that go', () => {
  const without = (count: number, all: number) => {
    const account = emptySite();
    account.all.pages = all - count;
    account.gone = Array.from({ length: count }, (_, index) => {
      return { kind: 'gone', path: `/ru/pages/${index}/`, file: 'x', alternates: {}, namedBy: [] };
    });
    return lossIn({ account, livePages: all });
  };

  it('in small number, or by a small share, go unasked', () => {
    expect([without(30, 31), without(31, 124), without(0, 10)]).toEqual([undefined, undefined, undefined]);
  });

  it('in great number and share have to be confirmed', () => {
    expect(without(31, 123)).toBe(
      '31 of the 123 pages that readers have would go, such as /ru/pages/0/, /ru/pages/1/, /ru/pages/2/.',
    );
  });

  it('are counted where nobody knows which they were', () => {
    const account = emptySite();
    account.all.pages = 9;
    expect(lossIn({ account, livePages: 100 })).toBe('91 of the 100 pages that readers have would go.');
  });
});
