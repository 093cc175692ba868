import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanMarkdown } from './markdown.ts';
import { plainMarkdown } from './plain-markdown.ts';
import type { LinkTarget } from './site-links.ts';

/** What stands in a line. */
const word = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('Сайлау', 'vote', 'a', '2024', 'сөз.', 'observers,', '"quoted"', "it's", '1 > 0', '\\*', '–'),
  },
  fc.constantFrom(
    '**',
    '*',
    '_',
    '__',
    '~~',
    '`',
    '``',
    '  \n',
    '\n',
    '#',
    '>',
    '-',
    '\\',
    '[',
    ']',
    '(',
    ')',
    '!',
    '|',
    ':',
    ' />',
  ),
  fc.constantFrom(
    '[words](/kk/news/)',
    '[**bold** words](https://example.org/?a=1 "A \'title\' > "yes"")',
    '[a](mailto:a@example.org)',
    '[nowhere](/nowhere/)',
    '[none]()',
    '[bad](javascript:alert(1))',
    '[other](//example.org/)',
    '[there](#part)',
    '[space](/a b/) [й](/й/) [%](/100%/)',
    '[ref][r]',
    'https://example.org/a_b',
    'www.example.org',
    'a@example.org',
  ),
);

const line = fc.tuple(
  fc.constantFrom(
    '',
    '',
    '',
    '# ',
    '### ',
    '###### ',
    '- ',
    '* ',
    '1. ',
    '3) ',
    '> ',
    '> > ',
    '  ',
    '    ',
    '- [ ] ',
    '---',
    '***',
  ),
  fc.array(word, { maxLength: 8 }),
);

const markdown = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\n\n')), { minLength: 1, maxLength: 10 })
  .map((lines) => `${lines.map(([[mark, words], end]) => `${mark}${words.join(' ')}${end}`).join('')}\n[r]: /ru/ "Title"\n`);

const places = fc.record({
  language: fc.constant('kk' as const),
  topHeading: fc.constantFrom(2, 3),
  links: fc.constant(linksOfTest),
});

function linksOfTest(written: string): LinkTarget {
  if (written.includes('nowhere')) return { kind: 'dead', path: '/nowhere/' };
  if (written.startsWith('javascript:')) return { kind: 'outside', href: undefined };
  return { kind: 'outside', href: written };
}

test('a text without tags is drawn as if it were cleaned', () => {
  let plain = 0;
  fc.assert(
    fc.property(markdown, places, (text, place) => {
      const html = plainMarkdown(text, place);
      if (html === undefined) return;
      plain += 1;
      expect(html).toBe(cleanMarkdown(text, place));
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 30) * 40, endOnFailure: true },
  );
  expect(plain).toBeGreaterThan(300);
});

test.each([
  ['a tag', 'a <b>b</b>'],
  ['a character by its name', 'a &amp; b'],
  ['a picture', '![a](/a.webp)'],
  ['a table', '| a |\n| --- |\n| b |'],
  ['code', '```\na\n```'],
  ['a list of tasks', '- [ ] a'],
  ['an address without a scheme that is known', '[a](tel-aviv:1)'],
])('%s is left to be cleaned', (_, text) => {
  expect(plainMarkdown(text, { language: 'kk', topHeading: 2, links: linksOfTest })).toBeUndefined();
});
