import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeedEntry } from '@newsroom/shared/feed';
import { HtmlValidate } from 'html-validate/node';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { allSituations, situationFiles } from './all-situations.ts';
import { deadLinks } from './dead-links.ts';
import { drawSite } from './draw-site.ts';
import { filesOf, readDrawnPage } from './drawn-page.ts';
import { withHeader } from './feed-file.ts';
import { hostileEntries, hostileFiles } from './hostile-content.ts';
import { testSiteUrl } from './run-command.ts';

const golden = () => Promise.resolve(inject('goldenSite').drawn);

/** The tags of a page without the values of their attributes, and without its data for search engines. */
function tagsOf(html: string): string {
  const code = html.replaceAll(/<script type="application\/ld\+json">.*?<\/script>/gs, '').replaceAll(/="[^"]*"/g, '=""');
  return (code.match(/<[^>]*>/g) ?? []).join('');
}

/** The lines of `_redirects`; none where the site has no such file. */
function rulesOf(drawn: string): string[] {
  const file = join(drawn, '_redirects');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
}

/** All that pages must hold, and what strangers would like them to. */
function everything(): Promise<string> {
  const entries = allSituations().slice(1, -1) as unknown as FeedEntry[];
  drawnEverything ??= drawSite(withHeader([...entries, ...hostileEntries()]), [...situationFiles, ...hostileFiles]);
  return drawnEverything;
}

/** It takes seconds to draw. */
let drawnEverything: Promise<string> | undefined;

describe.each([
  ['of the golden example', golden],
  ['of a feed with every situation', everything],
])('every drawn page %s', (_, draw) => {
  let drawn: string;
  let pages: string[];
  beforeAll(async () => {
    drawn = await draw();
    pages = filesOf(drawn).filter((file) => file.endsWith('.html'));
  }, 120_000);

  test('is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: {
        // Titles are the editors'; search engines cut them.
        'long-title': 'off',
        // A list without marks is no list to Safari's screen reader unless it says so.
        'no-redundant-role': 'off',
        // A table that scrolls is a region to be reached by keyboard; it has no heading to be a section.
        'prefer-native-element': ['error', { exclude: ['region'] }],
        // Astro decides how the lines end.
        'no-trailing-whitespace': 'off',
      },
    });
    for (const file of pages) {
      const report = await validator.validateFile(join(drawn, file));
      const faults = report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${file}:${line} ${ruleId}: ${message}`),
      );
      expect(faults).toEqual([]);
    }
  });

  test('leads only to files that were drawn', () => {
    expect(deadLinks(drawn)).toEqual([]);
  });

  test('has no script, no inline style and no trace of the machine that made it', () => {
    for (const file of pages) {
      const { html } = readDrawnPage(drawn, `/${file}`);
      expect(tagsOf(html), file).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=/i);
      expect(html, file).not.toMatch(/localhost|file:\/\//i);
      expect(html, file).not.toContain(process.cwd());
    }
  });

  test('has one main heading, and no heading skips a level', () => {
    for (const file of pages) {
      const levels = readDrawnPage(drawn, `/${file}`).headings.map((heading) => Number(heading[0]));
      expect(
        levels.filter((level) => level === 1),
        file,
      ).toHaveLength(1);
      for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0), file).toBeLessThanOrEqual(1);
    }
  });

  test('leads search engines to itself, to the page whose text it repeats, or to where its page has gone', () => {
    const left = rulesOf(drawn).map((rule) => rule.split(' ')[0]);
    for (const file of pages) {
      const { canonical, html, alternates } = readDrawnPage(drawn, `/${file}`);
      const path = `/${file.replace(/index\.html$/, '')}`;
      expect(html.includes('<meta name="robots" content="noindex">'), file).toBe(
        path.endsWith('404.html') || left.includes(path),
      );
      if (canonical === undefined || canonical === `${testSiteUrl}${path}`) continue;
      expect(Object.keys(alternates), file).toEqual([]);
      expect(pages, file).toContain(`${new URL(canonical).pathname.slice(1)}index.html`);
    }
  });

  test('knows nothing of the CMS', () => {
    for (const file of pages) expect(readDrawnPage(drawn, `/${file}`).html, file).not.toMatch(/["'(]\/uploads\/|:1337|\/admin/);
  });
});

test('a hostile title is words in every popular list', async () => {
  const drawn = await everything();
  for (const period of ['', 'today/', 'week/', 'month/', 'all-time/'])
    expect(readDrawnPage(drawn, `/ru/popular/${period}`).text).toContain(`Строка "0" <b>'&</b> Строка "1"`);
});
