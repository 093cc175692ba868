import { z } from 'zod';
import { optionalTextSchema, textSchema } from './document.ts';
import { pictureFileSchema } from './media.ts';

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

/** What readers of a language get of a release that is not translated: the original, marked as such, or nothing. */
export const missingTranslationPolicies = ['show', 'leave-out'] as const;

/** A link of the site's footer: to a web page, a mail address, or a path of the site itself. */
export const footerLinkSchema = z.strictObject({
  label: textSchema,
  href: z.union([z.url({ protocol: /^https?$/ }), z.string().regex(/^(?:mailto:[^\s@]+@[^\s@]+|\/(?!\/)[^\s\\]*)$/)]),
});

export type FooterLink = z.infer<typeof footerLinkSchema>;

/** A colour of sRGB in lower-case hexadecimal. */
export const colourSchema = z.string().regex(/^#[0-9a-f]{6}$/);

/** One language version of what the whole site says of itself. What is no text is read from the default language. */
export const siteSettingsSchema = z.strictObject({
  name: textSchema,
  description: optionalTextSchema,
  publisher: textSchema,
  /** Markdown. */
  contact: optionalTextSchema,
  /** A sentence at the top of every page, for a demonstration or a disturbance. */
  siteNotice: optionalTextSchema,
  footerLinks: z.array(footerLinkSchema),
  /** The office's emblem, beside its name. */
  logo: pictureFileSchema.nullable(),
  /** The office's colour, from which the site makes readable shades for light and dark; null: the site's own. */
  colour: colourSchema.nullable(),
  missingTranslations: z.enum(missingTranslationPolicies),
  popular: popularSettingsSchema,
});

export type SiteSettings = z.infer<typeof siteSettingsSchema>;
