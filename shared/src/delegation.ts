import { z } from 'zod';
import { optionalTextSchema, textSchema, websiteSchema } from './document.ts';
import { slugSchema } from './slug.ts';

const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** ISO 3166-1 alpha-2, of a country that has a name. (`ZZ` is the name of none.) */
export const countryCodeSchema = z
  .string()
  .regex(/^[A-Z]{2}$/, { abort: true })
  .refine((code) => code !== 'ZZ' && countries.of(code) !== undefined, 'is no country');

/** One language version of a foreign election body's delegation. */
export const delegationSchema = z.strictObject({
  countryCode: countryCodeSchema,
  slug: slugSchema,
  electionBody: textSchema,
  description: optionalTextSchema,
  website: websiteSchema,
});

export type Delegation = z.infer<typeof delegationSchema>;
