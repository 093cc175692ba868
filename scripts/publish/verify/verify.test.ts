import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DocumentFault, VersionKey } from '@newsroom/shared/document-fault';
import { languages } from '@newsroom/shared/languages';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Manifest, ManifestPage } from '../manifest.ts';
import { judge } from '../verify.ts';
import type { Evidence } from './evidence.ts';
import { lossIn } from './loss.ts';

const release: VersionKey = { type: 'press-release', id: 'one', language: 'ru' };
const releasePath = '/ru/news/2022/06/result/';

let folder: string;
let site: Manifest;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'newsroom-verify-'));
  site = emptySite();
  add({ path: '/', page: 'languages', alternates: Object.fromEntries(languages.map((each) => [each, `/${each}/`])) });
  add({ path: '/404.html', page: 'not-found' });
  for (const language of languages) {
    add({
      path: `/${language}/`,
      page: 'home',
      alternates: Object.fromEntries(languages.map((each) => [each, `/${each}/`])),
      links: ['/_astro/page.css'],
    });
    add({ path: `/${language}/404.html`, page: 'not-found' });
  }
  add({
    path: releasePath,
    page: 'release',
    document: release,
    links: ['/ru/', '/media/picture.webp'],
    alternates: { ru: releasePath },
  });
  addFile('_astro/page.css');
  addFile('media/picture.webp');
});
afterEach(() => rmSync(folder, { recursive: true }));

function emptySite(): Manifest {
  return {
    opening: { manifest: 1, site: 'https://news.example', epoch: 'first', seq: 1, asOf: '2022-06-05' },
    ...{ pages: [], files: [], deadLinks: [], failed: [], warnings: [] },
  };
}

function write(file: string, text: string): string {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
  return createHash('sha256').update(text).digest('hex');
}

/** Adds a page that is not there yet, or takes the place of one. */
function add(page: Partial<ManifestPage> & { path: string }, text = `<p>${page.path}</p>`): ManifestPage {
  const file = page.path.endsWith('/') ? `${page.path.slice(1)}index.html` : page.path.slice(1);
  const added: ManifestPage = {
    kind: 'page',
    file,
    page: 'static-page',
    sha256: write(file, text),
    document: null,
    links: [],
    alternates: {},
    ...page,
  };
  site.pages = [...site.pages.filter((each) => each.path !== page.path), added];
  return added;
}

function addFile(file: string): void {
  write(file, file);
  site.files.push({ kind: 'file', file });
}

function evidence(more: Partial<Evidence> = {}): Evidence {
  const live = structuredClone(site);
  return { manifest: site, folder, live, livePages: live.pages.length, judged: [release], releases: 1, secrets: [], ...more };
}

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
    expect(judge(evidence({ live: undefined, livePages: 0 }))).toEqual(nothing);
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
    ['on a first site', () => found(true, { live: undefined, livePages: 0 })],
    [
      'that led to a page until now',
      () => {
        const live = structuredClone(site);
        live.pages.push({ ...(live.pages[0] as ManifestPage), path: deadPath });
        return found(true, { live, livePages: live.pages.length });
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
  const shows = (page: Partial<ManifestPage> & { path: string }) => {
    const live = structuredClone(site);
    add(page, '<p>the-token-of-the-feed</p>');
    return judge(evidence({ live, secrets }));
  };

  it('in the page of a new document holds it, and does not say the secret', () => {
    const { holds, faults } = shows({ path: releasePath, page: 'release', document: release });
    expect(holds).toEqual([{ ...release, fault: { kind: 'cms-trace', path: releasePath, what: 'a secret of this newsroom' } }]);
    expect(faults).toEqual([]);
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
      () => add({ path: '/ru/pages/about/', links: ['/ru/pages/other/'] }),
      'The page /ru/pages/about/ names /ru/pages/other/, where nothing is.',
    ],
    [
      'names a version that does not name it',
      () => add({ path: '/ru/pages/about/', alternates: { ru: '/ru/pages/about/', kk: '/kk/' } }),
      'The page /ru/pages/about/ names /kk/ as its version in another language, and that does not name it.',
    ],
    [
      'lacks a home page',
      () => (site.pages = site.pages.filter(({ path }) => path !== '/kk/')),
      'The page /kk/ is missing, which every site has.',
    ],
    [
      'lacks a release',
      () => (site.pages = site.pages.filter(({ path }) => path !== releasePath)),
      'There are 1 press releases, and only 0 pages of them.',
    ],
    [
      'lacks a file that was drawn',
      () => rmSync(path.join(folder, 'ru/index.html')),
      'The file ru/index.html was drawn, and is not there.',
    ],
    ['has a file that was not drawn', () => write('left-over.html', 'x'), '12 files lie there, and 11 were drawn.'],
  ])('that %s is refused', (_, spoil, fault) => {
    const live = structuredClone(site);
    spoil();
    expect(judge(evidence({ live })).faults).toContain(fault);
  });

  it('whose files are not what was drawn is refused', () => {
    write('ru/index.html', 'something else');
    expect(judge(evidence({ live: undefined })).faults).toEqual(['The file ru/index.html does not hold what was drawn.']);
  });
});

describe('pages that go', () => {
  const without = (count: number, all: number) => {
    const live = emptySite();
    live.pages = Array.from({ length: all }, (_, index) => ({ ...(site.pages[0] as ManifestPage), path: `/ru/pages/${index}/` }));
    site.pages = live.pages.slice(count);
    return lossIn(evidence({ live, livePages: all }));
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
    expect(lossIn(evidence({ live: undefined, livePages: 100 }))).toMatch(/^9\d of the 100 pages that readers have would go\.$/);
  });
});
