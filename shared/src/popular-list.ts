import { z } from 'zod';
import { documentIdSchema, textSchema } from './document.ts';
import { languageSchema } from './languages.ts';
import { localDaySchema } from './local-time.ts';
import { outsideListSchema } from './outside-list.ts';
import { popularChoicesSchema } from './popular-choices.ts';
import { popularPeriodSchema, popularRuleSchema } from './popular-rule.ts';

const countSchema = z.int().min(0);

/** An integer that may be larger than JSON's numbers can hold exactly, in decimal digits. */
export const bigCountSchema = z.string().regex(/^\d+$/);

/** So many entries of the office's own list stand beside other content. */
export const teaserSize = 5;

/** One ranking: of which days, by which weights, and what came out. */
export const popularRankingSchema = z.strictObject({
  /** The local day for which the ranking was made: older than `asOf` where newer counts are missing. */
  rankedFor: localDaySchema,
  firstDay: localDaySchema,
  weights: z.array(z.strictObject({ age: countSchema, weight: bigCountSchema })),
  entries: z.array(
    z.strictObject({
      rank: countSchema,
      /** The place in the list of the day before; null: it was not in it. */
      rankBefore: countSchema.nullable(),
      /** Whether it stands where it does because the office put it there. */
      isPinned: z.boolean(),
      id: documentIdSchema,
      title: textSchema,
      titleLanguage: languageSchema,
      url: z.url(),
      views: countSchema,
      comments: countSchema,
      reactions: countSchema,
      score: bigCountSchema,
    }),
  ),
});

/** `popular.json`: a list with all that it was computed from, so that anyone can compute it again. */
export const popularListSchema = z.strictObject({
  language: languageSchema,
  period: popularPeriodSchema,
  /** The local day for which the site was made. */
  asOf: localDaySchema,
  rule: popularRuleSchema,
  choices: popularChoicesSchema,
  /** Over all languages together. */
  together: popularRankingSchema,
  /** Over what was read in this language alone. */
  inLanguage: popularRankingSchema,
  /** Lists that others computed, as they came. */
  outside: z.array(outsideListSchema),
});

export type PopularList = z.infer<typeof popularListSchema>;
