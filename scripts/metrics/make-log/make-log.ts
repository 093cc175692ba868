import type { LeftOutReason } from '@newsroom/shared/collected-day';
import { languages } from '@newsroom/shared/languages';
import { addDays } from '@newsroom/shared/local-time';
import { releasePath } from '@newsroom/shared/permalink';
import { type Random, seededRandom } from '../../scale/random.ts';
import { officeDayAt } from '../access-log/office-calendar.ts';
import { AddressTable } from '../addresses/address-table.ts';
import { type LogFormat, LogWriter, type WrittenLine } from './log-writer.ts';
import { peoplesPrograms, previewMakers, robots } from './programs.ts';
import { type Truth, TruthBook } from './truth.ts';

export interface LogPlan {
  file: string;
  seed: number;
  lines: number;
  /** How many days of the office's calendar it covers, and the last of them. */
  days: number;
  lastDay: string;
  format: LogFormat;
}

/** The networks that are the office's own in every log that is made. */
export const officeNetworks = '198.51.100.0/24, 2001:db8::/32';

/** The network from which one release is asked for again and again. */
const spikeNetwork = '203.0.113';

const releaseCount = 400;

/** The releases that readers of a made log ask for; some have left an address. */
export function madeAddresses(): AddressTable {
  const table = new AddressTable();
  for (let number = 0; number < releaseCount; number += 1) {
    const month = `2026-${String((number % 11) + 1).padStart(2, '0')}`;
    for (const language of languages) {
      const page = { document: `release${number}`, language };
      table.add({ ...page, address: releasePath(language, month, `message-${number}-of-the-office`) });
      if (number % 10 === 0) table.addMoved(releasePath(language, month, `message-${number}`), page);
    }
  }
  return table;
}

/** Writes a log: the same plan gives the same log, everywhere. @returns what is in it */
export function makeLog(plan: LogPlan): Truth {
  return new LogMaker(plan).make();
}

interface Person {
  name: string;
  address: string;
  network: string;
  agent: string;
}

interface KnownAsk {
  person: Person;
  page: { document: string; language: string; address: string };
}

/** What is written, by how often of a thousand lines. Those of known readers are counted by the truth itself. */
const shares = {
  view: 200,
  asset: 376,
  other: 130,
  robot: 110,
  probe: 60,
  preview: 15,
  prefetch: 12,
  nameless: 12,
  office: 20,
  moved: 8,
  missing: 8,
  head: 5,
  broken: 3,
  future: 1,
  spike: 40,
} as const;

type Kind = keyof typeof shares;

const kinds = Object.entries(shares).flatMap(([kind, share]) => Array.from({ length: share }, () => kind as Kind));

const otherPages = ['/kk/', '/ru/news/', '/en/news/2026/11/', '/kk/popular/?from=mail', '/media/a%20b.pdf'];

const officeAddresses = ['198.51.100.7', '198.51.100.201', '2001:db8:1::5'];

const probedPaths = ['/.env', '/wp-login.php?a=<script>alert(1)</script>', '/kk/../../etc/passwd', '/\\x1b[31m', '/admin/%00'];

const brokenLines = [
  '\xff\xfeG\x00E\x00T\x00',
  'not a line at all',
  '192.0.2.1 - - [99/Foo/2026:00:00:00 +0000] "GET / HTTP/1.1" 200 1 "-" "x"',
  '{"level":"info","ts":',
  '192.0.2.1 - - [01/Nov/2026:10:00:00 +0200] "GET /kk/news/2026',
];

class LogMaker {
  readonly #plan: LogPlan;
  readonly #random: Random;
  readonly #log: LogWriter;
  readonly #book = new TruthBook();
  readonly #pages: KnownAsk['page'][];
  readonly #moved: { address: string; page: KnownAsk['page'] }[];
  /** Those who came last. */
  readonly #people: Person[] = [];
  #count = 0;
  /** What readers ask for again, by second. */
  readonly #again = new Map<number, KnownAsk[]>();
  #time = 0;
  #day = '';
  /** The day of the last line that has a time of its own. */
  #lastDay = '';

  constructor(plan: LogPlan) {
    this.#plan = plan;
    this.#random = seededRandom(plan.seed);
    this.#log = new LogWriter(plan.file, plan.format);
    const entries = [...madeAddresses().entries()];
    this.#pages = entries.filter(([address, page]) => address === page.address).map(([, page]) => page);
    this.#moved = entries.filter(([address, page]) => address !== page.address).map(([address, page]) => ({ address, page }));
  }

  make(): Truth {
    const { lines, days, lastDay } = this.#plan;
    const start = startOf(addDays(lastDay, 1 - days));
    this.#writeFirst(start);
    const seconds = startOf(addDays(lastDay, 1)) - start;
    for (let second = 0; second < seconds; second += 1) {
      this.#time = start + second;
      if (second % 900 === 0) this.#day = officeDayAt(this.#time).day;
      const due = second === seconds - 1 ? lines : Math.floor((lines * (second + 1)) / seconds);
      for (const ask of this.#again.get(this.#time) ?? []) if (this.#log.lines < lines) this.#ask(ask);
      this.#again.delete(this.#time);
      while (this.#log.lines < due) this.#writeOne(this.#random.pick(kinds));
    }
    this.#log.end();
    return this.#book.truth();
  }

  /** The first line has a time, so that those without one have a day. */
  #writeFirst(start: number): void {
    this.#time = start;
    this.#day = officeDayAt(start).day;
    this.#writeOne('asset');
  }

  #writeOne(kind: Kind): void {
    const { address, agent } = this.#person();
    this.#makers[kind]({ time: this.#time, address, path: this.#page().address, agent });
  }

  /** How a line of each kind is written; it is given one of a stranger who opens a page. */
  readonly #makers: Record<Kind, (line: WrittenLine) => void> = {
    view: () => this.#view(),
    spike: () => this.#spike(),
    asset: (line) => this.#leaveOut('other-page', { ...line, path: `/_astro/page.${this.#random.below(90)}.css` }),
    other: (line) => this.#leaveOut('other-page', { ...line, path: this.#random.pick(otherPages) }),
    robot: (line) => this.#leaveOut('robot', { ...line, agent: this.#random.pick(robots).replaceAll(/["\\\r\n]/g, '') }),
    preview: (line) => this.#leaveOut('preview', { ...line, agent: this.#random.pick(previewMakers) }),
    prefetch: (line) => this.#leaveOut('prefetch', { ...line, purpose: this.#random.pick(['prefetch', 'prefetch;prerender']) }),
    nameless: (line) => this.#leaveOut('empty-agent', { ...line, agent: this.#plan.format === 'caddy' ? '' : '-' }),
    office: (line) => this.#leaveOut('office', { ...line, address: this.#random.pick(officeAddresses) }),
    moved: (line) => this.#leaveOut('status', { ...line, path: this.#random.pick(this.#moved).address, status: 301 }),
    missing: (line) => this.#missing(line),
    head: (line) => this.#leaveOut('method', { ...line, method: 'HEAD' }),
    future: (line) => this.#future(line),
    probe: (line) => this.#probe(line),
    broken: () => this.#broken(),
  };

  /** Somebody opens a page, and perhaps once more soon after. */
  #view(): void {
    const person = this.#random.chance(35) && this.#people.length > 0 ? this.#random.pick(this.#people) : this.#newPerson();
    const ask = { person, page: this.#random.chance(5) ? this.#page(40) : this.#page() };
    this.#ask(ask);
    if (this.#random.chance(15)) this.#askAgain(ask, 1 + this.#random.below(40));
  }

  #spike(): void {
    const place = 1 + this.#random.below(250);
    const agent = peoplesPrograms[place % peoplesPrograms.length] ?? '';
    const address = `${spikeNetwork}.${place}`;
    const page = this.#pages[7];
    if (page !== undefined) this.#ask({ person: { name: `spike ${place}`, address, network: spikeNetwork, agent }, page });
  }

  #ask({ person, page }: KnownAsk): void {
    const { address, agent, name: reader, network } = person;
    const moved = this.#random.chance(3) ? this.#moved.find((one) => one.page === page) : undefined;
    const query = this.#random.chance(10) ? '?utm_source=mail' : '';
    const path = `${moved?.address ?? page.address}${query}`;
    this.#lastDay = this.#day;
    this.#book.request({ time: this.#time, day: this.#day, page: `${page.document} ${page.language}`, reader, network });
    this.#log.write({ time: this.#time, address, path, agent, status: this.#random.chance(12) ? 304 : 200 });
  }

  #askAgain(ask: KnownAsk, after: number): void {
    const at = this.#time + after;
    this.#again.set(at, [...(this.#again.get(at) ?? []), ask]);
  }

  #missing(line: WrittenLine): void {
    const path = `/ru/news/2026/0${1 + this.#random.below(9)}/no-such-message-${this.#random.below(30)}/`;
    if (this.#random.chance(50)) this.#leaveOut('status', { ...line, path, status: 404 });
    else this.#leaveOut('unknown-address', { ...line, path });
  }

  #future(line: WrittenLine): void {
    this.#book.leaveOut(this.#lastDay, 'future');
    this.#log.write({ ...line, time: startOf(this.#plan.lastDay) + 400 * 86_400 });
  }

  #probe(line: WrittenLine): void {
    if (this.#random.chance(40)) this.#leaveOut('method', { ...line, method: 'POST', path: '/xmlrpc.php', status: 405 });
    else
      this.#leaveOut('status', {
        ...line,
        path: this.#random.pick(probedPaths),
        status: this.#random.pick([400, 403, 404, 500]),
      });
  }

  #broken(): void {
    const isLong = this.#random.below(2000) === 0;
    this.#book.leaveOut(this.#lastDay, isLong ? 'too-long' : 'malformed');
    this.#log.writeAsIs(isLong ? `192.0.2.1 - - "GET /${'a'.repeat(2 ** 20)}` : this.#random.pick(brokenLines));
  }

  #leaveOut(reason: LeftOutReason, line: WrittenLine): void {
    this.#lastDay = this.#day;
    this.#book.leaveOut(this.#day, reason);
    this.#log.write(line);
  }

  /** Somebody who may come again. */
  #newPerson(): Person {
    const person = this.#person();
    const place = this.#people.length < 500 ? this.#people.length : this.#random.below(500);
    this.#people[place] = person;
    return person;
  }

  /** Somebody who was never here before, from a network where nobody else is. */
  #person(): Person {
    this.#count += 1;
    const agent = this.#random.pick(peoplesPrograms);
    const number = Math.imul(this.#count, 0x9e3779b1) >>> 8; // every number of 24 bits once
    const [first, second, third] = [1 + ((number >>> 16) % 190), (number >>> 8) & 255, number & 255];
    const name = String(this.#count);
    if (this.#count % 16 === 0) {
      const network = `2a02:${this.#count
        .toString(16)
        .padStart(8, '0')
        .replace(/(....)(....)/, '$1:$2')}`;
      return { name, address: `${network}:1::${1 + this.#random.below(9000)}`, network, agent };
    }
    return {
      name,
      address: `${first}.${second}.${third}.${1 + this.#random.below(250)}`,
      network: `${first}.${second}.${third}`,
      agent,
    };
  }

  /** A page; the first ones are asked for much more often. */
  #page(most = this.#pages.length): KnownAsk['page'] {
    const place = Math.floor(most * (this.#random.below(1000) / 1000) ** 3);
    const page = this.#pages[place];
    if (page === undefined) throw new Error('There is no page.');
    return page;
  }
}

function startOf(day: string): number {
  return officeDayAt(Date.parse(`${day}T09:00:00Z`) / 1000).start;
}
