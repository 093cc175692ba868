import { type MediaFile, mediaReference } from '@newsroom/shared/media';
import { describe, expect, test } from 'vitest';
import { anyLink } from '../../test/any-link.ts';
import { attachmentItem } from './attachment.ts';
import { safeFileName } from './file-name.ts';
import { renderMarkdown } from './markdown.ts';

const picture: MediaFile = {
  sha256: 'a'.repeat(64),
  name: 'hall.jpg',
  mime: 'image/jpeg',
  size: 1,
  dimensions: { width: 1000, height: 500 },
};
const results: MediaFile = {
  sha256: 'b'.repeat(64),
  name: 'Results.PDF',
  mime: 'application/pdf',
  size: 240_300,
  dimensions: null,
};
const [shown, linked] = [picture, results].map(({ sha256 }) => mediaReference(sha256));

const render = (text: string) => renderMarkdown(text, { language: 'en', topHeading: 2, links: anyLink }, [picture, results]);

describe('a picture of the text’s own files', () => {
  test('alone in its paragraph is a figure, in its widths', () => {
    const html = render(`![The "hall"](${shown})`);
    expect(html).toMatch(/^<figure><img src="\/media\/a{64}-800\.webp" srcset="\/media\/a{64}-400\.webp 400w, .* 1000w"/);
    expect(html).toContain('width="1000" height="500" alt="The &quot;hall&quot;" loading="lazy" decoding="async"></figure>');
  });

  test('among words stands among them', () => {
    expect(render(`Before ![a](${shown}) after`)).toMatch(/^<p>Before <img [^>]+> after<\/p>$/);
  });

  test('is the only one: others become their text, by whatever way they are named', () => {
    const foreign = [
      '![a](https://elsewhere.example/a.png)',
      `![a](${mediaReference('c'.repeat(64))})`,
      `![a](${linked})`,
      `<img src="/media/${'c'.repeat(64)}-400.webp" alt="a">`,
      '<img src="/uploads/a.png" alt="a" onerror="alert(1)">',
    ];
    for (const text of foreign) expect(render(text), text).not.toMatch(/<img|onerror|uploads/);
  });

  test('may be named five thousand times', () => {
    expect(render(`![a](${shown})\n\n`.repeat(5000)).match(/<img /g)).toHaveLength(5000);
  });
});

describe('a link to a file', () => {
  test('says what kind it is, and how large', () => {
    expect(render(`[The results](${linked})`)).toBe(
      `<p><a href="/media/${'b'.repeat(64)}/results.pdf">The results</a> (PDF, 240 kB)</p>`,
    );
  });

  test('that the text does not have becomes its words', () => {
    expect(render(`[The *results*](${mediaReference('c'.repeat(64))})`)).toBe('<p>The <em>results</em></p>');
  });
});

test('a file that has no title is called by its name, which cannot pretend to be another', () => {
  const pretender = { ...results, name: 'results\u202efdp.exe' };
  expect(attachmentItem({ file: pretender, title: null }, 'en')).toMatchObject({
    label: 'resultsfdp.exe',
    kindAndSize: 'EXE, 240 kB',
  });
});

describe('the name of a file', () => {
  test.each([
    ['Нәтижелер 2022.PDF', 'natizheler-2022.pdf'],
    ['"><script>alert(1)</script>.html', 'script-alert-1-script-html.bin'],
    ['page.svg', 'page-svg.bin'],
    ['../../etc/passwd', 'etc-passwd.bin'],
    ['.htaccess', 'htaccess.bin'],
    ['htaccess.bin', 'htaccess.bin'],
    ['🗳️.pdf', 'file.pdf'],
    [`${'a'.repeat(300)}.docx`, `${'a'.repeat(80)}.docx`],
    ['archive.tar.gz', 'archive-tar.gz'],
  ])('%s', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });
});
