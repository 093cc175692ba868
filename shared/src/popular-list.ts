import { z } from 'zod';
import { documentIdSchema, textSchema } from './document.ts';
import { languageSchema } from './languages.ts';
import { localDaySchema } from './local-time.ts';
import { outsideListSchema } from './outside-list.ts';
import { popularSettingsSchema } from './site-settings.ts';

const countSchema = z.int().min(0);
/** An integer that may be larger than JSON's numbers can hold exactly, in decimal digits. */
const bigCountSchema = z.string().regex(/^\d+$/);

/** One ranking: of which days, by which weights, and what came out. */
const rankingShape = {
  /** The local day for which the ranking was made: older than `asOf` where newer counts are missing. */
  rankedFor: localDaySchema,
  firstDay: localDaySchema,
  weights: z.array(z.strictObject({ age: countSchema, weight: bigCountSchema })),
  entries: z.array(
    z.strictObject({
      rank: countSchema,
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
};

/** `popular.json`: the list with all that it was computed from, so that anyone can compute it again. */
export const popularListSchema = z.strictObject({
  language: languageSchema,
  /** The local day for which the site was made. */
  asOf: localDaySchema,
  settings: popularSettingsSchema.omit({ size: true }),
  /** Over all languages together. */
  ...rankingShape,
  /** Over what was read in this language alone. */
  inLanguage: z.strictObject(rankingShape),
  /** Lists that others computed, as they came. */
  outside: z.array(outsideListSchema),
});

export type PopularList = z.infer<typeof popularListSchema>;
