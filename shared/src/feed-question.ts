import { z } from 'zod';
import { epochSchema, markSchema, seqSchema } from './feed.ts';

/** A whole number as an address has it. */
const numberSchema = z
  .string()
  .regex(/^\d{1,15}$/, 'is no whole number')
  .transform(Number);

const askedSeqSchema = numberSchema.pipe(seqSchema);

/** So many rows of the log can be asked for at once, by their seqs. */
export const askedAtOnce = 500;

/** The longest that a waiting reader is kept, in seconds: proxies end what is silent for a minute. */
export const longestWait = 50;

/** What may be asked of the feed: the newest state whole, a past state whole, or what came since a state. */
export const feedQuestionSchema = z.union([
  z.strictObject({}),
  z.strictObject({ epoch: epochSchema, at: askedSeqSchema, mark: markSchema.optional() }),
  z.strictObject({ epoch: epochSchema, since: askedSeqSchema, mark: markSchema.optional() }),
]);

/** Rows of the log by their seqs. @example '5,9' */
export const changesQuestionSchema = z.strictObject({
  epoch: epochSchema,
  seqs: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(askedSeqSchema).max(askedAtOnce)),
});

const waitsSchema = {
  /** The newest of the desk's orders that is known; without it orders are not waited for. */
  order: numberSchema.pipe(z.int().max(2_147_483_647)).optional(),
  seconds: numberSchema.pipe(z.int().max(longestWait)).default(25),
};

/** Something newer than the state that is known; at once where none is. */
export const waitQuestionSchema = z.union([
  z.strictObject(waitsSchema),
  z.strictObject({ epoch: epochSchema, since: askedSeqSchema, mark: markSchema.optional(), ...waitsSchema }),
]);
