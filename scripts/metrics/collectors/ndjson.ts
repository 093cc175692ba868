import { z } from 'zod';
import type { Collector } from '../collector.ts';
import { CountCollection } from '../counts/count-collection.ts';
import { rowColumns } from '../counts/counted-row.ts';
import { openTexts } from '../counts/open-texts.ts';
import { longestRow, readTextLines } from '../counts/read-text-lines.ts';
import { parseJson } from '../parse-json.ts';

/** Counts of any origin, a JSON object a line. */
export const collector: Collector = {
  name: 'ndjson',
  summary: 'counts as NDJSON: a JSON object a line, with the members of the template; address, or document and language',
  template: {
    fileName: 'counts.ndjson',
    text: '{"day":"2026-11-27","address":"/kk/news/2026/11/example/","views":120,"comments":4,"reactions":17}\n',
  },
  async collect(names, context) {
    const collection = new CountCollection(context);
    for (const { file, stream } of openTexts(names, collection))
      for await (const { text, line } of readTextLines(stream)) addLine(collection, text, { file, line });
    return collection.result();
  },
};

const valueSchema = z.union([z.string(), z.number()]).nullable().optional();
const rowSchema = z.strictObject(Object.fromEntries(rowColumns.map((name) => [name, valueSchema])));

function addLine(collection: CountCollection, text: string, place: { file: string; line: number }): void {
  const parsed = text.length > longestRow ? undefined : rowSchema.safeParse(parseJson(text));
  if (parsed === undefined) collection.addFault(place, `it is longer than ${longestRow} characters`);
  else if (parsed.success) collection.add(parsed.data, place);
  else collection.addFault(place, `it is no JSON object with ${rowColumns.join(', ')} and nothing else`);
}
