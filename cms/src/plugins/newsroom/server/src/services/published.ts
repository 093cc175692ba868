import type { Json } from '@newsroom/shared/canonical-json';
import { feedTypes } from '@newsroom/shared/feed';
import { describeLanguage, isLanguage, type Language } from '@newsroom/shared/languages';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { type DocumentType, uidOf } from '../documents/act';
import { populateRelations, relationFields } from '../documents/relations';
import { explain } from './explain';

type Row = Record<string, unknown>;

/**
 * The published language versions of a document in the contract's shape, read from the database.
 *
 * @throws ValidationError naming language and fields where a version breaks the contract: inside an act's
 *   transaction this refuses the act, so that nothing reaches readers that the site could not draw.
 */
export async function readPublished(strapi: Core.Strapi, type: DocumentType, documentId: string): Promise<Map<Language, Json>> {
  const rows: Row[] = await strapi.db.query(uidOf(type)).findMany({
    where: { documentId, publishedAt: { $notNull: true } },
    populate: populateRelations(relationFields(strapi, uidOf(type))),
    orderBy: { id: 'asc' },
  });

  const versions = new Map<Language, Json>();
  for (const row of rows) {
    const language = row.locale;
    // An editor may have added a language to Strapi that the site does not have; it is nobody's to read.
    if (typeof language === 'string' && isLanguage(language)) versions.set(language, toContract(type, language, row));
  }
  return versions;
}

function toContract(type: DocumentType, language: Language, row: Row): Json {
  const schema = feedTypes[type];
  const data = Object.fromEntries(Object.keys(schema.shape).map((field) => [field, contractValue(field, row)]));
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  const found = parsed.error.issues.map((issue) => ({
    path: issue.path.map(String),
    name: 'ValidationError',
    message: explain(String(issue.path[0]), issue.message),
  }));
  const { endonym } = describeLanguage(language);
  throw new errors.ValidationError(`Not published (${endonym}). ${found.map((one) => one.message).join(' ')}`, { errors: found });
}

/** The fields that the contract gathers from several of Strapi's, or names otherwise. */
const gathered: Record<string, (row: Row) => Json> = {
  popular: (row) => ({
    windowDays: Number(row.popularWindowDays),
    commentWeight: Number(row.popularCommentWeight),
    reactionWeight: Number(row.popularReactionWeight),
    halfLifeDays: row.popularHalfLifeDays === null ? null : Number(row.popularHalfLifeDays),
    size: Number(row.popularSize),
  }),
  // An empty text is a text; all other empty strings mean that nothing was written.
  body: (row) => (typeof row.body === 'string' ? row.body : ''),
};

function contractValue(field: string, row: Row): unknown {
  const gather = gathered[field];
  return gather ? gather(row) : plain(row[field]);
}

function plain(value: unknown): unknown {
  if (value === undefined || (typeof value === 'string' && value.trim() === '')) return null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null && 'documentId' in value) return value.documentId;
  return value;
}
