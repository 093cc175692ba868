import { z } from 'zod';
import { collectionSchema } from './collected-day.ts';
import { countSourceSchema } from './daily-metrics.ts';
import { documentIdSchema } from './document.ts';
import { languageSchema } from './languages.ts';
import { instantSchema, localDaySchema } from './local-time.ts';
import { popularChoicesSchema } from './popular-choices.ts';
import { bigCountSchema } from './popular-list.ts';
import { popularSettingsSchema } from './site-settings.ts';

/** Why a release is pinned or left out: for editors, never for readers. */
const reasonSchema = z.string().trim().max(200);

const chosenSchema = z.strictObject({ release: documentIdSchema, reason: reasonSchema.optional() });

/** What an editor decides, in the place of all that was decided before. */
export const choicesRequestSchema = z
  .strictObject({
    /** In the order in which they are to stand. */
    pins: z.array(chosenSchema),
    exclusions: z.array(chosenSchema),
    /** What the editor saw when deciding: refused where somebody else decided meanwhile. */
    basedOn: z.string().optional(),
  })
  .superRefine(({ pins, exclusions }, context) => {
    const ids = (chosen: z.infer<typeof chosenSchema>[]) => chosen.map(({ release }) => release);
    const choices = { pins: ids(pins), exclusions: ids(exclusions), silentSince: null };
    for (const { path, message } of popularChoicesSchema.safeParse(choices).error?.issues ?? []) {
      context.addIssue({ code: 'custom', path, message });
    }
  });

export type ChoicesRequest = z.infer<typeof choicesRequestSchema>;

/** How the list is to be computed: what the columns of every database hold exactly. */
export const settingsRequestSchema = popularSettingsSchema.extend({
  halfLifeDays: z.number().min(0.1).max(365).multipleOf(0.01).nullable(),
});

/** The settings that an editor saves. */
export const savedSettingsRequestSchema = settingsRequestSchema.extend({
  /** Those in force that the editor saw when saving: refused where somebody else saved others meanwhile. */
  basedOn: popularSettingsSchema.optional(),
});

export type SavedSettingsRequest = z.infer<typeof savedSettingsRequestSchema>;

export const silenceRequestSchema = z.strictObject({ silent: z.boolean() });

const countSchema = z.int().min(0);

/** What one day adds to a score; see `ScoreTerm` in `ranking.ts`. */
const termSchema = z.strictObject({
  day: localDaySchema,
  age: countSchema,
  views: countSchema,
  comments: countSchema,
  reactions: countSchema,
  worth: countSchema,
  weight: bigCountSchema,
  product: bigCountSchema,
});

const entrySchema = z.strictObject({
  rank: z.int().min(1),
  /** The place in the list of the day before; null: it was not in it. */
  rankBefore: z.int().min(1).nullable(),
  /** The place by the settings that are in force; null: it is not in that list. */
  rankInForce: z.int().min(1).nullable(),
  isPinned: z.boolean(),
  id: documentIdSchema,
  views: countSchema,
  comments: countSchema,
  reactions: countSchema,
  score: bigCountSchema,
  /** The newest day first. */
  terms: z.array(termSchema),
  /** Thirty days, the oldest first, also those on which nothing was read. */
  last30: z.array(z.strictObject({ day: localDaySchema, views: countSchema })),
});

export type DeskEntry = z.infer<typeof entrySchema>;

const listSchema = z.strictObject({
  /** Null: what was read in all languages together. */
  language: languageSchema.nullable(),
  /** The local day for which it is ranked. */
  day: localDaySchema,
  firstDay: localDaySchema,
  entries: z.array(entrySchema),
  /** What is in the list by the settings in force and not in this one. */
  dropped: z.array(z.strictObject({ id: documentIdSchema, rankInForce: z.int().min(1) })),
});

export type DeskList = z.infer<typeof listSchema>;

const decisionSchema = z.strictObject({
  release: documentIdSchema,
  reason: z.string().nullable(),
  by: z.string(),
  at: instantSchema,
});

export type Decision = z.infer<typeof decisionSchema>;

const titledSchema = z.strictObject({ language: languageSchema, title: z.string(), address: z.url().nullable() });

/** A release by the titles that it has; one that is not published any more by the last that it had. */
const namedReleaseSchema = z.strictObject({
  id: documentIdSchema,
  state: z.enum(['published', 'withdrawn', 'gone']),
  versions: z.array(titledSchema),
});

export type NamedRelease = z.infer<typeof namedReleaseSchema>;

const collectedSchema = collectionSchema.shape.days.element.extend({ source: countSourceSchema });

export type CollectedDay = z.infer<typeof collectedSchema>;

/** What the page "Popular" shows. */
export const popularDeskSchema = z.strictObject({
  /** The office's day. */
  today: localDaySchema,
  /** The newest day that was counted; null: nothing was. */
  rankedFor: localDaySchema.nullable(),
  inForce: popularSettingsSchema,
  /** By which the lists are computed: those in force, or others that somebody tries. */
  asked: popularSettingsSchema,
  choices: z.strictObject({
    /** Names what is decided: another name, other decisions. */
    revision: z.string(),
    pins: z.array(decisionSchema),
    exclusions: z.array(decisionSchema),
  }),
  /** Since when, and by whom, the lists stand still for readers; null: they do not. */
  silence: z.strictObject({ since: instantSchema, by: z.string() }).nullable(),
  /** Whether the person who asks may decide anything here. */
  mayDecide: z.boolean(),
  /** As readers get them, or as they would if the lists did not stand still: all languages together, then each. */
  lists: z.array(listSchema),
  /** All that are named here. */
  releases: z.array(namedReleaseSchema),
  /** What counters said of their work on the last thirty days, the newest first. */
  collections: z.array(collectedSchema),
});

export type PopularDesk = z.infer<typeof popularDeskSchema>;

/** Releases to choose from, by a part of their titles. */
export const foundReleasesSchema = z.strictObject({ releases: z.array(namedReleaseSchema) });
