import { z } from 'zod';
import { optionalTextSchema, textSchema, websiteSchema } from './document.ts';
import { slugSchema } from './slug.ts';

/** ISO 3166-1 alpha-2. */
export const countryCodeSchema = z.string().regex(/^[A-Z]{2}$/);

/** One language version of a foreign election body's delegation. */
export const delegationSchema = z.strictObject({
  countryCode: countryCodeSchema,
  slug: slugSchema,
  electionBody: textSchema,
  description: optionalTextSchema,
  website: websiteSchema,
});

export type Delegation = z.infer<typeof delegationSchema>;
