import { z } from 'zod';
import { documentIdSchema } from './document.ts';
import { languageSchema } from './languages.ts';
import { instantSchema, localDaySchema, localMonthSchema } from './local-time.ts';

/*
 * What a site publishes for those who count its readers, and for those who compute its lists again: which address
 * belongs to which release, and what was counted on each day.
 */

/** `/readership/index.json`: what else there is. */
export const readershipIndexSchema = z.strictObject({
  readership: z.literal('newsroom'),
  version: z.literal(1),
  /** The time zone whose days are counted. */
  timeZone: z.string(),
  /** The months of releases' addresses, each with a file of its own. */
  months: z.array(localMonthSchema),
  /** The days that were counted, each with a file of its own. */
  days: z.array(localDaySchema),
});

export type ReadershipIndex = z.infer<typeof readershipIndexSchema>;

/** `/readership/addresses/2026-11.json`: the releases of a month of addresses. */
export const addressesOfMonthSchema = z.strictObject({
  month: localMonthSchema,
  releases: z.array(
    z.strictObject({
      id: documentIdSchema,
      publicSince: instantSchema,
      /** Withdrawn releases are counted, and not ranked. */
      isWithdrawn: z.boolean(),
      /** Its pages: one in each language in which readers find it, translated or not. */
      addresses: z.array(z.strictObject({ language: languageSchema, path: z.string() })),
    }),
  ),
});

export type AddressesOfMonth = z.infer<typeof addressesOfMonthSchema>;

/** `/readership/addresses/moved.json`: the addresses that releases have left, with whose they were. */
export const movedAddressesSchema = z.strictObject({
  moved: z.array(z.strictObject({ path: z.string(), id: documentIdSchema, language: languageSchema })),
});

export type MovedAddresses = z.infer<typeof movedAddressesSchema>;

/** The columns of `/readership/days/2026-11-27.csv`: one row per release and language, by release, then language. */
export const countedDayColumns = ['release', 'language', 'views', 'comments', 'reactions'] as const;
