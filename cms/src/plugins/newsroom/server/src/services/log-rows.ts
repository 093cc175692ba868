import type { Json } from '@newsroom/shared/canonical-json';
import { digest } from '@newsroom/shared/digest';
import { noLanguage } from '../models/change';

/** A row of the change log as the database gives it: SQLite writes instants as milliseconds, PostgreSQL as its own. */
export interface LogRow {
  id: number;
  type: string;
  document: string;
  language: string;
  act: string;
  data: string | null;
  at: number | string | Date;
}

/** The columns of a row that a line of the feed needs. */
export const lineColumns = ['id', 'type', 'document', 'language', 'data', 'at'] as const;

/** The mark of the state in which nothing was ever published. */
export const firstMark = '0'.repeat(64);

/** The mark of the state whose newest row this is: another row in its place would give another one. */
export function markOf({ id, type, document, language, act, data, at }: LogRow): string {
  return digest([id, type, document, language, act, data, new Date(at).toISOString()] satisfies Json[]);
}

/** A row as a line of the feed. Its data is canonical JSON in the log already and is passed through as it is. */
export function entryLine({ id, type, document, language, data, at }: Omit<LogRow, 'act'>): string {
  const instant = new Date(at).toISOString();
  const inLanguage = language === noLanguage ? 'null' : `"${language}"`;
  return `{"at":"${instant}","data":${data},"id":${JSON.stringify(document)},"language":${inLanguage},"seq":${id},"type":"${type}"}\n`;
}
