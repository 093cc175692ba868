import { z } from 'zod';
import { optionalTextSchema, textSchema } from './document.ts';

/** How the popular list is computed; see `ranking.ts`. */
export const popularSettingsSchema = z.strictObject({
  /** How many local days count, the last one included. */
  windowDays: z.int().min(1).max(365),
  /** How many views a comment is worth. */
  commentWeight: z.int().min(0).max(10_000),
  /** How many views a reaction is worth. */
  reactionWeight: z.int().min(0).max(10_000),
  /** After how many days a view counts half; null: never, which gives plain "most read". */
  halfLifeDays: z.number().positive().max(365).nullable(),
  /** How many releases the list has at most. */
  size: z.int().min(1).max(100),
});

export type PopularSettings = z.infer<typeof popularSettingsSchema>;

/** One language version of what the whole site says of itself. */
export const siteSettingsSchema = z.strictObject({
  name: textSchema,
  description: optionalTextSchema,
  publisher: textSchema,
  /** Markdown. */
  contact: optionalTextSchema,
  /** A sentence at the top of every page, for a demonstration or a disturbance. */
  siteNotice: optionalTextSchema,
  popular: popularSettingsSchema,
});

export type SiteSettings = z.infer<typeof siteSettingsSchema>;
