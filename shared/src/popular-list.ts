import { z } from 'zod';
import { documentIdSchema, textSchema } from './document.ts';
import { languageSchema } from './languages.ts';
import { localDaySchema } from './local-time.ts';
import { popularSettingsSchema } from './site-settings.ts';

const countSchema = z.int().min(0);
/** An integer that may be larger than JSON's numbers can hold exactly, in decimal digits. */
const bigCountSchema = z.string().regex(/^\d+$/);

/** `popular.json`: the list with all that it was computed from, so that anyone can compute it again. */
export const popularListSchema = z.strictObject({
  language: languageSchema,
  /** The local day for which the site was made. */
  asOf: localDaySchema,
  /** The local day for which the ranking was made: older than `asOf` where newer counts are missing. */
  rankedFor: localDaySchema,
  firstDay: localDaySchema,
  settings: popularSettingsSchema.omit({ size: true }),
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
});

export type PopularList = z.infer<typeof popularListSchema>;

/** A row of a popular list that somebody else computed, kept as it came. */
export const outsideListRowSchema = z.strictObject({
  rank: z.int().min(1),
  title: textSchema,
  views: countSchema,
  comments: countSchema,
  reactions: countSchema,
});

export type OutsideListRow = z.infer<typeof outsideListRowSchema>;
