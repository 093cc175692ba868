import type { Json } from '@newsroom/shared/canonical-json';
import { hasLanguages } from '@newsroom/shared/feed';
import { describeLanguage, isLanguage, type Language } from '@newsroom/shared/languages';
import type { Core, UID } from '@strapi/strapi';
import { type DocumentType, uidOf } from '../documents/act';
import { populateRelations, relatedDocuments, relationFields } from '../documents/relations';
import { sharedFields } from '../documents/shared-fields';
import { titleOf } from '../documents/slug-holder';
import type { Words } from '../words/en';
import { refuse, wordsFor } from '../words/refuse';
import { plain, shapeVersion } from './contract-data';
import { filesOfVersion, populateFiles } from './files-of-version';

/** A row of Strapi's with its relations, components and files. */
export type PublishedRow = { documentId: string; locale: string | null } & Record<string, unknown>;

/** A version in the contract's shape. */
export type VersionData = Record<string, Json>;

/** The data of a document's published versions by language; null is the one version of a type without languages. */
export type Versions = Map<Language | null, VersionData>;

interface Wanted {
  strapi: Core.Strapi;
  type: DocumentType;
  documentId: string;
  /** The languages that are published in this act. */
  asked: readonly string[];
  /** What was published before the act. */
  before: Versions;
}

/**
 * The published versions of a document in the contract's shape. A version that is not published in this act stays
 * what it was, apart from the fields that all languages share: so neither a file that was replaced since nor a
 * relation that Strapi dropped reaches readers before an editor publishes.
 *
 * @throws ValidationError naming language and fields where a version breaks the contract: inside an act's
 *   transaction this refuses the act, so that nothing reaches readers that the site could not draw.
 */
export async function readPublished({ strapi, type, documentId, asked, before }: Wanted): Promise<Versions> {
  const versions: Versions = new Map();
  const drafts = await relatedInDrafts(strapi, type, documentId);
  for (const row of await readVersions(strapi, type, documentId, { publishedAt: { $notNull: true } })) {
    const language = languageOf(type, row);
    if (language === undefined) continue;
    const old = before.get(language);
    const isAsked = language === null || asked.includes(language);
    const data =
      isAsked || old === undefined ? await shape(strapi, type, language, row) : { ...old, ...shared(strapi, type, row) };
    const related = language === null || !isAsked ? undefined : drafts.get(language);
    versions.set(language, related === undefined ? data : { ...data, related });
  }
  return versions;
}

/**
 * Refuses a publication while the drafts break the contract, before Strapi's own checks, which know no words for it.
 *
 * @throws ValidationError
 */
export async function refuseBrokenDrafts(
  strapi: Core.Strapi,
  type: DocumentType,
  documentId: string,
  asked: readonly string[],
): Promise<void> {
  for (const row of await readVersions(strapi, type, documentId, { publishedAt: { $null: true }, locale: { $in: asked } })) {
    const language = languageOf(type, row);
    if (language !== undefined) await shape(strapi, type, language, row);
  }
}

/** A document's versions with their relations, components and files. */
export function readVersions(
  strapi: Core.Strapi,
  type: DocumentType,
  documentId: string,
  where: object,
): Promise<PublishedRow[]> {
  return readRows(strapi, type, { documentId, ...where });
}

/** As `readVersions`, of any documents of a type. */
export function readRows(strapi: Core.Strapi, type: DocumentType, where: object): Promise<PublishedRow[]> {
  const uid = uidOf(type);
  return strapi.db.query(uid).findMany({
    where,
    populate: { ...populateRelations(relationFields(strapi, uid)), ...populateFiles(strapi, uid) } as never,
    orderBy: { id: 'asc' },
  });
}

/** Undefined for a language that an editor added to Strapi and the site does not have: it is nobody's to read. */
export function languageOf(type: DocumentType, { locale }: PublishedRow): Language | null | undefined {
  if (!hasLanguages(type)) return null;
  return locale !== null && isLanguage(locale) ? locale : undefined;
}

async function shape(
  strapi: Core.Strapi,
  type: DocumentType,
  language: Language | null,
  row: PublishedRow,
): Promise<VersionData> {
  const words = wordsFor(strapi);
  const shaped = shapeVersion(type, language, row, await filesOfVersion(strapi, row), words);
  if (shaped.kind === 'data') return shaped.data;
  const told = shaped.faults.map(({ message }) => message).join(' ');
  const refused = strapi.contentType(uidOf(type)).options?.draftAndPublish ? words.notPublished : words.notSaved;
  return refuse(refused(nameVersion(language, row, words), told), shaped.faults);
}

/** Which of the documents that an editor acts on at once is meant. @example ': "Results" (English)' */
function nameVersion(language: Language | null, row: PublishedRow, words: Words): string {
  const title = titleOf(row);
  return `${title === '' ? '' : `: ${words.quoted(title)}`}${language === null ? '' : ` (${describeLanguage(language).endonym})`}`;
}

function shared(strapi: Core.Strapi, type: DocumentType, row: PublishedRow): VersionData {
  const fields = sharedFields(strapi, uidOf(type) as UID.ContentType);
  return Object.fromEntries(fields.map((field) => [field, plain(row[field]) as Json]));
}

/**
 * The related releases of each language's draft. Strapi drops a published version's relation to what is a draft; the
 * editor means the release, which readers see from the day it is published, so the drafts are asked.
 */
async function relatedInDrafts(strapi: Core.Strapi, type: DocumentType, documentId: string): Promise<Map<string, string[]>> {
  if (type !== 'press-release') return new Map();
  const drafts: PublishedRow[] = await strapi.db.query(uidOf(type)).findMany({
    where: { documentId, publishedAt: { $null: true } },
    populate: { related: { select: ['documentId'] } },
  });
  return new Map(
    drafts.map(({ locale, related }) => [
      String(locale),
      [...new Set(relatedDocuments(related))].filter((id) => id !== documentId),
    ]),
  );
}
