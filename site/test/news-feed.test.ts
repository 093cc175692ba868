import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getRssString } from '@astrojs/rss';
import { languages } from '@newsroom/shared/languages';
import { XMLParser } from 'fast-xml-parser';
import { SaxesParser } from 'saxes';
import { describe, expect, inject, test } from 'vitest';
import { newsFeed } from '../src/views/news-feed.ts';
import { goldenEntries, snapshotOf } from './feed-file.ts';
import { testSiteUrl } from './run-command.ts';

const { drawn } = inject('goldenSite');

interface Channel {
  title: string;
  link: string;
  description: string;
  language: string;
  'atom:link': Record<string, string>;
  item: { title: string; link: string; guid: Record<string, string>; pubDate: string; description?: string; category: string }[];
}

/** A feed's channel. Another parser than the one of the writer's maker says whether it is well-formed XML: it throws. */
function readFeed(xml: string): Channel {
  new SaxesParser({ xmlns: true }).write(xml).close();
  return new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'item' }).parse(xml).rss.channel;
}

describe.each(languages)('the feed of the golden example in %s', (language) => {
  const xml = readFileSync(join(drawn, language, 'news', 'rss.xml'), 'utf8');
  const channel = readFeed(xml);

  test('says whose it is, in which language, and where it stands', () => {
    expect(channel).toMatchObject({ language, link: `${testSiteUrl}/${language}/news/` });
    expect(channel['atom:link']).toEqual({
      '@_href': `${testSiteUrl}/${language}/news/rss.xml`,
      '@_rel': 'self',
      '@_type': 'application/rss+xml',
    });
  });

  test('has releases of that language only, under absolute addresses that are theirs for good', () => {
    expect(channel.item).toHaveLength(2);
    for (const { link, guid } of channel.item) {
      expect(link).toMatch(new RegExp(`^${testSiteUrl}/${language}/news/\\d{4}/\\d{2}/[a-z0-9-]+/$`));
      expect(guid).toEqual({ '#text': link, '@_isPermaLink': 'true' });
    }
  });

  test('does not say when it was made', () => {
    expect(xml).not.toMatch(/lastBuildDate|generator/);
    expect(xml.match(/<pubDate>/g)).toHaveLength(2);
  });
});

test('the newest release comes first, with its time, kind and summary', () => {
  const [first] = readFeed(readFileSync(join(drawn, 'en', 'news', 'rss.xml'), 'utf8')).item;
  expect(first).toMatchObject({
    title: 'A night briefing for observers',
    pubDate: 'Sun, 31 Mar 2024 18:30:00 GMT',
    description: 'The commission explains to observers how votes are counted.',
    category: 'Briefing',
  });
});

test('titles in which there is HTML, XML and what XML cannot hold stay text', async () => {
  const hostile = ']]><script>alert("1")</script>&amp;\u0008\u{1F5F3}';
  const snapshot = await snapshotOf(
    goldenEntries((entry) =>
      entry.type === 'press-release' ? { ...entry, data: { ...entry.data, title: hostile, summary: hostile } } : entry,
    ),
  );
  const feed = newsFeed(snapshot, { locale: 'en' }, new URL(testSiteUrl));
  const xml = await getRssString(feed ?? expect.fail('no feed'));
  expect(xml).not.toContain('<script');
  expect(xml).not.toContain('\u0008');
  const expected = hostile.replace('\u0008', '');
  expect(readFeed(xml).item[0]).toMatchObject({ title: expected, description: expected });
});
