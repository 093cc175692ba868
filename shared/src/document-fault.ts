import { z } from 'zod';
import { documentIdSchema, textSchema } from './document.ts';
import { feedTypeSchema, seqSchema } from './feed.ts';
import { languageSchema } from './languages.ts';

/** One version of a document, as the change log names it; the language is null for types without languages. */
export const versionKeySchema = z.strictObject({
  type: feedTypeSchema,
  id: z.string().min(1).max(128),
  language: languageSchema.nullable(),
});

export type VersionKey = z.infer<typeof versionKeySchema>;

/** A text that is shown to people as it is, at most so long. */
const told = textSchema.max(300);

/**
 * What can be wrong with one version of a document so that the site cannot show it, or not as it was meant. The names
 * stay the same for ever; the words for an editor are the admin's.
 */
export const documentFaultSchema = z.discriminatedUnion('kind', [
  /** A link in a text names an address of the site where nothing is. */
  z.strictObject({
    kind: z.literal('dead-link'),
    field: told,
    /** Which block of the text, counted from 1: paragraphs, headings, lists and tables are blocks. */
    paragraph: z.int().min(1),
    /** The words of the link. */
    text: z.string().max(300),
    address: told,
  }),
  /** Another document stands at the address already. */
  z.strictObject({
    kind: z.literal('address-taken'),
    path: told,
    holder: z.strictObject({ type: feedTypeSchema, id: documentIdSchema, title: z.string().max(300) }),
  }),
  /** A picture or file cannot be had, or cannot be read. */
  z.strictObject({ kind: z.literal('media'), field: told, file: told, why: told }),
  /** A field is not as the contract wants it. */
  z.strictObject({ kind: z.literal('contract'), what: told }),
  /** The page could not be drawn. */
  z.strictObject({ kind: z.literal('not-drawn'), path: told, why: told }),
  /** A page would show an address of the CMS, or a secret of it. */
  z.strictObject({ kind: z.literal('cms-trace'), path: told, what: told }),
]);

export type DocumentFault = z.infer<typeof documentFaultSchema>;

export const documentFaultKinds = documentFaultSchema.options.map(({ shape }) => shape.kind.value);

/** A version whose newest state is kept back because of a fault in it alone; its last good state stays. */
export const heldVersionSchema = versionKeySchema.extend({
  /** The change that is kept back. */
  seq: seqSchema,
  /** The change that is shown in its place; null: the version was never live, and is not shown. */
  good: seqSchema.nullable(),
  fault: documentFaultSchema,
});

export type HeldVersion = z.infer<typeof heldVersionSchema>;

/** Something that was left out of a version that is live all the same, such as a link to what went since. */
export const versionWarningSchema = versionKeySchema.extend({ fault: documentFaultSchema });

export type VersionWarning = z.infer<typeof versionWarningSchema>;
