import { z } from 'zod';
import { documentIdSchema } from './document.ts';
import { instantSchema, localDay } from './local-time.ts';

const releasesSchema = (most: number) =>
  z
    .array(documentIdSchema)
    .max(most)
    .refine((ids) => new Set(ids).size === ids.length, { message: 'a release is named twice' });

/** What the office decided about the lists of what is read most, apart from the releases themselves. */
export const popularChoicesSchema = z
  .strictObject({
    /** The releases that stand first, whatever was read, in this order. */
    pins: releasesSchema(10),
    /** The releases that no list has. */
    exclusions: releasesSchema(200),
    /** Since when the lists stand still, as the law may ask before a vote; null: they do not. */
    silentSince: instantSchema.nullable(),
  })
  .refine(({ pins, exclusions }) => pins.every((id) => !exclusions.includes(id)), {
    message: 'a release is pinned and excluded',
  });

export type PopularChoices = z.infer<typeof popularChoicesSchema>;

/** The feed's identifier of the choices: there is one document of them. */
export const popularChoicesId = 'popular';

/** Where nobody decided anything. */
export const noChoices: PopularChoices = { pins: [], exclusions: [], silentSince: null };

/** The last local day for which lists may be ranked: that of the site, or while they stand still that on which this began. */
export function lastRankedDay(asOf: string, { silentSince = null }: Partial<PopularChoices>): string {
  const stopped = silentSince === null ? asOf : localDay(silentSince);
  return stopped < asOf ? stopped : asOf;
}
