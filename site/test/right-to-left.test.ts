import { cpSync, globSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { allSituations, situationFiles } from './all-situations.ts';
import { deadLinks } from './dead-links.ts';
import { filesOf, readDrawnPage } from './drawn-page.ts';
import { layOriginals } from './drawn-pictures.ts';
import { type FeedLine, newFolder, writeFeed } from './feed-file.ts';
import { goldenPages } from './golden-site.ts';
import { ar } from './right-to-left/ar.ts';
import { runNodeWell } from './run-command.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The copy's site after Arabic was added to it, drawn. */
let drawn: string;

beforeAll(async () => {
  const copy = copyOfSources();
  addArabic(copy);
  drawn = await draw(copy);
}, 120_000);

/** The sources that make the site, in a folder of their own, with the packages that they have here. */
function copyOfSources(): string {
  const copy = newFolder();
  const sources = ['site/src', 'site/draw', 'site/integrations', 'site/public', 'site/astro.config.ts', 'site/package.json'];
  for (const source of [
    ...sources,
    'site/command.ts',
    'site/tsconfig.json',
    'shared/dist',
    'shared/package.json',
    'pnpm-lock.yaml',
    'tsconfig.base.json',
  ])
    cpSync(join(root, source), join(copy, source), { recursive: true });
  symlinkSync(join(root, 'shared/node_modules'), join(copy, 'shared/node_modules'));
  mkdirSync(join(copy, 'site/node_modules/@newsroom'), { recursive: true });
  symlinkSync(join(copy, 'shared'), join(copy, 'site/node_modules/@newsroom/shared'));
  for (const name of readdirSync(join(root, 'site/node_modules')).filter((entry) => !/^\.|^@newsroom$/.test(entry)))
    symlinkSync(join(root, 'site/node_modules', name), join(copy, 'site/node_modules', name));
  return copy;
}

/** All that it takes: the entry of the language, its texts, and their place among the texts of the others. */
function addArabic(copy: string): void {
  const entry = "ar: { endonym: 'العربية', direction: 'rtl', intl: 'ar' }";
  replace(join(copy, 'shared/dist/languages.js'), /(const definitions = \{[^;]*?)\n\};/, `$1\n    ${entry},\n};`);
  cpSync(join(root, 'site/test/right-to-left/ar.ts'), join(copy, 'site/src/languages/ar.ts'));
  replace(join(copy, 'site/src/languages/words.ts'), /= \{ kk, ru, en \};/, '= { kk, ru, en, ar };');
  replace(join(copy, 'site/src/languages/words.ts'), /^/, "import { ar } from './ar.ts';\n");
}

function replace(file: string, what: RegExp, by: string): void {
  const text = readFileSync(file, 'utf8');
  expect(text).toMatch(what);
  writeFileSync(file, text.replace(what, by));
}

async function draw(copy: string): Promise<string> {
  const command = (name: string) => join(copy, 'site', name);
  const [snapshot, out] = [join(copy, 'snapshot.sqlite'), join(copy, 'drawn')];
  const feed = writeFeed(copy, arabicFeed());
  layOriginals(situationFiles, snapshot);
  await runNodeWell([command('src/content/take-in.ts'), '--feed', feed, '--snapshot', snapshot, '--as-of', goldenPages.asOf]);
  const compiled = await runNodeWell([command('draw/compile.ts'), '--into', join(copy, 'compiled')]);
  await runNodeWell([command('draw/draw.ts'), '--compiled', compiled, '--snapshot', snapshot, '--out', out]);
  return out;
}

/** The feed of all situations with each English version in Arabic, too: the language is new, the content need not be. */
function arabicFeed(): FeedLine[] {
  const [header, ...lines] = allSituations();
  const entries = lines.slice(0, -1);
  const added = entries.filter(({ language }) => language === 'en').map((entry): FeedLine => ({ ...entry, language: 'ar' }));
  const groups = Map.groupBy([...entries, ...added], ({ type, language }) => `${type} ${language}`);
  const counts = [...groups.values()].map((rows) => ({ type: rows[0]?.type, language: rows[0]?.language, count: rows.length }));
  const trailer = { end: true, seq: header?.seq, count: entries.length + added.length };
  return [{ ...header, counts }, ...entries, ...added, trailer];
}

describe('a language that is written from right to left', () => {
  test('has every template, drawn from right to left; the others stay as they are', () => {
    const pages = filesOf(drawn).filter((file) => file.endsWith('.html'));
    // Pages that English has left are not below Arabic, which never had them.
    const rules = readFileSync(join(drawn, '_redirects'), 'utf8').split('\n');
    const left = new Set(rules.map((rule) => rule.split(' ')[0]));
    const below = (language: string) =>
      pages
        .filter((file) => file.startsWith(`${language}/`) && !left.has(`/${file.replace(/index\.html$/, '')}`))
        .map((file) => file.slice(3));
    expect(below('ar')).not.toHaveLength(0);
    expect(below('ar')).toEqual(below('en'));
    for (const file of pages) {
      const start = file.startsWith('ar/') ? '<html lang="ar" dir="rtl"' : 'dir="ltr"';
      expect(readDrawnPage(drawn, `/${file}`).html, file).toContain(start);
    }
  });

  test('keeps its direction on the pages of no language in particular', () => {
    for (const path of ['/', '/404.html']) {
      expect(readDrawnPage(drawn, path).html, path).toContain('<li lang="ar" dir="rtl">');
      expect(readDrawnPage(drawn, path).html, path).toContain('<p lang="ar" dir="rtl">');
    }
  });

  test('speaks: its words, its plurals, its names of months and countries', () => {
    const news = readDrawnPage(drawn, '/ar/news/');
    expect(news.headings).toEqual(expect.arrayContaining([`1 ${ar.news}`, `2 ${ar.latestNews}`]));
    expect(news.text).toContain('مارس');
    expect(readDrawnPage(drawn, '/ar/delegations/').text).toContain('تركيا');
    const categories = new Intl.PluralRules('ar').resolvedOptions().pluralCategories;
    const { releases, views, comments, reactions, placesUp, placesDown, leftOutOfPopular } = ar;
    for (const plural of [releases, views, comments, reactions, placesUp, placesDown, leftOutOfPopular]) {
      expect(Object.keys(plural).sort()).toEqual([...categories].sort());
    }
  });

  test('has charts whose time runs from right to left', () => {
    const startOf = (language: string) => {
      const { html } = readDrawnPage(drawn, `/${language}/events/voteahead/`);
      return Number(/class="line" d="M([\d.]+)/.exec(html)?.[1]);
    };
    expect(startOf('ar')).toBeGreaterThan(startOf('en'));
  });

  test('marks what is not translated with the direction of its own language', () => {
    const { html } = readDrawnPage(drawn, '/ar/delegations/netranslated/');
    expect(html).toMatch(/<h1 lang="ru" dir="ltr">/);
    expect(readDrawnPage(drawn, '/ar/pages/qupiyalyq/').html).toMatch(/<div class="prose" lang="kk" dir="ltr">/);
  });

  test('is offered in the others, among the alternates and on the page that lists the languages', () => {
    expect(readDrawnPage(drawn, '/').links).toContain('/ar/');
    expect(readDrawnPage(drawn, '/kk/news/').links).toContain('/ar/news/');
    expect(readDrawnPage(drawn, '/kk/news/').alternates).toHaveProperty('ar');
  });

  test('says of popular lists what the office decided, and how releases moved', () => {
    for (const path of [
      '/ar/popular/',
      '/ar/popular/today/',
      '/ar/popular/week/',
      '/ar/popular/month/',
      '/ar/popular/all-time/',
    ]) {
      const { text, html } = readDrawnPage(drawn, path);
      for (const said of [ar.pinned, ar.leftOutOfPopular.two ?? '', 'توقف تحديث القائمة بقرار من الجهة'])
        expect(text, path).toContain(said);
      expect(html, path).toContain(`<nav class="periods" aria-label="${ar.popularPeriodsNavigation}">`);
    }
    expect(readDrawnPage(drawn, '/ar/popular/week/').text).toMatch(/▼ 1 أدنى بمرتبة واحدة من اليوم السابق/);
    expect(readDrawnPage(drawn, '/ar/').text).toContain('توقف تحديث القائمة بقرار من الجهة');
  });

  test('leads only to files that were drawn, its feed and its popular lists included', () => {
    expect(deadLinks(drawn)).toEqual([]);
    expect(filesOf(drawn)).toEqual(
      expect.arrayContaining(['ar/news/rss.xml', 'ar/popular/popular.json', 'ar/popular/week/popular.json']),
    );
  });

  test('has styles that know a start and an end, and no left or right', () => {
    const styles = globSync('site/src/styles/*.css', { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'));
    expect(styles.join('\n')).not.toMatch(/-(left|right)\s*:|(^|[\s;{])(left|right|float)\s*:|text-align:\s*(left|right)/m);
  });
});
