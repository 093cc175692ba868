import type { Words } from '../words/en';
import type { DocumentType } from './act';
import { titleOf } from './slug-holder';

/** A version of a document that uses something. */
export interface User {
  type: DocumentType;
  row: { locale?: string | null; asOf?: string; event?: Record<string, unknown> | null } & Record<string, unknown>;
}

/** How many users a refusal names. */
const named = 5;

/** Users as an editor knows them. @example 'press release "Results" (ru), accreditation "Referendum", 2022-06-05' */
export function nameUsers(users: User[], words: Words): string {
  const names = [...new Set(users.map((user) => nameOf(user, words)))];
  const more = names.length > named ? words.andMore(names.length - named) : '';
  return `${names.slice(0, named).join(', ')}${more}`;
}

function nameOf({ type, row }: User, words: Words): string {
  if (type === 'accreditation') return `${words.types[type]} "${titleOf(row.event ?? {})}", ${row.asOf}`;
  return `${words.types[type]} "${titleOf(row)}"${row.locale ? ` (${row.locale})` : ''}`;
}
