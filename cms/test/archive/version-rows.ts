import type { Json } from '@newsroom/shared/canonical-json';
import { defaultLanguage, type Language } from '@newsroom/shared/languages';
import type { MediaFile } from '@newsroom/shared/media';
import type { Core } from '@strapi/strapi';
import type { MediaLibrary } from './media-library.ts';
import type { TableRow, Tables } from './tables.ts';

/** A version has a draft and a published row, or only the published one where its type has no drafts. */
export type Stage = 'draft' | 'published';

/** One version, as its type's feed entry has it, to be stored as Strapi stores it. */
export interface Version {
  /** Strapi's identifier of the type. */
  uid: string;
  document: string;
  language: Language | null;
  stage: Stage;
  /** When it was written and published. */
  at: Date;
  data: { readonly [field: string]: Json | undefined };
}

/** What is known beside the version. */
export interface Surroundings {
  strapi: Core.Strapi;
  tables: Tables;
  library: MediaLibrary;
  /** The row of a version, if there is one; of a document without drafts the one that it has. */
  rowOf(version: Pick<Version, 'uid' | 'document' | 'language' | 'stage'>): number | undefined;
}

/** An attribute as Strapi's database layer describes it: what of it tells where its value is stored. */
interface Attribute {
  type: string;
  relation?: string;
  target?: string;
  joinTable?: {
    name: string;
    joinColumn: { name: string };
    inverseJoinColumn: { name: string };
    orderColumnName?: string;
    on?: { field: string };
  };
}

type Fields = { readonly [field: string]: Json | undefined };

/** Adds the rows of a version: its own, those of its components, and what ties them, relations and files together. */
export function addVersion(around: Surroundings, version: Version): void {
  const { uid, document, language, stage, at, data } = version;
  const row: TableRow = {
    ...{ id: around.rowOf(version), documentId: document, locale: language, createdAt: at, updatedAt: at },
    publishedAt: stage === 'published' ? at : null,
  };
  fillRow(around, { uid, row, fields: data, version });
  around.tables.add(uid, row);
}

interface Filling {
  uid: string;
  /** Has its identifier already; gets what is kept in columns. */
  row: TableRow;
  fields: Fields;
  version: Version;
}

function fillRow(around: Surroundings, { uid, row, fields, version }: Filling): void {
  const attributes = around.strapi.db.metadata.get(uid).attributes as unknown as Record<string, Attribute>;
  for (const [name, value] of Object.entries(fields)) {
    const attribute = attributes[name];
    if (attribute === undefined || value === undefined || value === null) continue; // `embedded` is read from the body
    const from = { uid, id: Number(row.id), name, attribute, version };
    if (attribute.type !== 'relation') row[name] = columnValue(around, value);
    else if (attribute.relation === 'morphOne') tieFile(around, from, value as unknown as MediaFile);
    else if (attribute.joinTable?.on !== undefined) addComponents(around, from, value);
    else addRelations(around, from, value);
  }
}

/** Where a relation, a component or a file begins. */
interface From {
  uid: string;
  id: number;
  name: string;
  attribute: Attribute;
  version: Version;
}

function columnValue({ library }: Surroundings, value: Json): unknown {
  if (Array.isArray(value)) return value.length > 0 ? value.join('\n') : null; // aliases, one a line
  if (typeof value !== 'string') return value;
  const text = value.replace(/media:([0-9a-f]{64})/g, (_, sha256: string) => library.addressOf(sha256));
  return text === '' ? null : text;
}

function tieFile({ tables, library }: Surroundings, { uid, id, name }: From, file: MediaFile): void {
  const tie = { file_id: library.rowOf(file), related_id: id, related_type: uid, field: name, order: 1 };
  tables.add('files_related_mph', tie);
}

function addComponents(around: Surroundings, { id, name, attribute, version }: From, value: Json): void {
  const { target = '', joinTable } = attribute;
  if (joinTable === undefined) return;
  for (const [place, fields] of (Array.isArray(value) ? value : [value]).entries()) {
    const row: TableRow = { id: around.tables.reserve(target) };
    fillRow(around, { uid: target, row, fields: fields as Fields, version });
    around.tables.add(joinTable.name, {
      [joinTable.joinColumn.name]: id,
      [joinTable.inverseJoinColumn.name]: around.tables.add(target, row),
      component_type: target,
      field: name,
      order: Array.isArray(value) ? place + 1 : null,
    });
  }
}

function addRelations({ tables, rowOf }: Surroundings, { id, attribute, version }: From, value: Json): void {
  const { target = '', joinTable } = attribute;
  if (joinTable === undefined) return;
  const { language, stage } = version;
  for (const [place, document] of (Array.isArray(value) ? value : [value]).entries()) {
    // What has no languages points to the version in the default one, as the admin does.
    const row = rowOf({ uid: target, document: String(document), language: language ?? defaultLanguage, stage });
    if (row === undefined) throw new Error(`${version.uid} ${version.document} names ${target} ${document}, which is not there.`);
    tables.add(joinTable.name, {
      [joinTable.joinColumn.name]: id,
      [joinTable.inverseJoinColumn.name]: row,
      ...(joinTable.orderColumnName === undefined ? {} : { [joinTable.orderColumnName]: place + 1 }),
    });
  }
}
