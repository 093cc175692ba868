import type { OutsideListRow } from '@newsroom/shared/popular-list';

/** A line of the text that cannot be read as part of the list. */
export interface ListFault {
  /** Counted from 1. */
  line: number;
  message: string;
}

export interface OutsideList {
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
export function readOutsideList(text: string): OutsideList {
  const lines = contentLines(text);
  const list: OutsideList = { rows: [], faults: [] };
  let at = lines.findIndex((line, index) => afterRank(line.text, 1) !== undefined && isFollowedByCounts(lines, index));
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
  const below = lines.slice(index + 1, index + 1 + counts.length);
  return isDashed(below[0]) && below.some((line) => /^[-–—−]\s*\d+$/.test(line.text));
}

/** The lines that say something: neither empty nor a lone dash between rows. */
function contentLines(text: string): Line[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ number: index + 1, text: line.trim() }))
    .filter((line) => line.text !== '' && !/^[-–—−]$/.test(line.text));
}

/** Reads the row that begins at a line; where it is faulty says so and goes on behind its counts. */
function readRow(
  lines: Line[],
  at: number,
  expected: number,
  faults: ListFault[],
): 'prose' | { read?: OutsideListRow; rank: number; next: number } {
  const head = lines[at] as Line; // the caller stays within the list
  const below = lines.slice(at + 1);
  const length = below.findIndex((line) => !isDashed(line));
  const dashed = length === -1 ? below : below.slice(0, length);
  const next = at + 1 + dashed.length;
  const before = faults.length;

  const title = isDashed(head) ? undefined : afterRank(head.text, expected);
  if (title === undefined && dashed.length === 0 && !/^\d/.test(head.text) && !lines.slice(at).some(isDashed)) return 'prose';
  if (title === undefined) faults.push({ line: head.number, message: rankFault(head.text, expected) });
  if (title === '') faults.push({ line: head.number, message: `Row ${expected} has no title.` });
  const values = counts.map((name, index) => readCount(dashed[index], `${name} of row ${expected}`, head, faults));
  for (const extra of dashed.slice(counts.length))
    faults.push({ line: extra.number, message: `Row ${expected} has more than three counts: "${extra.text}".` });

  const rank = title === undefined ? (foundRank(head.text) ?? expected) : expected;
  const [views = 0, comments = 0, reactions = 0] = values;
  return faults.length === before
    ? { read: { rank: expected, title: title ?? '', views, comments, reactions }, rank, next }
    : { rank, next };
}

function isDashed(line: Line | undefined): boolean {
  return line !== undefined && /^[-–—−]/.test(line.text);
}

/**
 * The title behind an expected rank; undefined where the line does not begin with it. A digit right behind would
 * belong to another rank, unless it is the beginning of a keycap emoji; a rank may itself be written as keycap.
 */
function afterRank(text: string, rank: number): string | undefined {
  if (!text.startsWith(String(rank))) return undefined;
  const rest = text.slice(String(rank).length);
  if (/^\d(?!\ufe0f?\u20e3)/.test(rest)) return undefined;
  return rest
    .replace(/^\ufe0f?\u20e3/, '')
    .replace(/^[.)](?=\s)/, '')
    .trim();
}

function rankFault(text: string, expected: number): string {
  const found = foundRank(text);
  return found === undefined
    ? `Row ${expected} was expected here, beginning with its rank, but the line is "${shorten(text)}".`
    : `Row ${expected} was expected here, but the line begins with ${found}. If the title itself begins with a number, put a space behind the rank.`;
}

function foundRank(text: string): number | undefined {
  const digits = /^\d{1,6}/.exec(text)?.[0];
  return digits === undefined ? undefined : Number(digits);
}

function readCount(line: Line | undefined, name: string, head: Line, faults: ListFault[]): number {
  if (line === undefined) {
    faults.push({ line: head.number, message: `The ${name} are missing: three lines such as "- 4327" must follow.` });
    return 0;
  }
  const digits = /^[-–—−]\s*(\d{1,12}|\d{1,3}(?:[ \u00a0\u202f]\d{3})+)$/.exec(line.text)?.[1];
  if (digits === undefined) {
    faults.push({ line: line.number, message: `The ${name} are not a whole number: "${shorten(line.text)}".` });
    return 0;
  }
  return Number(digits.replace(/\D/g, ''));
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
