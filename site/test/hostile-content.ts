import { createHash } from 'node:crypto';
import { dailyMetricsId } from '@newsroom/shared/daily-metrics';
import type { FeedEntry } from '@newsroom/shared/feed';
import { type MediaFile, mediaReference } from '@newsroom/shared/media';
import type { Redirect } from '@newsroom/shared/redirect';
import { drawnPictures } from './drawn-pictures.ts';
import { someRelease } from './some-release.ts';

const { chart, small } = await drawnPictures({ chart: [1000, 500], small: [120, 90] });

/** A file as an editor could have uploaded it. */
function uploaded(name: string, text: string): { file: MediaFile; bytes: Buffer } {
  const bytes = Buffer.from(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { file: { sha256, name, mime: 'application/octet-stream', size: bytes.length, dimensions: null }, bytes };
}

const files = {
  results: uploaded('Нәтижелер 2022.PDF', 'results'.repeat(40_000)),
  empty: uploaded('empty.csv', ''),
  named: uploaded('"><script>alert(1)</script>.html', '<script>alert(1)</script>'),
  rightToLeft: uploaded('نتائج\u202efdp.exe', 'program'),
  long: uploaded(`${'а'.repeat(300)}.docx`, 'long'),
};

/** The files that the entries name. */
export const hostileFiles = [chart, small, ...Object.values(files)];

const reference = (file: MediaFile) => mediaReference(file.sha256);

/** A release whose every field tries to be something else, with its pictures and files. */
const hostileRelease = someRelease(
  { id: 'hostile', language: 'ru', seq: 5001 },
  {
    title: Array.from({ length: 30 }, (_, line) => `Строка "${line}" <b>'&</b>`).join('\n'),
    slug: 'hostile',
    summary: '"><img src=x onerror=alert(1)>',
    body: [
      `![A "chart" <of> 'results'](${reference(chart.file)})`,
      `Small ![](${reference(small.file)} "title") in the text, [results](${reference(files.results.file)}),`,
      `[none](${mediaReference('0'.repeat(64))}), ![no picture](${reference(files.empty.file)}),`,
      `<img src="/media/${chart.file.sha256}-400.webp" onerror="alert(1)" alt="by hand">,`,
      '![elsewhere](https://elsewhere.example/a.png)',
      '[no address](%)',
    ].join('\n\n'),
    embedded: [chart.file, small.file, files.results.file, files.empty.file],
    cover: {
      file: small.file,
      alternativeText: '" onload="alert(1)',
      caption: '</figcaption><script>alert(1)</script>',
      credit: '<i>',
    },
    attachments: Object.values(files).map(({ file }) => ({ file, title: null })),
    corrections: [{ at: '2024-03-02T00:00:00.000Z', kind: 'minor', text: '</script><script>alert(1)</script>' }],
    notice: { kind: 'corrected', reason: '<b>' },
  },
);

/** What is answered at addresses that pages have left: chains, circles, and what leads nowhere. */
export const redirects: Redirect[] = [
  { kind: 'moved', from: '/ru/old/', to: '/ru/older/' },
  { kind: 'moved', from: '/ru/older/', to: '/ru/news/' },
  { kind: 'moved', from: '/en/nowhere/', to: '/en/none/' },
  { kind: 'gone', from: '/kk/removed/', to: null },
  { kind: 'moved', from: '/kk/circle/', to: '/kk/round/' },
  { kind: 'moved', from: '/kk/round/', to: '/kk/circle/' },
  { kind: 'moved', from: '/kk/news/', to: '/kk/' },
  { kind: 'moved', from: '/about-us/', to: '/kk/' },
];

/** So much that the release stands in every popular list. */
function readOf(release: string): FeedEntry {
  const day = '2024-04-03';
  const data = { release, day, views: 50_000, comments: 0, reactions: 0 };
  return {
    seq: 5090,
    at: '2024-04-02T04:00:00.000Z',
    type: 'daily-metrics',
    id: dailyMetricsId(release, day),
    language: 'ru',
    data,
  };
}

/** All of it, as entries of a feed. */
export function hostileEntries(): FeedEntry[] {
  const at = '2024-04-02T04:00:00.000Z';
  return [
    hostileRelease,
    readOf(hostileRelease.id),
    ...redirects.map(
      (data, index): FeedEntry => ({ seq: 5100 + index, at, type: 'redirect', id: `redirect${index}`, language: null, data }),
    ),
  ];
}
