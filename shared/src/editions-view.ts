import { z } from 'zod';
import { deskOrderSchema } from './desk-order.ts';
import { heldVersionSchema, versionKeySchema, versionWarningSchema } from './document-fault.ts';
import { editionSchema } from './edition.ts';
import { epochSchema, seqSchema } from './feed.ts';
import { instantSchema } from './local-time.ts';
import { publisherReportSchema, runStateSchema } from './publisher-report.ts';
import { obstacleSchema } from './standing.ts';

/** A version with the title by which an editor knows it. */
const titledVersionSchema = versionKeySchema.extend({ title: z.string() });

/** One run of a publisher: the edition that it made, is making, or could not make. */
export const runSchema = z.strictObject({
  run: z.uuid(),
  publisher: z.string(),
  startedAt: instantSchema,
  /** When it was heard from last. */
  heardAt: instantSchema,
  /** `lost`: nothing was heard of it for a while, and it had not ended. */
  state: z.union([runStateSchema, z.strictObject({ kind: z.literal('lost') })]),
  durations: publisherReportSchema.shape.durations,
  /** What it brought, the first twenty of them. */
  brought: z.array(titledVersionSchema),
  broughtCount: z.int().min(0),
  held: z.array(heldVersionSchema.extend({ title: z.string() })),
  warnings: z.array(versionWarningSchema.extend({ title: z.string() })),
  /** When the site itself was first seen to be this edition. */
  provenAt: instantSchema.nullable(),
  /** Whether it can be brought back. */
  kept: z.boolean(),
});

export type Run = z.infer<typeof runSchema>;

/** What the page "Editions" and the home page's widget show. */
export const editionsViewSchema = z.strictObject({
  /** What readers get; null where the site was never seen. */
  live: z.strictObject({ edition: editionSchema, seenAt: instantSchema }).nullable(),
  /** Why the site's `edition.json` could not be read at the last try; null: it could. */
  problem: z.string().nullable(),
  site: z.url(),
  /** What should be live. */
  wanted: z.strictObject({ epoch: epochSchema, seq: seqSchema }),
  /** What is published, or unpublished, and the site does not show so yet. */
  waiting: z.strictObject({
    count: z.int().min(0),
    /** The first twenty of them, those that wait longest first. */
    versions: z.array(titledVersionSchema),
    /** When the first of them was published; null where nothing waits. */
    since: instantSchema.nullable(),
    /** Why they do not move; null where it is simply their turn soon. */
    obstacle: obstacleSchema.nullable(),
  }),
  /** What people asked of the publisher and is not carried out yet, in the order in which they asked. */
  orders: z.array(deskOrderSchema),
  /** What a hand past the CMS changed in the database, as a comparison found it; null where nobody need know. */
  repair: z
    .strictObject({
      at: instantSchema,
      /** What readers get as it is now, the first twenty; what went is gone for them, too. */
      mended: z.array(titledVersionSchema.extend({ went: z.boolean() })),
      mendedCount: z.int().min(0),
      /** What cannot be published as it is now, the first twenty: readers keep what was there before. */
      broken: z.array(titledVersionSchema.extend({ why: z.string() })),
      brokenCount: z.int().min(0),
    })
    .nullable(),
  /** How the desk calls a publisher, and what came of the last call. */
  caller: z.strictObject({
    kind: z.enum(['none', 'github', 'webhook']),
    /** Whom it calls: a host or a repository, never a secret. */
    target: z.string().nullable(),
    lastCall: z.strictObject({ at: instantSchema, error: z.string().nullable() }).nullable(),
  }),
  /** When a publisher was heard from last; null: never. */
  publisherHeardAt: instantSchema.nullable(),
  /** Whether the person who asks may give orders. */
  mayOrder: z.boolean(),
  /** The newest first. */
  runs: z.array(runSchema),
});

export type EditionsView = z.infer<typeof editionsViewSchema>;
