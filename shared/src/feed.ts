import { z } from 'zod';
import { dailyMetricsSchema } from './daily-metrics.ts';
import { delegationSchema } from './delegation.ts';
import { eventSchema } from './event.ts';
import { languageSchema } from './languages.ts';
import { observerOrganisationSchema } from './observer-organisation.ts';
import { pressReleaseSchema } from './press-release.ts';
import { siteSettingsSchema } from './site-settings.ts';

/**
 * The feed is NDJSON: a header, one entry per type, document and language, a trailer. It names one exact state
 * of what is published, "everything up to seq".
 */

/** Grows when an older reader would misread the feed. */
export const feedVersion = 1;

/** The types that the feed carries, by the name it gives them, with the shape of their data. */
export const feedTypes = {
  'site-settings': siteSettingsSchema,
  event: eventSchema,
  delegation: delegationSchema,
  'observer-organisation': observerOrganisationSchema,
  'press-release': pressReleaseSchema,
  'daily-metrics': dailyMetricsSchema,
} as const;

export type FeedType = keyof typeof feedTypes;
export type FeedData<T extends FeedType> = z.infer<(typeof feedTypes)[T]>;

export const feedTypeNames = Object.keys(feedTypes) as FeedType[];

const seqSchema = z.int().min(0);
const typeSchema = z.enum(feedTypeNames as [FeedType, ...FeedType[]]);

export const feedHeaderSchema = z.strictObject({
  feed: z.literal('newsroom'),
  version: z.int(),
  epoch: z.string().min(1).max(64),
  /** The state that the feed names. */
  seq: seqSchema,
  /** Where the admin stands, so that a fault can name the address at which it is mended. */
  admin: z.url({ protocol: /^https?$/ }),
  /** How many entries follow, by type and language. */
  counts: z.array(z.strictObject({ type: typeSchema, language: languageSchema, count: z.int().min(0) })),
});

export type FeedHeader = z.infer<typeof feedHeaderSchema>;

export const feedTrailerSchema = z.strictObject({
  end: z.literal(true),
  seq: seqSchema,
  /** How many entries came before. */
  count: z.int().min(0),
});

export type FeedTrailer = z.infer<typeof feedTrailerSchema>;

/** What every entry has, whatever its type; the data is checked against its type's schema. */
export const feedEntryFrameSchema = z.strictObject({
  seq: seqSchema,
  type: typeSchema,
  id: z.string().min(1).max(128),
  language: languageSchema,
  data: z.record(z.string(), z.unknown()),
});

/** One published version: of a document in a language, or one day's metrics. */
export type FeedEntry = {
  [T in FeedType]: { seq: number; type: T; id: string; language: z.infer<typeof languageSchema>; data: FeedData<T> };
}[FeedType];
