import { z } from 'zod';
import { directoryShape } from './directory.ts';
import { optionalTextSchema, textSchema, websiteSchema } from './document.ts';
import { pictureFileSchema } from './media.ts';
import { personSchema } from './person.ts';

const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** ISO 3166-1 alpha-2, of a country that has a name. (`ZZ` is the name of none.) */
export const countryCodeSchema = z
  .string()
  .regex(/^[A-Z]{2}$/, { abort: true })
  .refine((code) => code !== 'ZZ' && countries.of(code) !== undefined && isCurrent(code), 'is no country');

/** Withdrawn codes have names, too: `DD` is called Germany like `DE`, into which it is turned here. */
function isCurrent(code: string): boolean {
  return Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
}

/** One language version of a foreign election body's delegation. */
export const delegationSchema = z.strictObject({
  ...directoryShape,
  countryCode: countryCodeSchema,
  electionBody: optionalTextSchema,
  head: personSchema.nullable(),
  members: z.array(personSchema),
  /** Other names under which it is known and searched. */
  aliases: z.array(textSchema),
  description: optionalTextSchema,
  logo: pictureFileSchema.nullable(),
  website: websiteSchema,
});

export type Delegation = z.infer<typeof delegationSchema>;
