import type { MediaFile } from '@newsroom/shared/media';
import type { Core, UID } from '@strapi/strapi';
import { namedFiles } from './embedded-files';
import type { UploadedFile } from './originals';

type Row = Record<string, unknown>;

/** The files that a version names: by their row in the media library, and by the name that its Markdown gives. */
export interface VersionFiles {
  byId: Map<number, MediaFile>;
  byName: Map<string, MediaFile>;
  /** Addresses in its Markdown at which there is no file. */
  gone: string[];
  /** Texts beside the body that name uploaded files, which the site takes from a body alone. */
  misplaced: string[];
}

/** What a query must populate to see a version's components and files. */
export function populateFiles(strapi: Core.Strapi, uid: UID.Schema): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(strapi.getModel(uid).attributes).flatMap(([name, attribute]): [string, unknown][] => {
      if (attribute.type === 'media') return [[name, true]];
      if (attribute.type === 'component') return [[name, { populate: populateFiles(strapi, attribute.component) }]];
      return [];
    }),
  );
}

/** Reads the files that a version names, and keeps their bytes. */
export async function filesOfVersion(strapi: Core.Strapi, row: Row): Promise<VersionFiles> {
  const originals = strapi.plugin('newsroom').service('originals');
  const files: VersionFiles = { byId: new Map(), byName: new Map(), gone: [], misplaced: [] };
  for (const file of uploadedFiles(row)) {
    const described: MediaFile | undefined = await originals.describe(file);
    if (described !== undefined) files.byId.set(file.id, described);
  }
  for (const { file: name, origin } of typeof row.body === 'string' ? namedFiles(row.body) : []) {
    const file = await findByName(strapi, name);
    const described: MediaFile | undefined = file === undefined ? undefined : await originals.describe(file);
    if (described !== undefined) files.byName.set(name, described);
    else if (origin === undefined || isOurs(strapi, origin)) files.gone.push(`/uploads/${name}`);
  }
  for (const field of ['description', 'contact']) {
    const named = typeof row[field] === 'string' ? namedFiles(row[field]) : [];
    if (named.some(({ origin }) => origin === undefined || isOurs(strapi, origin))) files.misplaced.push(field);
  }
  return files;
}

/** The rows of the media library in a version that was read with `populateFiles`. */
export function uploadedFiles(value: unknown): UploadedFile[] {
  if (Array.isArray(value)) return value.flatMap(uploadedFiles);
  if (typeof value !== 'object' || value === null || value instanceof Date) return [];
  if ('hash' in value && 'mime' in value) return [value as UploadedFile];
  return Object.values(value).flatMap(uploadedFiles);
}

/** The file of a name such as `poster_1f2e3d4c5b.png`, or of one of the smaller copies that Strapi makes of it. */
async function findByName(strapi: Core.Strapi, name: string): Promise<UploadedFile | undefined> {
  const dot = name.lastIndexOf('.');
  if (dot < 1) return undefined;
  const hash = name.slice(0, dot);
  const hashes = [hash, hash.replace(/^(?:thumbnail|small|medium|large|xlarge)_/, '')];
  const rows: UploadedFile[] = await strapi.db.query('plugin::upload.file').findMany({ where: { hash: { $in: hashes } } });
  return hashes.flatMap((wanted) => rows.find((row) => row.hash === wanted) ?? [])[0];
}

/** Whether an origin is that of the CMS. */
export function isOurs(strapi: Core.Strapi, origin: string): boolean {
  const admin = new URL(strapi.plugin('newsroom').config('adminAddress') as string);
  return origin.replace(/^https?:/, '') === `//${admin.host}`;
}
