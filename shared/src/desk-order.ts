import { z } from 'zod';
import { textSchema } from './document.ts';
import { epochSchema, markSchema, seqSchema } from './feed.ts';
import { instantSchema } from './local-time.ts';

/** Look now, although nothing changed. */
const publish = z.strictObject({ kind: z.literal('publish') });
/** Bring back an edition that is kept, and stay with it. */
const rollBack = z.strictObject({ kind: z.literal('roll-back'), generation: z.int().min(1) });
/** End the pause that a rollback began. */
const release = z.strictObject({ kind: z.literal('release') });
/** Go on although much of the site goes, up to a state. */
const acceptLoss = z.strictObject({ kind: z.literal('accept-loss'), seq: seqSchema });

/** What somebody at the desk asks of the publisher. */
export const orderRequestSchema = z.discriminatedUnion('kind', [publish, rollBack, release, acceptLoss]);

export type OrderRequest = z.infer<typeof orderRequestSchema>;

const given = {
  /** Orders are numbered from 1 in the order in which they were given. */
  number: z.int().min(1),
  /** Who gave it. */
  by: textSchema.max(120),
  at: instantSchema,
};

/** An order as the publisher gets it. It carries each out once, in their order. */
export const deskOrderSchema = z.discriminatedUnion('kind', [
  publish.extend(given),
  rollBack.extend(given),
  release.extend(given),
  acceptLoss.extend(given),
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
