import { z } from 'zod';
import { optionalTextSchema, textSchema } from './document.ts';
import { pictureFileSchema } from './media.ts';
import { popularRuleSchema } from './popular-rule.ts';

/** How the office has its own popular list computed: over days that end some time. */
export const popularSettingsSchema = popularRuleSchema.extend({ windowDays: z.int().min(1).max(365) });

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
