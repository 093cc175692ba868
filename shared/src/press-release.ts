import { z } from 'zod';
import { documentIdSchema, optionalTextSchema, textSchema } from './document.ts';
import { instantSchema, localMonthSchema } from './local-time.ts';
import { slugOfMonthPage } from './permalink.ts';
import { slugSchema } from './slug.ts';

export const releaseKinds = ['news', 'statement', 'announcement', 'decision', 'briefing'] as const;

export const releaseKindSchema = z.enum(releaseKinds);

/** One language version of a press release, as published. */
export const pressReleaseSchema = z.strictObject({
  title: textSchema,
  slug: slugSchema.refine((slug) => !slugOfMonthPage.test(slug), "is kept for the older pages of a month's archive"),
  summary: optionalTextSchema,
  /** Markdown; HTML in it is text of strangers and is cleaned before it is shown. */
  body: z.string(),
  kind: releaseKindSchema,
  /** When the office released it, which may lie long before it was entered. */
  releasedAt: instantSchema,
  /** When it was first published here. Set once. */
  publicSince: instantSchema,
  /** The local month of `releasedAt` at first publication: part of the address, set once. */
  addressMonth: localMonthSchema,
  event: documentIdSchema.nullable(),
  /** In the editor's order. */
  delegations: z.array(documentIdSchema),
  observerOrganisations: z.array(documentIdSchema),
});

export type PressRelease = z.infer<typeof pressReleaseSchema>;
