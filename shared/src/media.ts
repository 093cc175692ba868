import { z } from 'zod';
import { optionalTextSchema, textSchema } from './document.ts';

/** The SHA-256 of a file's bytes, in lower-case hexadecimal: its name everywhere but in the CMS. */
export const fileDigestSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** The kinds of pictures that the site can show; it makes its own copies of them. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'] as const;

/** An uploaded file as it was when the text that names it was published. */
export const mediaFileSchema = z.strictObject({
  sha256: fileDigestSchema,
  /** The name under which it was uploaded, with its ending. */
  name: textSchema,
  mime: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/),
  /** In bytes. */
  size: z.int().min(0),
  /** In pixels, as shown (after the camera's orientation); null for what is no picture. */
  dimensions: z.strictObject({ width: z.int().min(1), height: z.int().min(1) }).nullable(),
});

export type MediaFile = z.infer<typeof mediaFileSchema>;

/** A file that can be shown. */
export const pictureFileSchema = mediaFileSchema.extend({
  mime: z.enum(pictureTypes),
  dimensions: mediaFileSchema.shape.dimensions.unwrap(),
});

/** A picture with what is said of it in one language. */
export const pictureSchema = z.strictObject({
  file: pictureFileSchema,
  /** What the picture shows, for those who do not see it. */
  alternativeText: textSchema,
  caption: optionalTextSchema,
  /** Who made it. */
  credit: optionalTextSchema,
});

export type Picture = z.infer<typeof pictureSchema>;

/** A file to be taken along. */
export const attachmentSchema = z.strictObject({
  file: mediaFileSchema,
  /** What it is, in the language of the text; null: its name says it. */
  title: optionalTextSchema,
});

export type Attachment = z.infer<typeof attachmentSchema>;

/** How published Markdown names an uploaded file, as the address of a link or a picture. @example 'media:9f86d0…' */
export function mediaReference(sha256: string): string {
  return `media:${sha256}`;
}
