import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { seededRandom } from '../../scale/random.ts';
import { madeAddresses } from '../make-log/make-log.ts';
import { BlockCounter } from './count-block.ts';
import { CountedDays } from './counted-days.ts';
import { DaySalts } from './day-salts.ts';
import { totalsAfter } from './next-state.ts';
import { PageIndex } from './page-index.ts';
import { emptyState } from './state.ts';
import { StateFolder } from './state-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'newsroom-counted-days-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const now = new Date('2026-11-20T12:00:00Z');
const pages = new PageIndex(madeAddresses());

it('what days have does not hang on how many of them have room in memory', () => {
  const random = seededRandom(3);
  const addresses = [...madeAddresses().entries()].map(([address]) => address).slice(0, 5);
  const line = (first: number) => () =>
    `10.0.${random.below(3)}.${random.below(4)} - - [${first + random.below(2)}/Nov/2026:10:${10 + random.below(5)}:${10 + random.below(49)} +0500] "GET ${random.pick(addresses)} HTTP/1.1" 200 1 "-" "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0"\n`;
  // Two days in a block, so that the others have to make room.
  const blocks = Array.from({ length: 60 }, (_, index) =>
    Buffer.from(Array.from({ length: 40 }, line(10 + (index % 5))).join('')),
  );

  const count = (room: number) => {
    const counter = new BlockCounter({ pages, salts: new DaySalts(new Map(), Buffer.alloc(32)), office: [], now });
    const days = new CountedDays({}, new StateFolder(folder, pages), now, room);
    for (const bytes of blocks) days.add(counter.count(bytes));
    return [...totalsAfter(emptyState, days, pages)].toSorted();
  };
  const roomy = count(Number.POSITIVE_INFINITY);
  expect(readdirSync(folder)).toEqual([]);
  expect(roomy.map(([day, { views }]) => [day, Object.keys(views).length])).toEqual(
    ['10', '11', '12', '13', '14', '15'].map((date) => [`2026-11-${date}`, 3]),
  );
  expect(count(0)).toEqual(roomy);
  expect(readdirSync(folder).length).toBeGreaterThan(50);
});
