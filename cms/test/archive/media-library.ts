import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { FeedEntry } from '@newsroom/shared/feed';
import { type MediaFile, mediaFileSchema } from '@newsroom/shared/media';
import { slugify } from '@newsroom/shared/slug';
import type { Core } from '@strapi/strapi';
import type { UploadedFile } from '../../src/plugins/newsroom/server/src/services/originals';

/** Where the files of an archive are in the CMS: by their digest, and by digest and name where two share their bytes. */
export interface MediaLibrary {
  /** The row of a file. */
  rowOf(file: MediaFile): number;
  /** The address at which a text names a file. @example '/uploads/hall_1f2e3d4c5b.png' */
  addressOf(sha256: string): string;
}

/**
 * Puts every file that the entries name into the media library, and keeps its bytes as a publication does.
 *
 * @param folder where the bytes lie, each file named by its digest
 * @throws Error naming a file whose bytes are others than the archive says
 */
export async function fillMediaLibrary(strapi: Core.Strapi, entries: FeedEntry[], folder: string): Promise<MediaLibrary> {
  const rows = new Map<string, UploadedFile>();
  const addresses = new Map<string, string>();
  for (const [key, file] of filesNamed(entries)) {
    const row: UploadedFile = await strapi.db.query('plugin::upload.file').create({ data: rowOf(file, rows.size) });
    const place = path.join(strapi.dirs.static.public, row.url);
    mkdirSync(path.dirname(place), { recursive: true });
    copyFileSync(path.join(folder, file.sha256), place);
    const kept: MediaFile | undefined = await strapi.plugin('newsroom').service('originals').describe(row);
    if (kept?.sha256 !== file.sha256) throw new Error(`The bytes of ${file.name} are not those of ${file.sha256}.`);
    rows.set(key, row);
    addresses.set(file.sha256, row.url);
  }
  return {
    rowOf: (file) => known(rows, keyOf(file)).id,
    addressOf: (sha256) => known(addresses, sha256),
  };
}

function filesNamed(value: unknown, found = new Map<string, MediaFile>()): Map<string, MediaFile> {
  const file = isFile(value) ? mediaFileSchema.parse(value) : undefined;
  if (file !== undefined) found.set(keyOf(file), file);
  else if (typeof value === 'object' && value !== null) for (const member of Object.values(value)) filesNamed(member, found);
  return found;
}

function isFile(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'sha256' in value;
}

function keyOf({ sha256, name }: MediaFile): string {
  return `${sha256} ${name}`;
}

function rowOf({ sha256, name, mime, size, dimensions }: MediaFile, number: number) {
  const ext = path.extname(name);
  const hash = `${slugify(path.basename(name, ext)).replaceAll('-', '_')}_${number}_${sha256.slice(0, 10)}`;
  return {
    ...{ name, hash, ext, mime, url: `/uploads/${hash}${ext}`, provider: 'local', folderPath: '/' },
    ...{ size: Math.round(size / 10) / 100, width: dimensions?.width ?? null, height: dimensions?.height ?? null },
    ...{ documentId: `file${number}${sha256.slice(0, 16)}`, publishedAt: new Date() },
  };
}

function known<T>(all: Map<string, T>, key: string): T {
  const found = all.get(key);
  if (found === undefined) throw new Error(`The archive names the file ${key} nowhere else.`);
  return found;
}
