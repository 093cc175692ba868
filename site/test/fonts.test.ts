import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';
import { describe, expect, inject, test } from 'vitest';
import { filesOf } from './drawn-page.ts';

const { drawn } = inject('goldenSite');

/** The fonts as the site's styles name them: which characters a browser looks for in which file. */
const faces = filesOf(drawn)
  .filter((file) => file.endsWith('.css'))
  .flatMap((file) => [...readFileSync(join(drawn, file), 'utf8').matchAll(/@font-face\s*\{([^}]*)\}/g)])
  .map(([, face = '']) => ({
    face,
    file: /url\("?\/([^")]+\.woff2)"?\)/.exec(face)?.[1] ?? '',
    ranges: [...face.matchAll(/U\+([0-9a-f?]+)(?:-([0-9a-f]+))?/gi)].map(([, from = '', to = from]) => [
      // A range of one part may have wildcards: `U+??` is all of two digits.
      Number.parseInt(from.replaceAll('?', '0'), 16),
      Number.parseInt(to.replaceAll('?', 'f'), 16),
    ]),
  }));

describe('the fonts', () => {
  const kazakh = 'АаӘәБбВвГгҒғДдЕеЁёЖжЗзИиЙйКкҚқЛлМмНнҢңОоӨөПпРрСсТтУуҰұҮүФфХхҺһЦцЧчШшЩщЪъЫыІіЬьЭэЮюЯя';
  const others = 'AaZzÇçĞğİıÖöŞşÜüÁáŁłŻż0123456789«»„“”–—…№₸';

  test('have every letter of the three alphabets, in the file in which a browser looks for it', () => {
    const letters = [...kazakh, ...others];
    const missing = letters.filter((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      const named = faces.filter(({ ranges }) => ranges.some(([from = 0, to = 0]) => from <= code && code <= to));
      return !named.some(({ file }) => characters(file).has(code));
    });
    expect(missing).toEqual([]);
  });

  test('come from the site under names that change with them, and never keep a text from being read', () => {
    expect(faces).not.toHaveLength(0);
    for (const { face, file } of faces) {
      expect(file).toMatch(/^_astro\/[\w.-]+\.woff2$/);
      expect(face).toContain('font-display:swap');
    }
  });
});

/** The characters that a font's file can show; a WOFF2 file holds one font. */
function characters(file: string): Set<number> {
  return new Set((create(readFileSync(join(drawn, file))) as Font).characterSet);
}
