import { combinedMonths } from './combined-time.ts';
import { emptyPathHash, hashOn, type LogLine } from './log-line.ts';

const [lineFeed, space, quote, backslash] = [10, 32, 34, 92];
const [minus, slash, colon, question, hash, bracket] = [45, 47, 58, 63, 35, 91];

/**
 * Reads a line of the combined format of nginx and Apache, or of the common one, which has no program's name:
 *
 *     192.0.2.7 - - [27/Nov/2026:22:10:05 +0500] "GET /kk/ HTTP/1.1" 200 5120 "https://example.org/" "Mozilla/5.0 …"
 *
 * One more quoted text at the end is taken for the header Sec-Purpose. Inside quotes a backslash guards the next byte.
 *
 * @param start where it begins in the bytes
 * @param end where its line feed stands
 * @param line is filled; what is in it is worth nothing where the line could not be read
 * @returns whether it could be read
 */
export function readCombined(bytes: Buffer, start: number, end: number, line: LogLine): boolean {
  line.bytes = bytes;
  let at = start;
  while (at < end && bytes[at] !== space) at += 1;
  if (at === start) return false;
  line.addressStart = start;
  line.addressEnd = at;
  // The client's identity and the user's name, which may hold spaces and brackets.
  do {
    at += 1;
    while (at < end && !(bytes[at] === bracket && bytes[at - 1] === space)) at += 1;
    if (at >= end) return false;
  } while (!readTime(bytes, at + 1, end, line));
  at += timeLength + 1;
  if (bytes[at] !== 93 || bytes[at + 1] !== space || bytes[at + 2] !== quote) return false;
  at = readRequest(bytes, at + 3, end, line);
  // A space, the status, a space, and the number of bytes or a minus.
  if (at < 0 || bytes[at] !== space || at + 6 > end) return false;
  const a = digit(bytes, at + 1);
  const b = digit(bytes, at + 2);
  const c = digit(bytes, at + 3);
  if (a > 9 || b > 9 || c > 9 || bytes[at + 4] !== space) return false;
  line.status = a * 100 + b * 10 + c;
  at += 5;
  while (at < end && (digit(bytes, at) <= 9 || bytes[at] === minus)) at += 1;
  return readQuoted(bytes, at, end, line);
}

/** `27/Nov/2026:22:10:05 +0500` */
const timeLength = 26;

/** The days from 1970 to the day that was read last, which is nearly always the next line's, too. */
let knownDate = -1;
let knownSeconds = 0;

function readTime(bytes: Buffer, at: number, end: number, line: LogLine): boolean {
  if (at + timeLength > end) return false;
  if (bytes[at + 2] !== slash || bytes[at + 6] !== slash || bytes[at + 11] !== colon || bytes[at + 20] !== space) return false;
  if (bytes[at + 14] !== colon || bytes[at + 17] !== colon) return false;
  const day = pair(bytes, at);
  const month = monthOf(bytes, at + 3);
  const year = pair(bytes, at + 7) * 100 + pair(bytes, at + 9);
  const hours = pair(bytes, at + 12);
  const minutes = pair(bytes, at + 15);
  const seconds = pair(bytes, at + 18);
  const zoneHours = pair(bytes, at + 22);
  const zoneMinutes = pair(bytes, at + 24);
  const sign = bytes[at + 21];
  if (day < 1 || day > 31 || month < 0 || !(year >= 1971 && year < 9999) || hours > 23 || minutes > 59 || seconds > 60)
    return false;
  if (zoneHours > 15 || zoneMinutes > 59 || (sign !== minus && sign !== 43)) return false;
  const date = (year * 12 + month) * 31 + day;
  if (date !== knownDate) {
    const found = Date.UTC(year, month, day);
    if (new Date(found).getUTCDate() !== day) return false; // the 31st of a month that has none
    knownDate = date;
    knownSeconds = found / 1000;
  }
  const zone = (zoneHours * 60 + zoneMinutes) * 60;
  line.time = knownSeconds + (hours * 60 + minutes) * 60 + seconds + (sign === minus ? zone : -zone);
  return true;
}

/** Fills method and path. @returns the place after the closing quote; -1: there is none */
function readRequest(bytes: Buffer, start: number, end: number, line: LogLine): number {
  line.isGet =
    bytes[start] === 71 && bytes[start + 1] === 69 && bytes[start + 2] === 84 && bytes[start + 3] === space && start + 4 < end;
  let at = line.isGet ? start + 4 : start;
  line.pathStart = at;
  let pathHash = emptyPathHash;
  let byte = bytes[at] ?? 0;
  while (byte !== space && byte !== quote && byte !== question && byte !== hash && byte !== backslash && at < end) {
    pathHash = hashOn(pathHash, byte);
    at += 1;
    byte = bytes[at] ?? 0;
  }
  line.pathEnd = at;
  line.pathHash = pathHash;
  return closingQuote(bytes, at, end) + 1 || -1;
}

/** Fills the program's name and Sec-Purpose from what stands behind the number of bytes. */
function readQuoted(bytes: Buffer, start: number, end: number, line: LogLine): boolean {
  line.agentStart = line.agentEnd = line.purposeStart = line.purposeEnd = end;
  let stop = end;
  while (stop > start && (bytes[stop - 1] === space || bytes[stop - 1] === 13)) stop -= 1;
  if (start === stop) return true; // the common format
  const refererEnd = quotedEnd(bytes, start, stop);
  const agentEnd = refererEnd < 0 ? -1 : quotedEnd(bytes, refererEnd + 1, stop);
  if (agentEnd < 0) return false;
  line.agentStart = refererEnd + 3;
  line.agentEnd = agentEnd;
  if (agentEnd + 1 === stop) return true;
  const purposeEnd = quotedEnd(bytes, agentEnd + 1, stop);
  if (purposeEnd < 0) return false;
  line.purposeStart = agentEnd + 3;
  line.purposeEnd = purposeEnd;
  return true;
}

/** Where the quoted text ends that begins after a space; -1: there is none. */
function quotedEnd(bytes: Buffer, at: number, end: number): number {
  return bytes[at] === space && bytes[at + 1] === quote ? closingQuote(bytes, at + 2, end) : -1;
}

function closingQuote(bytes: Buffer, start: number, end: number): number {
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at];
    if (byte === quote) return at;
    if (byte === backslash) at += 1;
  }
  return -1;
}

/** A digit's value; more than 9 where it is none. */
function digit(bytes: Buffer, at: number): number {
  return ((bytes[at] ?? lineFeed) - 48) >>> 0;
}

/** Two digits' value; more than 99 where they are none. */
function pair(bytes: Buffer, at: number): number {
  const tens = digit(bytes, at);
  const ones = digit(bytes, at + 1);
  return tens > 9 || ones > 9 ? 1e6 : tens * 10 + ones;
}

const codeOf = (first: number, second: number, third: number) => (first << 16) | (second << 8) | third;
const monthByCode = new Map(
  combinedMonths.map((name, month) => [codeOf(name.charCodeAt(0), name.charCodeAt(1), name.charCodeAt(2)), month]),
);

/** The months of the lines of a stretch are the same: the last one is known. */
let knownCode = 0;
let knownMonth = -1;

function monthOf(bytes: Buffer, at: number): number {
  const code = codeOf(bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0);
  if (code !== knownCode) {
    knownCode = code;
    knownMonth = monthByCode.get(code) ?? -1;
  }
  return knownMonth;
}
