import { z } from 'zod';
import { textSchema } from './document.ts';
import { mediaFileSchema } from './media.ts';
import { slugSchema } from './slug.ts';

export const navigationPlaces = ['none', 'header', 'footer'] as const;

/** One language version of a page that stands still: about the office, how to be accredited, privacy. */
export const staticPageSchema = z.strictObject({
  title: textSchema,
  slug: slugSchema,
  /** Markdown; an uploaded file is named by `mediaReference`. */
  body: z.string(),
  /** The files that the body names. */
  embedded: z.array(mediaFileSchema),
  /** Where the site's navigation names it. */
  place: z.enum(navigationPlaces),
  /** Pages of one place stand in this order, then by title. */
  order: z.int(),
});

export type StaticPage = z.infer<typeof staticPageSchema>;
