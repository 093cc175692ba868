import { z } from 'zod';
import { textSchema } from './document.ts';
import { heldVersionSchema, versionWarningSchema } from './document-fault.ts';
import { editionSchema, makingSchema } from './edition.ts';
import { instantSchema } from './local-time.ts';

/** The stages of the publisher, in their order. */
export const stages = ['pull', 'take-in', 'compile', 'draw', 'verify', 'deploy'] as const;

export type Stage = (typeof stages)[number];

/** Why a run made no edition. The names stay the same for ever. */
export const refusals = [
  'cms', // the CMS does not answer, or not as it should
  'feed', // the feed, or the whole of the content, is wrong
  'loss', // much of the site would go; somebody has to confirm it
  'draw', // the site cannot be drawn
  'verify', // what was drawn is wrong as a whole
  'older', // a newer edition is live already
  'machine', // the disk is full, a folder is closed, …
  'code', // a fault of this program
] as const;

/** A list that is cut where it is longer, so that a report stays small. */
const listed = 200;

/**
 * The life of a run: `working` until it has an end. It ends `deployed`, or with `nothing` to do, or `refused`; a run
 * that was killed never ends, and is taken for lost when nothing was heard from it for a while.
 */
export const runStateSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('working'), stage: z.enum(stages) }),
  z.strictObject({ kind: z.literal('deployed'), edition: editionSchema }),
  z.strictObject({ kind: z.literal('nothing') }),
  z.strictObject({
    kind: z.literal('refused'),
    why: z.enum(refusals),
    /** For an operator: what happened, where, what to do next. */
    message: textSchema.max(4000),
    /** With `loss`: how many pages readers would not find any more, where that is known. */
    gone: z.int().min(1).optional(),
  }),
]);

export type RunState = z.infer<typeof runStateSchema>;

/**
 * What a publisher tells the desk while it works. Nothing hangs on it but what people read: whether something is live
 * is seen from the site itself.
 */
export const publisherReportSchema = z.strictObject({
  run: z.uuid(),
  /** Which publisher. @example 'web-1 (process 4711)' */
  publisher: textSchema.max(120),
  startedAt: instantSchema,
  /** What is being made; null while that is not known. */
  making: makingSchema.nullable(),
  state: runStateSchema,
  /** How long each stage took that is over, in milliseconds. */
  durations: z.partialRecord(z.enum(stages), z.int().min(0)),
  /** How many versions are new, changed or gone in it. */
  changes: z.int().min(0).nullable(),
  held: z.array(heldVersionSchema).max(listed),
  warnings: z.array(versionWarningSchema).max(listed),
  /** The generations that can be brought back. */
  kept: z.array(z.int().min(1)).max(100),
});

export type PublisherReport = z.infer<typeof publisherReportSchema>;
