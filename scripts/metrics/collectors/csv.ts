import { parse } from 'csv-parse/sync';
import type { Collector } from '../collector.ts';
import { CountCollection } from '../counts/count-collection.ts';
import { rowColumns, type WrittenRow } from '../counts/counted-row.ts';
import { openTexts } from '../counts/open-texts.ts';
import { longestRow, readTextLines } from '../counts/read-text-lines.ts';
import { printable } from '../printable.ts';

/** Counts of any origin, as a table in text: comments and reactions from elsewhere, the export of an analytics program. */
export const collector: Collector = {
  name: 'csv',
  summary: 'counts as CSV with the header of the template; address, or document and language; between commas or semicolons',
  template: {
    fileName: 'counts.csv',
    text: 'day,address,views,comments,reactions\n2026-11-27,/kk/news/2026/11/example/,120,4,17\n',
  },
  async collect(names, context) {
    const collection = new CountCollection(context);
    for (const { file, stream } of openTexts(names, collection)) await addFile(collection, file, stream);
    return collection.result();
  },
};

interface Header {
  columns: readonly string[];
  delimiter: string;
}

/** No field holds a line break, so that a quote which is never closed spoils its own line only. */
async function addFile(collection: CountCollection, file: string, stream: AsyncIterable<Buffer>): Promise<void> {
  const lines = readTextLines(stream);
  const first = await lines.next();
  const header = first.done ? 'it is empty' : readHeader(first.value.text);
  if (typeof header === 'string') {
    collection.addFault({ file, line: first.done ? 1 : first.value.line }, header);
    return;
  }
  for await (const { text, line } of lines) {
    const row = readRow(text, header);
    if (typeof row === 'string') collection.addFault({ file, line }, row);
    else collection.add(row, { file, line });
  }
}

/** @returns what is wrong with a line, where it is no row */
function readRow(text: string, { columns, delimiter }: Header): WrittenRow | string {
  if (text.length > longestRow) return `it is longer than ${longestRow} characters`;
  const fields = fieldsOf(text, delimiter);
  if (fields === undefined) return 'a quote is not closed, or stands within a field';
  if (fields.length !== columns.length) return `it has ${fields.length} fields, and the header has ${columns.length}`;
  return Object.fromEntries(columns.map((name, index) => [name, fields[index]]));
}

/** @returns what is wrong with it, where it is no header */
function readHeader(text: string): Header | string {
  const delimiter = [';', '\t'].find((one) => text.includes(one)) ?? ',';
  const columns = (text.length > longestRow ? [] : (fieldsOf(text, delimiter) ?? [])).map((name) => name.toLowerCase());
  const wrong = faultOf(columns);
  return wrong === undefined
    ? { columns, delimiter }
    : `the header ${wrong}; it names day, then address or document and language, then at least one of views, comments, reactions. Nothing of this file was taken`;
}

function faultOf(columns: readonly string[]): string | undefined {
  const has = (name: string) => columns.includes(name);
  const stranger = columns.find((name) => !rowColumns.some((column) => column === name));
  if (stranger !== undefined) return `has a column "${printable(stranger, 40)}", which nobody knows`;
  const twice = columns.find((name, index) => columns.indexOf(name) !== index);
  if (twice !== undefined) return `names "${twice}" twice`;
  const isWhole = has('day') && (has('address') || (has('document') && has('language')));
  return isWhole && (has('views') || has('comments') || has('reactions')) ? undefined : 'lacks a column';
}

/** @returns undefined where the line is no CSV */
function fieldsOf(text: string, delimiter: string): string[] | undefined {
  try {
    const [fields] = parse(text, { delimiter, trim: true, relax_column_count: true }) as string[][];
    return fields;
  } catch {
    return undefined;
  }
}
