import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { addDays, localDay } from '@newsroom/shared/local-time';
import { addressesOfMonthSchema, readershipIndexSchema } from '@newsroom/shared/readership';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { combinedTime } from '../metrics/access-log/combined-time.ts';
import { makeNewsroom, type OwnNewsroom } from './own-newsroom.ts';

const browser = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0';
const today = localDay(new Date().toISOString());

let newsroom: OwnNewsroom;
let log: string;
/** The oldest release of the demo, which nobody reads any more. */
let forgotten: { id: string; address: string };

beforeAll(async () => {
  newsroom = await makeNewsroom();
  await newsroom.start();
  log = path.join(newsroom.folder, 'access.log');
  forgotten = await oldestRelease();
});
afterAll(async () => await newsroom?.remove());

async function oldestRelease(): Promise<{ id: string; address: string }> {
  const read = async (file: string) => (await fetch(`${newsroom.site}/readership/${file}`)).json();
  const { months } = readershipIndexSchema.parse(await read('index.json'));
  const { releases } = addressesOfMonthSchema.parse(await read(`addresses/${months.toSorted()[0]}.json`));
  const release = releases.find(
    ({ isWithdrawn, addresses }) => !isWithdrawn && addresses.some(({ language }) => language === 'ru'),
  );
  const address = release?.addresses.find(({ language }) => language === 'ru')?.path;
  if (release === undefined || address === undefined) throw new Error('The demo has no release.');
  return { id: release.id, address };
}

/** Lines of one day, each of somebody else. */
function linesOf(count: number, day: string, ipOf: (number: number) => string): string {
  const time = (number: number) => combinedTime(new Date(`${day}T00:00:0${number % 10}Z`), 0).replace('+0000', '+0500');
  const line = (number: number) =>
    `${ipOf(number)} - - [${time(number)}] "GET ${forgotten.address} HTTP/1.1" 200 5120 "-" "${browser} ${number % 997}"\n`;
  return Array.from({ length: count }, (_, number) => line(number)).join('');
}

const collect = () => newsroom.run('scripts/metrics/metrics.ts', 'collect', 'access-log', log);
const popular = async (place = 'popular/') => await (await fetch(`${newsroom.site}/ru/${place}`)).text();
const firstOf = (page: string) => /<ol class="popular-list"[\s\S]*?<\/li>/.exec(page)?.[0] ?? '';

/** @example '40 117 просмотров' // => 40117 */
const viewsIn = (text: string) => Number(/(\d[\d\s]*)\sпросмотр/.exec(text)?.[1]?.replaceAll(/\s/g, '') ?? Number.NaN);

it('what people read yesterday is read most today, on every page that says so, without anybody publishing it', async () => {
  writeFileSync(
    log,
    linesOf(40_000, addDays(today, -1), (number) => `10.${number >> 8}.${number & 255}.7`),
  );
  expect(await collect()).toEqual({ code: 0, output: expect.stringContaining('40000 views') });
  await expect.poll(async () => firstOf(await popular()), { timeout: 60_000, interval: 250 }).toContain(forgotten.address);
  for (const place of ['', 'news/', 'popular/', 'popular/week/', 'popular/month/', 'popular/all-time/'])
    expect(viewsIn(firstOf(await popular(place))), place).toBeGreaterThanOrEqual(40_000);
  expect(viewsIn(await popular(forgotten.address.slice('/ru/'.length)))).toBeNaN();
});

it('a flood from one network moves nothing, and the editors are told', async () => {
  const before = await popular();
  writeFileSync(
    log,
    linesOf(60_000, addDays(today, -2), (number) => `203.0.113.${number % 250}`),
  );
  const { code, output } = await collect();
  expect([code, output]).toEqual([0, expect.stringMatching(/1 network asked \d+ times, of which 20 count/)]);
  const counted = async () =>
    (await (await fetch(`${newsroom.site}/readership/days/${addDays(today, -2)}.csv`)).text()).includes(forgotten.id);
  await expect.poll(counted, { timeout: 60_000, interval: 250 }).toBe(true);
  const order = (page: string) => [...page.matchAll(/<p class="title">\s*<a href="([^"]*)"/g)].map(([, href]) => href);
  expect(order(await popular())).toEqual(order(before));
});

it('anybody computes the published lists again, from what the site publishes', async () => {
  const { code, output } = await newsroom.run('scripts/popularity/popularity.ts', 'verify', '--site', newsroom.site);
  expect([code, output]).toEqual([0, expect.stringContaining('All 30 lists are what comes out.')]);
});
