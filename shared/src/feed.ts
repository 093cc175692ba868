import { z } from 'zod';
import { accreditationSchema } from './accreditation.ts';
import { dailyMetricsSchema } from './daily-metrics.ts';
import { delegationSchema } from './delegation.ts';
import { eventSchema } from './event.ts';
import { type Language, languageSchema } from './languages.ts';
import { instantSchema } from './local-time.ts';
import { fileDigestSchema } from './media.ts';
import { observerOrganisationSchema } from './observer-organisation.ts';
import { outsideListSchema } from './outside-list.ts';
import { popularChoicesSchema } from './popular-choices.ts';
import { pressReleaseSchema } from './press-release.ts';
import { redirectSchema } from './redirect.ts';
import { siteSettingsSchema } from './site-settings.ts';
import { staticPageSchema } from './static-page.ts';

/**
 * The feed is NDJSON: a header, one entry per type, document and language, a trailer. It names one exact state
 * of what is published, "everything up to seq": as a whole, or as the difference from an earlier state.
 */

/** Grows when an older reader would misread the feed. */
export const feedVersion = 4;

/** The types that the feed carries, by the name it gives them, with the shape of their data. */
export const feedTypes = {
  'site-settings': siteSettingsSchema,
  event: eventSchema,
  delegation: delegationSchema,
  'observer-organisation': observerOrganisationSchema,
  accreditation: accreditationSchema,
  'press-release': pressReleaseSchema,
  page: staticPageSchema,
  redirect: redirectSchema,
  'daily-metrics': dailyMetricsSchema,
  'outside-list': outsideListSchema,
  'popular-choices': popularChoicesSchema,
} as const;

export type FeedType = keyof typeof feedTypes;
export type FeedData<T extends FeedType> = z.infer<(typeof feedTypes)[T]>;

export const feedTypeNames = Object.keys(feedTypes) as FeedType[];

/** The types without language versions: their entries have the language null. */
export const typesWithoutLanguage = [
  'accreditation',
  'redirect',
  'outside-list',
  'popular-choices',
] as const satisfies readonly FeedType[];

type TypeWithoutLanguage = (typeof typesWithoutLanguage)[number];

/** The language of a type's entries. */
export type LanguageOf<T extends FeedType> = T extends TypeWithoutLanguage ? null : Language;

/** Whether a type's documents have language versions. */
export function hasLanguages(type: FeedType): type is Exclude<FeedType, TypeWithoutLanguage> {
  return !(typesWithoutLanguage as readonly FeedType[]).includes(type);
}

/** A number of the change log; 0 while nothing was ever published. */
export const seqSchema = z.int().min(0);

/** Tells one history of the change log from any other: a reader that knows another one has to begin anew. */
export const epochSchema = z.string().min(1).max(64);

/**
 * What the change log held at a seq, as 64 hexadecimal digits. A reader gives the mark that it was given with a state
 * back when it asks for what came since: where the log has another row there, its database was restored from a copy.
 */
export const markSchema = fileDigestSchema;

export const feedTypeSchema = z.enum(feedTypeNames as [FeedType, ...FeedType[]]);

export const feedHeaderSchema = z.strictObject({
  feed: z.literal('newsroom'),
  version: z.int(),
  epoch: epochSchema,
  /** The state that the feed names. */
  seq: seqSchema,
  mark: markSchema,
  /** The state that this is the difference from; null: the feed is whole. */
  since: seqSchema.nullable(),
  /** Where the admin stands, so that a fault can name the address at which it is mended. */
  admin: z.url({ protocol: /^https?$/ }),
  /** How many entries follow, by type and language. */
  counts: z.array(z.strictObject({ type: feedTypeSchema, language: languageSchema.nullable(), count: z.int().min(0) })),
});

export type FeedHeader = z.infer<typeof feedHeaderSchema>;

export const feedTrailerSchema = z.strictObject({
  end: z.literal(true),
  seq: seqSchema,
  /** How many entries came before. */
  count: z.int().min(0),
  /** SHA-256 of all lines before this one, each with the line feed at its end. */
  digest: fileDigestSchema,
});

export type FeedTrailer = z.infer<typeof feedTrailerSchema>;

/** What every entry has, whatever its type; the data is checked against its type's schema. */
export const feedEntryFrameSchema = z.strictObject({
  seq: seqSchema,
  /** When the change was made that this entry is the state of. */
  at: instantSchema,
  type: feedTypeSchema,
  id: z.string().min(1).max(128),
  language: languageSchema.nullable(),
  /** Null, in a difference only: the version went. */
  data: z.record(z.string(), z.unknown()).nullable(),
});

/** One published version of a document in a language (or in none), one day's metrics, one outside list. */
export type FeedEntry = {
  [T in FeedType]: { seq: number; at: string; type: T; id: string; language: LanguageOf<T>; data: FeedData<T> };
}[FeedType];

/** In a difference: a version that is not published any more. */
export interface FeedTombstone {
  seq: number;
  at: string;
  type: FeedType;
  id: string;
  language: Language | null;
  data: null;
}
