import { adminAddress } from '@newsroom/shared/admin-address';
import type { VersionKey } from '@newsroom/shared/document-fault';
import type { Language } from '@newsroom/shared/languages';
import type { Database } from 'better-sqlite3';
import { describeDocument, titleOf } from './check-entry.ts';
import { FeedFault } from './feed-fault.ts';
import type { DocumentKey } from './shown-documents.ts';
import { type Finding, told } from './verdict.ts';

/**
 * The versions whose address another one has. It belongs to the version that does not come new: to one that is live,
 * or shown in the place of one that is held; among those that come new, to the one with the smaller seq.
 *
 * @param among the documents that changed, where all others are known to have addresses of their own
 */
export function takenAddresses(database: Database, admin: string, among: readonly DocumentKey[] | undefined): Finding[] {
  const claims = database.prepare<[string], Claim>(
    `SELECT documents.type, documents.id, documents.language, documents.data FROM documents
      LEFT JOIN kept USING (type, id, language) WHERE documents.path = ?
      ORDER BY kept.seq IS NOT NULL AND kept.fault IS NULL, documents.seq, type, id, language`,
  );
  return (among === undefined ? sharedPaths(database) : pathsOf(database, among)).flatMap((path) => {
    const [holder, ...others] = claims.all(path);
    return holder === undefined ? [] : others.map((claim) => finding(path, claim, holder, admin));
  });
}

function sharedPaths(database: Database): string[] {
  const sql = 'SELECT path FROM documents WHERE path IS NOT NULL GROUP BY path HAVING count(*) > 1 ORDER BY path';
  return database.prepare<[], string>(sql).pluck().all();
}

function pathsOf(database: Database, documents: readonly DocumentKey[]): string[] {
  const sql = 'SELECT path FROM documents WHERE type = ? AND id = ? AND path IS NOT NULL';
  const paths = database.prepare<[string, string], string>(sql).pluck();
  return [...new Set(documents.flatMap(({ type, id }) => paths.all(type, id)))].toSorted();
}

interface Claim {
  type: Exclude<VersionKey['type'], 'accreditation' | 'redirect' | 'outside-list' | 'popular-choices'>;
  id: string;
  language: Language;
  data: string;
}

function finding(path: string, { type, id, language, data }: Claim, holder: Claim, admin: string): Finding {
  const held = JSON.parse(holder.data);
  const own = describeDocument({ type, id, language, data: JSON.parse(data) });
  const message = `${own}: its address ${path} is taken by ${describeDocument({ ...holder, data: held })}; the field "slug" must differ.`;
  const hint = `Give it another slug at ${adminAddress(admin, type, id, language)} and publish or save it again.`;
  return {
    key: { type, id, language },
    fault: { kind: 'address-taken', path, holder: { type: holder.type, id: holder.id, title: told(titleOf(held) ?? '') } },
    refusal: new FeedFault('address-taken', message, hint),
  };
}
