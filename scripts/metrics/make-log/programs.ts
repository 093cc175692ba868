import crawlers from 'crawler-user-agents';

const phones = ['SM-A155F', 'SM-S921B', 'motorola edge 40', 'CUBOT X70', '22101316G', 'Pixel 8', 'RMX3890', 'V2206', 'TECNO KL4'];

/** Names that programs give themselves in which people read. */
export const peoplesPrograms: readonly string[] = [
  ...phones.flatMap((phone, index) =>
    Array.from({ length: 24 }, (_, version) => {
      const chrome = `Chrome/${110 + version}.0.${index * 7}.0`;
      return `Mozilla/5.0 (Linux; Android ${10 + (index % 6)}; ${phone}) AppleWebKit/537.36 (KHTML, like Gecko) ${chrome} Mobile Safari/537.36`;
    }),
  ),
  ...Array.from({ length: 12 }, (_, version) => {
    const safari = `Version/${15 + (version % 4)}.${version % 6} Mobile/15E148 Safari/604.1`;
    return `Mozilla/5.0 (iPhone; CPU iPhone OS ${15 + (version % 4)}_${version % 6} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ${safari}`;
  }),
  ...Array.from(
    { length: 20 },
    (_, version) => `Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:${115 + version}.0) Gecko/20100101 Firefox/${115 + version}.0`,
  ),
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0',
  'Mozilla/5.0 (Linux; arm_64; Android 13; 22101316G) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/118.0.0.0 YaBrowser/23.11.1 SA/3 Mobile Safari/537.36',
  'Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/400.0]',
  'Mozilla/5.0 (Linux; Android 13; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130 Mobile Safari/537.36 Instagram 300',
  'Opera/9.80 (Android; Opera Mini/7.5/191; U; ru) Presto/2.12.423 Version/12.16',
];

/** Some of the names that are listed for robots are those of programs in which people read: applications with a browser in them. */
const inFactPeoples = /Instagram |MetaIAB Facebook|Electron\/|Fluid\//;

/** Names of robots, from a list that is kept apart from those by which robots are found. */
export const robots: readonly string[] = crawlers
  .flatMap(({ instances }) => instances)
  .filter((name) => name.trim().length > 1 && !inFactPeoples.test(name));

/** Programs that make previews of links. */
export const previewMakers = ['WhatsApp/2.23.20.0', 'TelegramBot (like TwitterBot)', 'facebookexternalhit/1.1'] as const;
