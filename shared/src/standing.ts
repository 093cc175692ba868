import { z } from 'zod';
import { documentFaultKinds, documentFaultSchema } from './document-fault.ts';
import { pauseSchema } from './edition.ts';
import { languageSchema } from './languages.ts';
import { instantSchema } from './local-time.ts';
import { refusals, stages } from './publisher-report.ts';

/** Proven by the site's own `edition.json`, fetched from where readers fetch it. */
const liveSchema = z.strictObject({
  /** When the site was first seen with it. */
  since: instantSchema,
  /** Where readers find it; null where it has no page of its own. */
  address: z.url().nullable(),
  /** What readers find there is the notice that it was withdrawn; lists and feeds do not have it. */
  withdrawn: z.boolean(),
});

/** Why something that waits does not move; null where it is simply its turn soon. */
export const obstacleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paused'), pause: pauseSchema }),
  z.strictObject({ kind: z.literal('refused'), why: z.enum(refusals), at: instantSchema }),
  /** No publisher was heard from since; null: never. */
  z.strictObject({ kind: z.literal('no-publisher'), since: instantSchema.nullable() }),
  /** The site does not say which edition it is. */
  z.strictObject({ kind: z.literal('site-silent'), since: instantSchema.nullable() }),
]);

/**
 * Where one language version stands on its way to readers. A version goes from `absent` to `draft` by being written,
 * to `waiting` by being published, to `making` when an edition with it is begun, to `live` when the site was seen with
 * it; or to `held`, where a fault keeps it back. What is unpublished goes `leaving`, then `removed`.
 */
export const versionStandingSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('absent') }),
  z.strictObject({ kind: z.literal('draft') }),
  z.strictObject({
    kind: z.literal('waiting'),
    since: instantSchema,
    obstacle: obstacleSchema.nullable(),
    live: liveSchema.nullable(),
  }),
  z.strictObject({ kind: z.literal('making'), since: instantSchema, stage: z.enum(stages), live: liveSchema.nullable() }),
  z.strictObject({ kind: z.literal('live'), live: liveSchema }),
  z.strictObject({
    kind: z.literal('held'),
    since: instantSchema,
    why: z.enum(documentFaultKinds),
    /** Null where the site alone tells of it, which says only what kind of fault it is. */
    fault: documentFaultSchema.nullable(),
    live: liveSchema.nullable(),
  }),
  z.strictObject({ kind: z.literal('leaving'), since: instantSchema, obstacle: obstacleSchema.nullable() }),
  z.strictObject({ kind: z.literal('removed'), since: instantSchema }),
]);

export type VersionStanding = z.infer<typeof versionStandingSchema>;
export type Obstacle = z.infer<typeof obstacleSchema>;

/** Where all versions of a document stand; one with the language null for types without languages. */
export const documentStandingSchema = z.strictObject({
  versions: z.array(
    z.strictObject({
      language: languageSchema.nullable(),
      standing: versionStandingSchema,
      /** The draft was changed since it was published. */
      editedSince: z.boolean(),
      /** What was left out of it on the site, such as links to what went. */
      warnings: z.array(documentFaultSchema),
    }),
  ),
});

export type DocumentStanding = z.infer<typeof documentStandingSchema>;
