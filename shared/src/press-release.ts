import { z } from 'zod';
import { documentIdSchema, optionalTextSchema, textSchema } from './document.ts';
import { instantSchema, localMonthSchema } from './local-time.ts';
import { attachmentSchema, mediaFileSchema, pictureSchema } from './media.ts';
import { slugOfMonthPage } from './permalink.ts';
import { slugSchema } from './slug.ts';

export const releaseKinds = ['news', 'statement', 'announcement', 'decision', 'briefing'] as const;

export const releaseKindSchema = z.enum(releaseKinds);

export const correctionKinds = ['minor', 'major'] as const;

/** What was set right in a text after its publication. */
export const correctionSchema = z.strictObject({
  at: instantSchema,
  text: textSchema,
  kind: z.enum(correctionKinds),
});

export type Correction = z.infer<typeof correctionSchema>;

/** What stands above a text that is not as it was: why, in the text's language. Null for most. */
export const noticeSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('corrected'), reason: optionalTextSchema }),
    z.strictObject({ kind: z.literal('withdrawn'), reason: textSchema }),
  ])
  .nullable();

export const noticeKinds = ['corrected', 'withdrawn'] as const;

/** One language version of a press release, as published. */
export const pressReleaseSchema = z.strictObject({
  title: textSchema,
  slug: slugSchema.refine((slug) => !slugOfMonthPage.test(slug), "is kept for the older pages of a month's archive"),
  summary: optionalTextSchema,
  /** Markdown; HTML in it is text of strangers and is cleaned before it is shown. Uploaded files are named by `mediaReference`. */
  body: z.string(),
  /** The files that the body names. */
  embedded: z.array(mediaFileSchema),
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
  /** Other releases to read, chosen by the editor. */
  related: z.array(documentIdSchema),
  cover: pictureSchema.nullable(),
  gallery: z.array(pictureSchema),
  attachments: z.array(attachmentSchema),
  corrections: z.array(correctionSchema),
  notice: noticeSchema,
});

export type PressRelease = z.infer<typeof pressReleaseSchema>;
