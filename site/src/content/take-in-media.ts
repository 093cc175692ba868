import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { adminAddress } from '@newsroom/shared/admin-address';
import type { VersionKey } from '@newsroom/shared/document-fault';
import type { FeedEntry } from '@newsroom/shared/feed';
import { picturePath } from '@newsroom/shared/permalink';
import type { Database } from 'better-sqlite3';
import { describeDocument } from './check-entry.ts';
import { FeedFault } from './feed-fault.ts';
import { makePictures } from './make-pictures.ts';
import { mediaFolder } from './media-folder.ts';
import { type MediaUse, mediaUses } from './media-uses.ts';
import { pictureWidths } from './picture-widths.ts';
import type { DocumentKey } from './shown-documents.ts';
import { type Finding, told } from './verdict.ts';

/**
 * Makes all pictures that shown versions name and that are not there yet. The derived tables must be made.
 *
 * @param among the documents that changed, where what all others name is known to be there
 * @returns the versions that name a file which is missing, or is no picture that can be shown
 */
export async function takeInMedia(
  database: Database,
  snapshot: string,
  admin: string,
  among: readonly DocumentKey[] | undefined,
): Promise<Finding[]> {
  const { originals, made } = mediaFolder(snapshot);
  dropOtherFormats(made);
  // Where pictures come to be made in another way, none of them is there.
  const files = among === undefined || !existsSync(made) ? allFiles(database) : filesOf(database, among);
  const isThere = among === undefined ? listed : looked;
  const there = { originals: isThere(originals), made: isThere(made) };
  const findings: Finding[] = [];
  for (const { sha256, width } of files) {
    const pictures = width === null ? [] : pictureWidths(width).map((each) => basename(picturePath(sha256, each)));
    if (there.originals(sha256) && pictures.every(there.made)) continue;
    const original = join(originals, sha256);
    if (!there.originals(sha256)) {
      findings.push(...usesOf(database, sha256).map((use) => missing(use, original)));
    } else if (width !== null) {
      const wrong = await makePictures({ original, made, sha256, width });
      if (wrong !== undefined) findings.push(...usesOf(database, sha256).map((use) => unreadable(use, wrong, admin)));
    }
  }
  return findings;
}

/** A file, and how wide the widest of its pictures is; null where it is no picture. */
interface NamedFile {
  sha256: string;
  width: number | null;
}

function allFiles(database: Database): NamedFile[] {
  return database.prepare<[], NamedFile>('SELECT sha256, max(width) AS width FROM media GROUP BY sha256').all();
}

function filesOf(database: Database, documents: readonly DocumentKey[]): NamedFile[] {
  const sql = `SELECT sha256, max(width) AS width FROM media
    WHERE sha256 IN (SELECT sha256 FROM media WHERE type = ? AND id = ?) GROUP BY sha256`;
  const named = database.prepare<[string, string], NamedFile>(sql);
  const files = documents.flatMap(({ type, id }) => named.all(type, id));
  return [...new Map(files.map((file) => [file.sha256, file])).values()];
}

type Use = MediaUse & { entry: FeedEntry };

/** All uses of a file, the first field of each version that names it. */
function usesOf(database: Database, sha256: string): Use[] {
  const sql = `SELECT DISTINCT documents.* FROM media JOIN documents USING (type, id, language) WHERE sha256 = ?
    ORDER BY type, id, language`;
  const rows = database.prepare<[string], Record<'type' | 'id' | 'language' | 'data', string>>(sql).all(sha256);
  return rows.flatMap(({ language, data, ...row }) => {
    // It kept its contract when it was taken in.
    const entry = { ...row, language: language === '' ? null : language, data: JSON.parse(data) } as unknown as FeedEntry;
    return mediaUses(entry)
      .filter(({ file }) => file.sha256 === sha256)
      .slice(0, 1)
      .map((use) => ({ ...use, entry }));
  });
}

function missing(use: Use, original: string): Finding {
  const hint = `Pull it from the CMS, or lay it there as ${original}.`;
  return finding(use, 'was not pulled', new FeedFault('media-missing', `${place(use)} was not pulled.`, hint));
}

function unreadable(use: Use, wrong: string, admin: string): Finding {
  const { type, id, language } = use.entry;
  const hint = `Put another picture there at ${adminAddress(admin, type, id, language)} and publish again.`;
  return finding(use, wrong, new FeedFault('media-unreadable', `${place(use)} ${wrong}.`, hint));
}

function finding({ entry, field, file }: Use, why: string, refusal: FeedFault): Finding {
  const { type, id, language } = entry;
  const key: VersionKey = { type, id, language };
  return { key, fault: { kind: 'media', field: told(field), file: told(file.name), why: told(why) }, refusal };
}

function place({ entry, field, file }: Use): string {
  return `${describeDocument(entry)}: the file “${file.name}” of the field "${field}"`;
}

/** Whether a folder has a file, by one look at the folder: for many files. */
function listed(folder: string): (name: string) => boolean {
  const names = new Set(existsSync(folder) ? readdirSync(folder) : []);
  return (name) => names.has(name);
}

/** The same by a look at each file: for few files in a folder of many. */
function looked(folder: string): (name: string) => boolean {
  return (name) => existsSync(join(folder, name));
}

/** Pictures that were made in another way than now are of no use to anybody. */
function dropOtherFormats(made: string): void {
  const formats = dirname(made);
  for (const name of existsSync(formats) ? readdirSync(formats) : []) {
    if (name !== basename(made)) rmSync(join(formats, name), { recursive: true, force: true });
  }
}
