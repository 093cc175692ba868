import type { Json } from '@newsroom/shared/canonical-json';
import { isDirectoryType, lacksSourceText } from '@newsroom/shared/directory';
import { feedTypes } from '@newsroom/shared/feed';
import type { Language } from '@newsroom/shared/languages';
import { type MediaFile, mediaReference } from '@newsroom/shared/media';
import type { PopularSettings } from '@newsroom/shared/site-settings';
import type { DocumentType } from '../documents/act';
import type { Words } from '../words/en';
import type { Fault } from '../words/refuse';
import { correctionsByTime } from './corrections';
import { picturesWithoutText, withAddresses } from './embedded-files';
import { explain } from './explain';
import type { VersionFiles } from './files-of-version';

type Row = Record<string, unknown>;

/** A version in the contract's shape, or what is wrong with it. */
export type Shaped = { kind: 'data'; data: Record<string, Json> } | { kind: 'faults'; faults: Fault[] };

/** Brings a row of Strapi's into the contract's shape. */
export function shapeVersion(type: DocumentType, language: Language | null, row: Row, files: VersionFiles, words: Words): Shaped {
  const data = Object.fromEntries(fieldsOf(type).map((field) => [field, contractValue(field, row, files)]));
  const faults = bodyFaults(row, files, words);
  for (const field of files.misplaced) faults.push({ path: [field], name: 'fileMisplaced', message: words.fileMisplaced() });
  const parsed = feedTypes[type].safeParse(data);
  if (!parsed.success) faults.push(...explain({ type, issues: parsed.error.issues, data, corrections: row.corrections, words }));
  else if (isDirectoryType(type) && language !== null) {
    faults.push(...lacking(lacksSourceText(type, language, parsed.data as never), words));
  }
  return faults.length > 0 ? { kind: 'faults', faults } : { kind: 'data', data: parsed.data as unknown as Record<string, Json> };
}

function fieldsOf(type: DocumentType): string[] {
  const schema = feedTypes[type];
  return 'shape' in schema ? Object.keys(schema.shape) : ['kind', 'from', 'to']; // a redirect is a union of shapes
}

/** A field as the contract has it, with Strapi's own shape left behind. */
function contractValue(field: string, row: Row, files: VersionFiles): unknown {
  const value = row[field];
  switch (field) {
    case 'body':
      // An empty text is a text; all other empty strings mean that nothing was written.
      return typeof value === 'string' ? withAddresses(value, (name) => reference(files.byName.get(name))) : '';
    case 'embedded':
      return [...new Map([...files.byName.values()].map((file) => [file.sha256, file])).values()];
    case 'logo':
      return fileOf(value, files);
    case 'cover':
    case 'gallery':
    case 'attachments':
      return Array.isArray(value) ? value.map((one) => withFile(one, files)) : withFile(value, files);
    case 'corrections':
      return correctionsByTime(value).flatMap((place) => listOf(value)[place] ?? []);
    case 'footerLinks':
    case 'members':
      return listOf(value);
    case 'head':
    case 'notice':
      return component(value);
    case 'aliases':
      return typeof value === 'string'
        ? value
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line !== '')
        : [];
    case 'countryCode':
    case 'seatCountry':
      return typeof value === 'string' ? plain(value.trim().toUpperCase()) : null;
    case 'colour':
      return typeof value === 'string' ? (plain(value.trim().toLowerCase()) ?? null) : null;
    case 'popular':
      return popularOf(row);
    default:
      return plain(value);
  }
}

/** A value without what only Strapi knows; empty texts are null. */
export function plain(value: unknown): unknown {
  if (value === undefined || (typeof value === 'string' && value.trim() === '')) return null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null && 'documentId' in value) return value.documentId;
  return value;
}

function component(value: unknown): Row | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id: _, ...fields } = value as Row;
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, plain(field)]));
}

function listOf(value: unknown): Row[] {
  return Array.isArray(value) ? value.map(component).filter((one) => one !== null) : [];
}

function withFile(value: unknown, files: VersionFiles): unknown {
  const fields = component(value);
  return fields === null ? null : { ...fields, file: fileOf((value as Row).file, files) };
}

function fileOf(value: unknown, files: VersionFiles): MediaFile | null {
  return (typeof value === 'object' && value !== null && files.byId.get((value as { id: number }).id)) || null;
}

function reference(file: MediaFile | undefined): string | undefined {
  return file === undefined ? undefined : mediaReference(file.sha256);
}

/** How the popular list is computed, of a row of the site's settings. */
export function popularOf(row: Row): PopularSettings {
  return {
    windowDays: Number(row.popularWindowDays),
    commentWeight: Number(row.popularCommentWeight),
    reactionWeight: Number(row.popularReactionWeight),
    halfLifeDays: row.popularHalfLifeDays === null ? null : Number(row.popularHalfLifeDays),
    size: Number(row.popularSize),
  };
}

function bodyFaults({ body }: Row, files: VersionFiles, words: Words): Fault[] {
  if (typeof body !== 'string') return [];
  const silent = picturesWithoutText(body);
  return [
    ...(silent > 0
      ? [{ path: ['body'], name: 'bodyPictureWithoutText' as const, message: words.bodyPictureWithoutText(silent) }]
      : []),
    ...files.gone.map((gone) => ({ path: ['body'], name: 'bodyFileGone' as const, message: words.bodyFileGone(gone) })),
  ];
}

function lacking(fields: string[], words: Words): Fault[] {
  return fields.map((field) => {
    const name = field === 'slug' ? 'slugMissing' : 'nameMissing';
    return { path: [field], name, message: words[name]() };
  });
}
