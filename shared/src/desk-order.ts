import { z } from 'zod';
import { textSchema } from './document.ts';
import { epochSchema, markSchema, seqSchema } from './feed.ts';
import { instantSchema } from './local-time.ts';

const given = {
  /** Orders are numbered from 1 in the order in which they were given. */
  number: z.int().min(1),
  /** Who gave it. */
  by: textSchema.max(120),
  at: instantSchema,
};

/** What somebody at the desk asks of the publisher. It carries each out once, in their order. */
export const deskOrderSchema = z.discriminatedUnion('kind', [
  /** Look now, although nothing changed. */
  z.strictObject({ kind: z.literal('publish'), ...given }),
  /** Bring back an edition that is kept, and stay with it. */
  z.strictObject({ kind: z.literal('roll-back'), generation: z.int().min(1), ...given }),
  /** End the pause that a rollback began. */
  z.strictObject({ kind: z.literal('release'), ...given }),
  /** Go on although much of the site goes, up to a state. */
  z.strictObject({ kind: z.literal('accept-loss'), seq: seqSchema, ...given }),
]);

export type DeskOrder = z.infer<typeof deskOrderSchema>;

/** What the long poll answers: what should be live, and the orders since the number that was asked with. */
export const deskAnswerSchema = z.strictObject({
  epoch: epochSchema,
  seq: seqSchema,
  mark: markSchema,
  orders: z.array(deskOrderSchema),
});

export type DeskAnswer = z.infer<typeof deskAnswerSchema>;
