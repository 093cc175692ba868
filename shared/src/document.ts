import { z } from 'zod';

/** A document's identifier: the same for all its languages, made by Strapi. */
export const documentIdSchema = z.string().regex(/^[a-z0-9]{1,64}$/);

/** A text that is there: not empty and not only white space. */
export const textSchema = z.string().regex(/\S/);

/** A text that may be missing: null where nothing was written. */
export const optionalTextSchema = textSchema.nullable();

/** An address of somebody else's web page, or null. */
export const websiteSchema = z.url({ protocol: /^https?$/ }).nullable();
