import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '@newsroom/shared/languages';
import Sqlite from 'better-sqlite3';
import { describe, expect, inject, test } from 'vitest';
import { takeInFeed } from '../src/content/take-in-feed.ts';
import { ChangeLog } from '../test/change-log.ts';
import { filesOf, readDrawnPage } from '../test/drawn-page.ts';
import { newFolder } from '../test/feed-file.ts';
import { release, settings } from '../test/newsroom.ts';
import { runNode, testSiteUrl } from '../test/run-command.ts';
import type { AccountLine } from './account.ts';
import { drawEdition } from './draw-edition.ts';
import { Ledger } from './ledger.ts';
import { NamedPaths } from './named-paths.ts';

const golden = inject('goldenSite');

/** Draws a whole site, and gives what is told of it. */
async function draw(snapshot: string) {
  const [out, lines]: [string, AccountLine[]] = [join(newFolder(), 'out'), []];
  const ledger = new Ledger(':memory:');
  const quiet = { whole: true, goesOn: true, clientFiles: ['_astro/page.css', 'favicon.svg'], progress: () => undefined };
  const server = join(golden.compiled, 'server');
  await drawEdition({ server, code: 'one', snapshot, ledger, out, ...quiet, record: (line) => lines.push(line) });
  ledger.close();
  const [header, ...told] = lines;
  const of = <K extends Kind>(kind: K) => told.filter((line): line is Of<K> => 'kind' in line && line.kind === kind);
  return { out, header, of };
}

type Kind = Extract<AccountLine, { kind: string }>['kind'];
type Of<K extends Kind> = Extract<AccountLine, { kind: K }>;

describe('the account of the golden example', async () => {
  const { out, header, of } = await draw(golden.snapshot);
  const pages = of('page');
  const pageAt = (path: string) => pages.find((page) => page.path === path);

  test('begins with what was drawn, and ends with how much there is', () => {
    expect(header).toEqual({ account: 1, site: testSiteUrl, epoch: 'example', seq: 73, asOf: '2024-04-03', base: null });
    const pictures = filesOf(out).filter((file) => file.startsWith('media/'));
    expect(of('all')).toEqual([
      {
        ...{ kind: 'all', pages: pages.length, releases: pages.filter(({ page }) => page === 'release').length },
        looked: pages.length + 1, // with the rules of the redirects, which are no page
        assets: ['_astro/page.css', ...pictures],
        sitemap: ['sitemap-index.xml', 'sitemap-0.xml'],
      },
    ]);
    expect(pictures).not.toEqual([]);
  });

  test('names every page that lies there, once, and no other', () => {
    const drawn = filesOf(out).filter((file) => file !== '_redirects' && !file.startsWith('media/'));
    expect(pages.map(({ file }) => file).toSorted()).toEqual(drawn);
  });

  test('has the digest of each page, and drawing into a folder gives the same', () => {
    for (const { file, sha256 } of pages) {
      const bytes = readFileSync(join(golden.drawn, file));
      expect(createHash('sha256').update(bytes).digest('hex'), file).toBe(sha256);
    }
  });

  test('has all that pages name, as another reader of them finds it, and nothing to where nothing is', () => {
    const html = pages.filter(({ file }) => file.endsWith('.html'));
    expect(html.length).toBeGreaterThan(90);
    const found = html.flatMap(({ file }) => readDrawnPage(out, `/${file}`).links.filter((href) => href.startsWith('/')));
    const named = new Set(of('named').map(({ path }) => path));
    expect(found.filter((href) => !named.has(decodeURI(href.replace(/[?#].*/, ''))))).toEqual([]);
    const there = new Set([...pages.map(({ path }) => path), ...filesOf(golden.drawn).map((file) => `/${file}`)]);
    expect([...named].filter((path) => !there.has(path))).toEqual([]);
    for (const { path, by } of of('named')) expect(pageAt(by), path).toBeDefined();
  });

  test('has the alternates of each page, which are mutual', () => {
    expect(pageAt('/ru/events/')?.alternates).toEqual({ kk: '/kk/events/', ru: '/ru/events/', en: '/en/events/' });
    expect(pageAt('/')?.alternates).toEqual({});
    for (const { path, alternates } of pages) {
      for (const other of Object.values(alternates))
        expect(pageAt(other)?.alternates, `${path} and ${other}`).toEqual(alternates);
    }
  });

  test('says of which version each page is the page', () => {
    const key = { type: 'press-release', id: 'releasetwo', language: 'ru' };
    const pagesOfIt = pages.filter(({ document }) => document?.id === 'releasetwo');
    // It is written in Russian alone, and shown in Kazakh, too.
    expect(pagesOfIt.map(({ path, document }) => [path.slice(1, 3), document])).toEqual([
      ['kk', key],
      ['ru', key],
      ['en', key],
    ]);
    expect(pageAt('/en/')?.document).toBeNull();
    const dossiers = pages.filter(({ document }) => document?.id === 'delegationthree');
    expect(dossiers.map(({ document }) => document?.language)).toEqual([...languages]);
  });

  test('tells what is drawn otherwise than it was written', () => {
    expect([...of('dead-link'), ...of('warning'), ...of('failed')]).toEqual([]);
  });
});

test('a link that leads nowhere is told to whoever reads the account, and to whoever reads the output', async () => {
  const log = new ChangeLog();
  log.write(...settings(), release('one', { body: 'See [the programme](/en/nobody/).' }));
  const snapshot = join(newFolder(), 'snapshot.sqlite');
  await takeInFeed({ feed: log.whole(), snapshot, asOf: '2024-06-03', acceptLoss: false });
  const { out, of } = await draw(snapshot);
  const fault = { kind: 'dead-link', field: 'body', paragraph: 1, text: 'the programme', address: '/en/nobody/' };
  const key = { type: 'press-release', id: 'one', language: 'en' };
  expect(of('dead-link')).toEqual([{ kind: 'dead-link', key, fault, path: '/en/nobody/', isNew: false }]);
  expect(readDrawnPage(out, '/en/news/2024/06/one/').text).toContain('See the programme .');
  const { stderr } = await drawAsProgram(snapshot);
  expect(stderr).toContain(
    'Warning: The link “the programme” in paragraph 1 of the field "body" (press-release one, in en) leads nowhere on the site: /en/nobody/. It is drawn as text.',
  );
});

async function drawAsProgram(snapshot: string) {
  const out = join(newFolder(), 'out');
  const ended = await runNode(['draw/draw.ts', '--compiled', golden.compiled, '--snapshot', snapshot, '--out', out]);
  return { ...ended, out };
}

describe('a page that cannot be drawn', () => {
  /** Something that no feed could bring into the snapshot. */
  async function brokenSnapshot(): Promise<string> {
    const log = new ChangeLog();
    log.write(
      ...settings({ missingTranslations: 'leave-out' }),
      release('one'),
      release('two', { notice: { kind: 'corrected', reason: null } }),
    );
    const snapshot = join(newFolder(), 'snapshot.sqlite');
    await takeInFeed({ feed: log.whole(), snapshot, asOf: '2024-06-03', acceptLoss: false });
    new Sqlite(snapshot).exec("UPDATE documents SET data = json_remove(data, '$.body') WHERE id = 'two'").close();
    return snapshot;
  }

  test('is left out of an edition, and told', async () => {
    const { out, of } = await draw(await brokenSnapshot());
    expect(of('failed')).toEqual([
      {
        kind: 'failed',
        path: '/en/news/2024/06/two/',
        document: { type: 'press-release', id: 'two', language: 'en' },
        why: expect.stringMatching(/^The page \/en\/news\/2024\/06\/two\/ cannot be drawn\. /),
      },
    ]);
    expect(filesOf(out)).toContain('en/news/2024/06/one/index.html');
    expect(filesOf(out)).not.toContain('en/news/2024/06/two/index.html');
  });

  test('fails a site that is drawn into a folder', async () => {
    const { code, out } = await drawAsProgram(await brokenSnapshot());
    expect({ code, there: existsSync(out) }).toEqual({ code: 1, there: false });
  });
});

describe('the paths that a page names', () => {
  const named = (html: string, at = '/en/') => new NamedPaths('https://newsroom.example').of(at, Buffer.from(html));

  test.each([
    ['a link', '<a class="x" href="/a/?b=1#c">', ['/a/']],
    [
      'an address in which characters are escaped',
      '<a href="/a/?b=1&amp;c=2"><a href="/&#38;/"><a href="/%D0%B0/">',
      ['/a/', '/&/', '/а/'],
    ],
    ['by the site’s own address', '<link rel="canonical" href="https://newsroom.example/a/">', ['/a/']],
    [
      'one of another site',
      '<a href="https://www.example.org/a/"><a href="//www.example.org/a/"><a href="mailto:a@b.example">',
      [],
    ],
    ['a relative one', '<a href="a/"><a href="../b/"><a href="#c">', ['/en/a/', '/b/', '/en/']],
    ['a picture in its widths', '<img src="/a.webp" srcset="/a.webp 400w, /b.webp 800w">', ['/a.webp', '/b.webp']],
    ['what is loaded', '<script type="module" src="/a.js"></script><source srcset="/b.webp">', ['/a.js', '/b.webp']],
    ['where browsers are sent', '<meta http-equiv="refresh" content="0; url=/a/">', ['/a/']],
    ['what is shown where it is shared', '<meta property="og:image" content="https://newsroom.example/a.webp">', ['/a.webp']],
    ['each once', '<a href="/a/"><a href="/a/#b">', ['/a/']],
    ['no text that looks like a link', '<p>href="/a/"</p><img alt="> <a href=" src="/b.webp" title="/c/">', ['/b.webp']],
    ['no other tag', '<abbr href="/a/"><article src="/b/">', []],
  ])('%s', (_, html, paths) => {
    expect(named(html)).toEqual(paths);
  });

  test('are those of its items, where it is a feed', () => {
    const xml =
      '<title>&lt;link>/a/&lt;/link></title><link>https://newsroom.example/b/</link><atom:link href="https://newsroom.example/c.xml"/>';
    expect(named(xml, '/en/news/rss.xml')).toEqual(['/b/', '/c.xml']);
  });

  test('are none in data', () => {
    expect(named('<a href="/a/">', '/en/popular/popular.json')).toEqual([]);
  });
});
