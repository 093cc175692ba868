import { z } from 'zod';
import { largestCount } from './daily-metrics.ts';
import { textSchema } from './document.ts';
import { languageSchema } from './languages.ts';
import { instantSchema } from './local-time.ts';

const countSchema = z.int().min(0).max(largestCount);

/** A row of a popular list that somebody else computed, kept as it came. */
export const outsideListRowSchema = z.strictObject({
  rank: z.int().min(1),
  title: textSchema,
  views: countSchema,
  comments: countSchema,
  reactions: countSchema,
});

export type OutsideListRow = z.infer<typeof outsideListRowSchema>;

/**
 * A popular list that somebody else computed: its order, its source and its time are kept, and it is never ranked
 * again.
 */
export const outsideListSchema = z.strictObject({
  /** Who made it, as readers are told. */
  source: textSchema.max(120),
  capturedAt: instantSchema,
  /** The language of its titles; null where it is not known. */
  language: languageSchema.nullable(),
  rows: z
    .array(outsideListRowSchema)
    .min(1)
    .max(200)
    .refine((rows) => rows.every(({ rank }, index) => rank === index + 1), { message: 'the ranks are not 1, 2, 3 and so on' }),
});

export type OutsideList = z.infer<typeof outsideListSchema>;
