import { leftOutSchema, spikeSchema } from '@newsroom/shared/collected-day';
import { instantSchema, localDaySchema } from '@newsroom/shared/local-time';
import { z } from 'zod';

const digestSchema = z.string().regex(/^[0-9a-f]{64}$/);
const countSchema = z.int().min(0);

/** How far a log was read. Nothing in it is a reader's. */
export const readLogSchema = z.strictObject({
  /** Digests of its first lines, each together with those before it, and of all of its first bytes. */
  heads: z.array(z.strictObject({ length: countSchema, digest: digestSchema })).min(1),
  /** Up to which of its bytes, unpacked. */
  end: countSchema,
  /** The digest of the last bytes before that place. */
  tail: digestSchema,
  lines: countSchema,
  /** The day of its last line; null: no line has a time. */
  lastDay: localDaySchema.nullable(),
  /** Packed files that hold nothing else, by their own digests. */
  packedAs: z.array(digestSchema),
});

export type ReadLog = z.infer<typeof readLogSchema>;

/** What is known of a day for good: numbers of pages, and of nobody. */
export const closedDaySchema = z.strictObject({
  /** Views by document and language. @example { 'abc kk': 12 } */
  views: z.record(z.string(), countSchema),
  leftOut: leftOutSchema,
  spikes: z.array(spikeSchema),
});

export type ClosedDay = z.infer<typeof closedDaySchema>;

/** What is known of readers while their day is open; it goes, with the salt, when the day closes. */
const openDaySchema = z.strictObject({
  salt: z.base64(),
  /** The file that holds the readers' hashes. */
  readers: z.string().regex(/^[0-9a-f]{32}$/),
  requests: countSchema,
  leftOut: leftOutSchema,
  /** When something was added last. */
  addedAt: instantSchema,
});

/** What a collector of logs keeps between its runs. */
export const stateSchema = z.strictObject({
  version: z.literal(1),
  logs: z.array(readLogSchema),
  days: z.record(
    localDaySchema,
    z.strictObject({
      closed: closedDaySchema,
      open: openDaySchema.nullable(),
      /** What the CMS was told of the day last: its digest, and the pages; null: nothing yet. */
      told: z.strictObject({ digest: digestSchema, pages: z.array(z.string()) }).nullable(),
    }),
  ),
});

export type State = z.infer<typeof stateSchema>;

export const emptyState: State = { version: 1, logs: [], days: {} };

/** Before anything of a day is closed. */
export const nothingClosed: ClosedDay = { views: {}, leftOut: {}, spikes: [] };
