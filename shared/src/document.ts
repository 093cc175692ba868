import { z } from 'zod';

/** A document's identifier: the same for all its languages, made by Strapi. */
export const documentIdSchema = z.string().regex(/^[a-z0-9]{1,64}$/);

/** Something that is seen: no white space, no control character, none that only works upon others. */
export const visible = /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

/** A text that is there: not empty, and not only of what nobody sees. */
export const textSchema = z.string().regex(visible);

/** A text that may be missing: null where nothing was written. */
export const optionalTextSchema = textSchema.nullable();

/** An address of somebody else's web page, or null. */
export const websiteSchema = z.url({ protocol: /^https?$/ }).nullable();
