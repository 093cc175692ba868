import { join } from 'node:path';
import { HtmlValidate } from 'html-validate/node';
import { describe, expect, inject, test } from 'vitest';
import { deadLinks } from './dead-links.ts';
import { filesOf, readDrawnPage } from './drawn-page.ts';

const { drawn } = inject('goldenSite');
const pages = filesOf(drawn).filter((file) => file.endsWith('.html'));

describe('every drawn page', () => {
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
      expect(html, file).not.toMatch(
        /<script(?! type="application\/ld\+json">)|<style|\sstyle=|\son[a-z]+=|localhost|file:\/\//i,
      );
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

  test('says its own address in its canonical link, unless it is kept out of search engines', () => {
    for (const file of pages) {
      const { canonical, html } = readDrawnPage(drawn, `/${file}`);
      const path = `/${file.replace(/index\.html$/, '')}`;
      if (file.endsWith('404.html')) expect(html).toContain('content="noindex"');
      else expect(canonical).toBe(`https://newsroom.example${path}`);
    }
  });
});
