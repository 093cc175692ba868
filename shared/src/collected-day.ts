import { z } from 'zod';
import { countSourceSchema } from './daily-metrics.ts';
import { documentIdSchema } from './document.ts';
import { languageSchema } from './languages.ts';
import { localDaySchema } from './local-time.ts';

/**
 * Why something in a log, or in a file of counts, was not counted. In this order: what is left out for one reason is
 * not looked at for the next.
 */
export const leftOutReasons = [
  /** A line that cannot be read. */
  'malformed',
  /** A line longer than any browser's. */
  'too-long',
  /** Of a time that has not come yet. */
  'future',
  /** No GET: forms, uploads, probes. */
  'method',
  /** Neither 200 nor 304: redirected, missing, refused, failed. */
  'status',
  /** Another page or file of the site than a release. */
  'other-page',
  /** An address like a release's that belongs to none. */
  'unknown-address',
  /** The program did not say what it is. */
  'empty-agent',
  /** A program that makes previews of links. */
  'preview',
  /** A robot that says so. */
  'robot',
  /** Asked for ahead by a browser; nobody may ever have looked. */
  'prefetch',
  /** From the office's own networks. */
  'office',
  /** The same reader again within 30 seconds. */
  'repeat',
  /** Above what one network may count. */
  'network-cap',
] as const;

export type LeftOutReason = (typeof leftOutReasons)[number];

/** How much was left out for each reason; those for which nothing was are missing. */
export const leftOutSchema = z.partialRecord(z.enum(leftOutReasons), z.int().min(1));

export type LeftOut = z.infer<typeof leftOutSchema>;

/** A release that one network asked for much more often than it may count. */
export const spikeSchema = z.strictObject({
  release: documentIdSchema,
  language: languageSchema,
  /** Views that networks above their share asked for, repeats within 30 s being one. */
  asked: z.int().min(1),
  /** How many of them count. */
  counted: z.int().min(0),
  /** How many networks these are. */
  networks: z.int().min(1),
});

export type Spike = z.infer<typeof spikeSchema>;

/** What a counter says of its work to the desk: of each day that it counted, in the place of what it said before. */
export const collectionSchema = z.strictObject({
  source: countSourceSchema,
  days: z
    .array(
      z.strictObject({
        day: localDaySchema,
        /** Views that count, over all releases and languages. */
        views: z.int().min(0),
        leftOut: leftOutSchema,
        /** The largest first. */
        spikes: z.array(spikeSchema).max(50),
      }),
    )
    .min(1)
    .max(400)
    .refine((days) => new Set(days.map(({ day }) => day)).size === days.length, { message: 'a day is named twice' }),
});

export type Collection = z.infer<typeof collectionSchema>;
