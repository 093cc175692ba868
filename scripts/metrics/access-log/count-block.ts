import { type LeftOutReason, leftOutReasons } from '@newsroom/shared/collected-day';
import { type Agent, Agents } from './agents.ts';
import { AskedRequests } from './asked-requests.ts';
import { readCaddy } from './caddy-line.ts';
import { type ClientAddress, ClientAddresses, type Networks } from './client-address.ts';
import { readCombined } from './combined-line.ts';
import { repeatSeconds } from './day-of-readers.ts';
import type { DaySalts } from './day-salts.ts';
import { hashRequests } from './hash-requests.ts';
import { LogLine } from './log-line.ts';
import { type OfficeDay, officeDayAt } from './office-calendar.ts';
import { isLikeRelease, noPage, type PageIndex } from './page-index.ts';

/** A block is whole lines of a log; what is found in one does not hang on any other. */
export interface BlockCount {
  lines: number;
  days: BlockDay[];
  /** The day of the last line that has a time; undefined: none has. */
  lastDay: string | undefined;
  /** Requests for views, of `requestColumns` numbers each: the day's place in `days`, then as `DayOfReaders.add` takes them. */
  requests: Int32Array;
  /** What was left out before the first line that has a time, by the order of `leftOutReasons`. */
  timeless: number[];
  /** The first lines that could not be counted for what they are; lines count from 1 at the block's beginning. */
  faults: { reason: LineFault; line: number }[];
  faultCount: number;
  /** Addresses like a release's that belong to none, with how often people asked for them. */
  unknown: Map<string, number>;
}

export interface BlockDay {
  day: string;
  /** How much was left out, by the order of `leftOutReasons`. */
  leftOut: number[];
  /** How many of the requests are this day's, and none of the day before. */
  requests: number;
}

export type LineFault = 'malformed' | 'too-long' | 'future';

/** Longer lines are no browser's. In bytes. */
export const longestLine = 64 * 1024;

/** How far a server's clock may be ahead, in seconds. */
const aheadSeconds = 300;

/** So many faults and unknown addresses of a block are told one by one. */
const told = { faults: 20, unknown: 200 };

/** Programs that fetch a page before anybody asked for it say so in the header Sec-Purpose. */
const fetchesAhead = /prefetch|prerender|preview/i;

const lineFeed = 10;

/** Counts blocks of logs. */
export class BlockCounter {
  readonly #pages: PageIndex;
  readonly #salts: DaySalts;
  readonly #addresses: ClientAddresses;
  readonly #agents = new Agents();
  readonly #line = new LogLine();
  /** The last second that has come, since 1970. */
  readonly #latest: number;
  #block = newBlock();
  #day: OpenDay | undefined;
  #calendar: OfficeDay = { day: '', start: 0, end: 0 };

  constructor({ pages, salts, office, now }: { pages: PageIndex; salts: DaySalts; office: Networks; now: Date }) {
    this.#pages = pages;
    this.#salts = salts;
    this.#addresses = new ClientAddresses(office);
    this.#latest = now.getTime() / 1000 + aheadSeconds;
  }

  /** @param bytes whole lines; the line feed of the last one may be missing */
  count(bytes: Buffer): BlockCount {
    this.#block = newBlock();
    this.#day = undefined;
    this.#calendar = { day: '', start: 0, end: 0 };
    for (let start = 0; start < bytes.length; ) {
      const found = bytes.indexOf(lineFeed, start);
      const end = found < 0 ? bytes.length : found;
      this.#block.lines += 1;
      const reason = this.#countLine(bytes, start, end);
      if (reason !== undefined) this.#leaveOut(reason);
      start = end + 1;
    }
    const { asked, ...block } = this.#block;
    const salts = block.days.map(({ day }) => this.#salts.of(day));
    return { ...block, lastDay: this.#calendar.day || undefined, requests: hashRequests(asked.all(), salts) };
  }

  /** @returns why it is left out; undefined: it is counted, or empty */
  #countLine(bytes: Buffer, start: number, end: number): LeftOutReason | undefined {
    const line = this.#line;
    if (end - start > longestLine) return this.#fault('too-long');
    const first = bytes[start] ?? lineFeed;
    if (start === end || (first === 13 && start + 1 === end)) return undefined;
    const isRead = first === 0x7b ? readCaddy(bytes, start, end, line) : readCombined(bytes, start, end, line);
    if (!isRead) return this.#fault('malformed');
    if (line.time > this.#latest) return this.#fault('future');
    if (line.time < this.#calendar.start || line.time >= this.#calendar.end) this.#turnTo(line.time);
    const page = this.#pages.find(line);
    return page === noPage ? this.#leaveOutElse() : this.#countView(page);
  }

  #fault(reason: LineFault): LineFault {
    const { faults, lines } = this.#block;
    this.#block.faultCount += 1;
    if (faults.length < told.faults) faults.push({ reason, line: lines });
    return reason;
  }

  /** A line with an unusual path, or of no release. */
  #leaveOutElse(): LeftOutReason | undefined {
    const line = this.#line;
    if (!line.isGet) return 'method';
    if (line.status !== 200 && line.status !== 304) return 'status';
    if (!mayBeRelease(line)) return 'other-page';
    const address = line.text(line.pathStart, Math.min(line.pathEnd, line.pathStart + 2000));
    const page = this.#pages.findWritten(address);
    if (page !== noPage) return this.#countView(page);
    if (!isLikeRelease(address)) return 'other-page';
    const { unknown } = this.#block;
    if (unknown.has(address) || unknown.size < told.unknown) unknown.set(address, (unknown.get(address) ?? 0) + 1);
    return 'unknown-address';
  }

  #countView(page: number): LeftOutReason | undefined {
    const line = this.#line;
    if (!line.isGet) return 'method';
    if (line.status !== 200 && line.status !== 304) return 'status';
    const agent = this.#agents.of(line);
    if (agent.kind !== 'person') return agent.kind;
    if (line.purposeEnd > line.purposeStart && fetchesAhead.test(line.text(line.purposeStart, line.purposeEnd)))
      return 'prefetch';
    const address = this.#addresses.of(line);
    if (address.isOffice) return 'office';
    this.#addRequest(page, address, agent);
    return undefined;
  }

  #addRequest(page: number, address: ClientAddress, agent: Agent): void {
    const { start, end } = this.#calendar;
    const { time } = this.#line;
    const today = this.#openDay();
    today.counted.requests += 1;
    this.#block.asked.put(today.place, page, time - start, address, agent);
    if (time < end - repeatSeconds) return;
    // It may go on after midnight, and is no view of the day after.
    const tomorrow = this.#dayNamed(officeDayAt(end).day);
    this.#block.asked.put(tomorrow.place, page, time - end, address, agent);
  }

  #turnTo(time: number): void {
    this.#calendar = officeDayAt(time);
    this.#day = undefined;
  }

  #leaveOut(reason: LeftOutReason): void {
    const counts = this.#calendar.day === '' ? this.#block.timeless : this.#openDay().counted.leftOut;
    const place = places[reason];
    counts[place] = (counts[place] ?? 0) + 1;
  }

  #openDay(): OpenDay {
    this.#day ??= this.#dayNamed(this.#calendar.day);
    return this.#day;
  }

  #dayNamed(day: string): OpenDay {
    const { days } = this.#block;
    const known = days.findIndex((one) => one.day === day);
    const place = known < 0 ? days.push({ day, leftOut: noneLeftOut(), requests: 0 }) - 1 : known;
    const counted = days[place];
    if (counted === undefined) throw new Error(`There is no day ${day}.`);
    return { place, counted };
  }
}

interface OpenDay {
  place: number;
  counted: BlockDay;
}

/**
 * Whether an address is worth a second look, in other words whether it may be that of a release written otherwise: it
 * has `/news/` after its language, an escape, a host, or ends in a file's name. Nearly all others are styles and pictures.
 */
function mayBeRelease({ bytes, pathStart, pathEnd }: LogLine): boolean {
  if (bytes[pathStart] !== slash || bytes[pathEnd - 1] === letterL) return true; // `….html`
  for (let at = pathStart; at < pathEnd; at += 1) {
    if (bytes[at] === percent) return true;
    if (bytes[at] === slash && bytes[at + 1] === letterN && bytes[at + 2] === letterE && bytes[at + 5] === slash) return true;
  }
  return false;
}

const [slash, percent, letterE, letterL, letterN] = [47, 37, 101, 108, 110];

const places = Object.fromEntries(leftOutReasons.map((reason, place) => [reason, place])) as Record<LeftOutReason, number>;

function noneLeftOut(): number[] {
  return leftOutReasons.map(() => 0);
}

function newBlock() {
  return {
    lines: 0,
    days: [] as BlockDay[],
    asked: new AskedRequests(),
    timeless: noneLeftOut(),
    faults: [] as BlockCount['faults'],
    faultCount: 0,
    unknown: new Map<string, number>(),
  };
}
