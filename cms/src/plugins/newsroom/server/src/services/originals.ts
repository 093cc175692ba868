import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileDigestSchema, type MediaFile } from '@newsroom/shared/media';
import type { Core } from '@strapi/strapi';
import { originalModel } from '../models/original';

/** A row of Strapi's media library. */
export interface UploadedFile {
  id: number;
  name: string;
  hash: string;
  ext: string;
  mime: string;
  url: string;
}

interface Original extends Pick<MediaFile, 'sha256' | 'size' | 'dimensions'> {}

interface Metadata {
  width?: number;
  height?: number;
  orientation?: number;
}

/** Strapi's own copy of sharp: a second one in the process would load a second libvips. */
const sharp = createRequire(require.resolve('@strapi/upload/package.json'))('sharp') as (file: string) => {
  metadata(): Promise<Metadata>;
};

/**
 * The bytes of published files, kept by their SHA-256 in a folder of their own: whatever happens to a file in the
 * media library afterwards, what was published with it stays whole.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const folder = () => strapi.plugin('newsroom').config('originals') as string;
  /** What is known of a file on disk, by its path, time and size: bytes are read once, before an act's transaction. */
  const known = new Map<string, Original>();

  async function keep(file: UploadedFile, place: string): Promise<Original> {
    const bytes = await readFile(place);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const original = path.join(folder(), sha256);
    if (!existsSync(original)) {
      await mkdir(folder(), { recursive: true });
      const unfinished = `${original}.${process.pid}.${Math.random().toString(36).slice(2)}`;
      await writeFile(unfinished, bytes);
      await rename(unfinished, original);
    }
    return { sha256, size: bytes.length, dimensions: file.mime.startsWith('image/') ? await dimensionsOf(place) : null };
  }

  /** Through Strapi's own builder, which joins the transaction that is open: SQLite has no second connection. */
  async function remember({ sha256, size }: Original, { mime }: UploadedFile): Promise<void> {
    const row = { digest: sha256, mime, size };
    await strapi.db.queryBuilder(originalModel.uid).insert(row).onConflict('digest').ignore().execute();
  }

  return {
    /** A file as it is at this moment, its bytes kept; undefined where they are gone. */
    async describe(file: UploadedFile): Promise<MediaFile | undefined> {
      const place = path.join(strapi.dirs.static.public, decodeURI(file.url.split('?')[0] ?? ''));
      const found = await stat(place).catch(() => undefined);
      if (found === undefined) return undefined;
      const key = `${place} ${found.mtimeMs} ${found.size}`;
      let original = known.get(key);
      if (original === undefined) {
        original = await keep(file, place);
        known.set(key, original);
      }
      await remember(original, file); // every time: an act that was refused has undone its row
      return { ...original, name: file.name, mime: file.mime };
    },

    /** Where a kept file lies and what it is; undefined where none is kept under this digest. */
    async find(sha256: string): Promise<{ place: string; mime: string; size: number } | undefined> {
      if (!fileDigestSchema.safeParse(sha256).success) return undefined;
      const row = await strapi.db.query(originalModel.uid).findOne({ where: { digest: sha256 } });
      const place = path.join(folder(), sha256);
      return row === null || !existsSync(place) ? undefined : { place, mime: row.mime, size: row.size };
    },
  };
};

/** In pixels, as shown: a camera that was turned says so in EXIF. Null for what cannot be read as a picture. */
async function dimensionsOf(place: string): Promise<MediaFile['dimensions']> {
  const {
    width,
    height,
    orientation = 1,
  } = await sharp(place)
    .metadata()
    .catch((): Metadata => ({}));
  if (!width || !height) return null;
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}
