import { describe, expect, test } from 'vitest';
import type { Act } from '../../test/change-log.ts';
import { delegation, delegationInAll, gone, page, release, settings } from '../../test/newsroom.ts';
import { snapshotWith } from '../../test/snapshot-with.ts';
import { noAlternates } from './alternates.ts';
import { deadLinks } from './dead-links.ts';
import { frameOf } from './frame.ts';
import { releasePage } from './release-page.ts';
import { staticPage } from './static-page.ts';

const place = { locale: 'en', year: '2024', month: '06', slug: 'one' };

/** How a text is drawn as the body of a release, beside another release, a page and a redirect. */
async function drawn(body: string): Promise<string> {
  const redirect = { kind: 'moved' as const, from: '/en/news/2024/06/old/', to: '/en/news/2024/06/two/' };
  const snapshot = await snapshotWith([
    ...settings(),
    release('one', { body }),
    release('two'),
    page('about'),
    { type: 'redirect', id: 'redirectone', language: null, data: redirect },
  ]);
  return releasePage(snapshot, place)?.content?.body.html ?? '';
}

describe('a link to what the site has', () => {
  test.each([
    ['a page', '/en/pages/about/', '/en/pages/about/'],
    ['a page, without the slash at the end', '/en/pages/about', '/en/pages/about/'],
    ['a page, with what follows its address', '/en/pages/about?from=1#top', '/en/pages/about/?from=1#top'],
    ['a page by the site’s own address', 'https://newsroom.example/en/pages/about/', '/en/pages/about/'],
    ['a page by the address without encryption', 'http://newsroom.example/en/pages/about/', '/en/pages/about/'],
    ['a page by its file', '/en/pages/about/index.html', '/en/pages/about/'],
    ['a page, percent-encoded', '/en/pages/%61bout/', '/en/pages/about/'],
    ['a page, relative', '../two/', '/en/news/2024/06/two/'],
    ['a place on the same page', '#top', '#top'],
    ['an archive', '/en/news/2024/06/', '/en/news/2024/06/'],
    ['the feed', '/en/news/rss.xml', '/en/news/rss.xml'],
    ['the icon', '/favicon.svg', '/favicon.svg'],
    ['an address that a page has left', '/en/news/2024/06/old/', '/en/news/2024/06/old/'],
  ])('stays: %s', async (_, address, href) => {
    expect(await drawn(`[words](${address})`)).toBe(`<p><a href="${href}">words</a></p>`);
  });

  test('stays, where it leads out of the site', async () => {
    expect(await drawn('[a](https://www.example.org/nobody/) [b](mailto:press@example.org)')).toBe(
      '<p><a href="https://www.example.org/nobody/" rel="noopener">a</a> <a href="mailto:press@example.org">b</a></p>',
    );
  });
});

describe('a link to where the site has nothing', () => {
  test.each([
    ['/en/news/2024/06/nobody/'],
    ['/en/news/2024/06/nobody'],
    ['https://newsroom.example/en/pages/nobody/'],
    ['//newsroom.example/en/pages/nobody/'],
    ['/EN/pages/about/'],
    ['/en/pages//about/'],
    ['nobody/'],
    ['www.example.org'],
    ['/en/pages/%zz/'],
    ['/en/pages/about%2f'],
    [`/media/${'a'.repeat(64)}/results.pdf`],
    ['/_astro/nobody.css'],
  ])('becomes its words: %s', async (address) => {
    expect(await drawn(`Before [the **programme**](${address}) after`)).toBe(
      '<p>Before <span>the <strong>programme</strong></span> after</p>',
    );
  });

  test('becomes its words whatever way it was written', async () => {
    const html = await drawn('<a href="/nobody/" title="x">a</a> [b][1] <https://newsroom.example/nobody/>\n\n[1]: /nobody/');
    expect(html).toBe('<p><span>a</span> <span>b</span> <span>https://newsroom.example/nobody/</span></p>');
  });

  test('does not empty the table that it stands in', async () => {
    expect(await drawn('| |\n| --- |\n| [a](/nobody/) |')).toContain('<td><span>a</span></td>');
  });
});

describe('what is told of it', () => {
  const body = [
    '# Heading with [one](/nobody/1/)',
    'A paragraph.',
    '- a list\n- with [two  *words*](/nobody/2)',
    '[defined]: /nobody/3/',
    '| a | b |\n| --- | --- |\n| 1 | [three][defined] |',
    '<div>\n\n[![](/nobody.png)](../../nobody/)\n\n</div>',
  ].join('\n\n');

  const told = async (...acts: Act[]) => deadLinks(await snapshotWith([...settings(), ...acts]));

  test('is the field, the block, the words and the address as it was written', async () => {
    const found = await told(release('one', { body }));
    expect(found[0]).toEqual({
      key: { type: 'press-release', id: 'one', language: 'en' },
      fault: { kind: 'dead-link', field: 'body', paragraph: 1, text: 'one', address: '/nobody/1/' },
      path: '/nobody/1/',
      isNew: false,
    });
    expect(found.map(({ fault: { paragraph, text, address }, path }) => [paragraph, text, address, path])).toEqual([
      [1, 'one', '/nobody/1/', '/nobody/1/'],
      [3, 'two words', '/nobody/2', '/nobody/2/'],
      [4, 'three', '/nobody/3/', '/nobody/3/'],
      [6, '', '../../nobody/', '/en/news/2024/nobody/'],
    ]);
  });

  test('is told of every text in which editors write links, and of the footer', async () => {
    const text = '[x](/nobody/)';
    const found = await told(
      ...settings({ contact: text, footerLinks: [{ label: 'Nobody', href: '/nobody/' }] }).slice(0, 1),
      ...delegationInAll('turkiye', { description: text }),
      page('about', { body: text }),
    );
    expect(found.map(({ key, fault }) => [key.type, key.language, fault.field, fault.paragraph, fault.text])).toEqual([
      ['delegation', 'en', 'description', 1, 'x'],
      ['page', 'en', 'body', 1, 'x'],
      ['site-settings', 'kk', 'contact', 1, 'x'],
      ['site-settings', 'kk', 'footerLinks', 1, 'Nobody'],
    ]);
  });

  test('is nothing where the text is not shown', async () => {
    const withdrawn = release('one', { body, notice: { kind: 'withdrawn', reason: 'It was wrong.' } });
    expect(await told(withdrawn, delegation('nameless', { description: body, slug: null, sourceLanguage: 'ru' }))).toEqual([]);
  });
});

describe('a text that is on several pages', () => {
  test('links to the same place from all of them', async () => {
    const snapshot = await snapshotWith([
      ...settings({ missingTranslations: 'show' }),
      page('about', { body: '[x](../more/)' }),
      page('more'),
    ]);
    for (const locale of ['en', 'kk']) {
      expect(staticPage(snapshot, { locale, slug: 'about' })?.body.html).toBe('<p><a href="/en/pages/more/">x</a></p>');
    }
  });

  test('and belongs to none of them can lead nowhere by a relative address', async () => {
    const snapshot = await snapshotWith([...settings({ contact: '[a](news/) [b](/en/news) [c](#c)' })]);
    const { contact } = frameOf(snapshot, 'en', { alternates: noAlternates });
    expect(contact).toBe('<p><span>a</span> <a href="/en/news/">b</a> <a href="#c">c</a></p>');
  });
});

describe('a link is new', () => {
  const linking = (id: string, ...paths: string[]) => release(id, { body: paths.map((path) => `[x](${path})`).join(' ') });
  const newOnes = async (live: readonly Act[], since: readonly Act[]) =>
    deadLinks(await snapshotWith([...settings(), ...live], since)).map(({ key, path, isNew }) => [key.id, path, isNew]);

  test('where the version that is live does not have it', async () => {
    expect(await newOnes([linking('one', '/nobody/1/')], [linking('one', '/nobody/1', '/nobody/2/')])).toEqual([
      ['one', '/nobody/1/', false],
      ['one', '/nobody/2/', true],
    ]);
  });

  test('where nothing of it is live', async () => {
    expect(await newOnes([], [linking('one', '/nobody/')])).toEqual([['one', '/nobody/', true]]);
  });

  test('not where its target went, though the text is new, too', async () => {
    const live = [release('two'), linking('one', '/en/news/2024/06/two/')];
    const other = { ...linking('one', '/en/news/2024/06/two/#top') };
    expect(await newOnes(live, [gone(release('two')), other])).toEqual([['one', '/en/news/2024/06/two/', false]]);
  });

  test('not where its target went at the same time', async () => {
    const target = '/en/news/2024/06/two';
    expect(await newOnes([release('two')], [gone(release('two')), linking('one', target)])).toEqual([
      ['one', `${target}/`, false],
    ]);
  });

  test('not where the text did not change', async () => {
    expect(await newOnes([linking('one', '/nobody/')], [release('two')])).toEqual([['one', '/nobody/', false]]);
  });
});
