import { largestCount } from '@newsroom/shared/daily-metrics';
import type { OutsideListRow } from '@newsroom/shared/outside-list';
import { isDashed, isLoneDash, readCount } from './read-count.ts';
import { readHead } from './read-rank.ts';

/** A line of the text that cannot be read as part of the list. */
export interface ListFault {
  /** Counted from 1. */
  line: number;
  message: string;
}

export interface ReadList {
  /** The rows that could be read, in the given order. */
  rows: OutsideListRow[];
  /** Empty when the whole list was read. */
  faults: ListFault[];
}

interface Line {
  number: number;
  text: string;
}

const counts = ['views', 'comments', 'reactions'] as const;

/**
 * Reads a popular list out of a text: rows of a rank glued to a title, then views, comments and reactions, each on
 * a line that begins with a dash; rows may be parted by a lone dash. What comes before row 1 is prose and skipped,
 * as is a text without counts after the last row.
 *
 * @example readOutsideList('Most read\n1🎶 Concerts\n- 4327\n- 1\n- 3').rows
 *   // => [{ rank: 1, title: '🎶 Concerts', views: 4327, comments: 1, reactions: 3 }]
 */
export function readOutsideList(text: string): ReadList {
  const lines = contentLines(text);
  const list: ReadList = { rows: [], faults: [] };
  let at = lines.findIndex((line, index) => readHead(line.text, 1).kind === 'row' && isFollowedByCounts(lines, index));
  if (at === -1) {
    return {
      rows: [],
      faults: [
        { line: 1, message: 'No list was found: no line begins with the rank 1 and is followed by a line such as "- 4327".' },
      ],
    };
  }
  for (let rank = 1; at < lines.length; rank += 1) {
    const row = readRow(lines, at, rank, list.faults);
    if (row === 'prose') break;
    if (row.read) list.rows.push(row.read);
    rank = row.rank;
    at = row.next;
  }
  return list;
}

/** Whether the lines below begin with a dash and one of them is a number: a list in prose is no row. */
function isFollowedByCounts(lines: Line[], index: number): boolean {
  const below = lines.slice(index + 1, index + 1 + counts.length).map((line) => line.text);
  return isDashed(below[0]) && below.some((line) => isDashed(line) && readCount(line) !== undefined);
}

/** What no reader sees, at either end of a line: marks of direction, joiners, soft hyphens. */
const unseen = /^[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+/;
const unseenAtEnd = /[\s\u00ad\u200b-\u200c\u200e-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+$/;

/** The lines that say something: neither empty nor a lone dash between rows. */
function contentLines(text: string): Line[] {
  return text
    .split(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/)
    .map((line, index) => ({ number: index + 1, text: line.replace(unseen, '').replace(unseenAtEnd, '') }))
    .filter((line) => line.text !== '' && !isLoneDash(line.text));
}

/** Reads the row that begins at a line; where it is faulty says so and goes on behind its counts. */
function readRow(
  lines: Line[],
  at: number,
  expected: number,
  faults: ListFault[],
): 'prose' | { read?: OutsideListRow; rank: number; next: number } {
  const line = lines[at] as Line; // the caller stays within the list
  const below = lines.slice(at + 1);
  const length = below.findIndex(({ text }) => !isDashed(text));
  const dashed = length === -1 ? below : below.slice(0, length);
  const next = at + 1 + dashed.length;
  const before = faults.length;

  const head = readHead(line.text, expected);
  if (head.kind === 'text' && !lines.slice(at).some(({ text }) => isDashed(text))) return 'prose';
  if (head.kind !== 'row') faults.push({ line: line.number, message: rankFault(line.text, head, expected) });
  if (head.kind === 'row' && head.title === '') faults.push({ line: line.number, message: `Row ${expected} has no title.` });
  const [views = 0, comments = 0, reactions = 0] = counts.map((name, index) =>
    takeCount(dashed[index], `${name} of row ${expected}`, line, faults),
  );
  for (const extra of dashed.slice(counts.length))
    faults.push({ line: extra.number, message: `Row ${expected} has more than three counts: "${shorten(extra.text)}".` });

  const rank = head.kind === 'other' ? head.rank : expected;
  return faults.length === before && head.kind === 'row'
    ? { read: { rank: expected, title: head.title, views, comments, reactions }, rank, next }
    : { rank, next };
}

function rankFault(text: string, head: { kind: 'other'; rank: number } | { kind: 'text' }, expected: number): string {
  return head.kind === 'text'
    ? `Row ${expected} was expected here, beginning with its rank, but the line is "${shorten(text)}".`
    : `Row ${expected} was expected here, but the line begins with ${head.rank}: "${shorten(text)}". If the title itself begins with a number, put a space behind the rank.`;
}

function takeCount(line: Line | undefined, name: string, head: Line, faults: ListFault[]): number {
  if (line === undefined) {
    faults.push({ line: head.number, message: `The ${name} are missing: three lines such as "- 4327" must follow.` });
    return 0;
  }
  const count = readCount(line.text);
  if (count === undefined)
    faults.push({ line: line.number, message: `The ${name} are not a whole number: "${shorten(line.text)}".` });
  else if (count > largestCount)
    faults.push({ line: line.number, message: `The ${name} are more than ${largestCount}: "${shorten(line.text)}".` });
  return count ?? 0;
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
