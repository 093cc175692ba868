import { z } from 'zod';
import { countryCodeSchema } from './delegation.ts';
import { directoryShape } from './directory.ts';
import { optionalTextSchema, textSchema, websiteSchema } from './document.ts';
import { pictureFileSchema } from './media.ts';

export const organisationKinds = [
  'intergovernmental',
  'parliamentary-assembly',
  'parliament',
  'non-governmental',
  'other',
] as const;

export const organisationKindSchema = z.enum(organisationKinds);

/** One language version of an organisation or parliament that sends observers. */
export const observerOrganisationSchema = z.strictObject({
  ...directoryShape,
  acronym: optionalTextSchema,
  name: optionalTextSchema,
  kind: organisationKindSchema,
  /** The country of its seat. */
  seatCountry: countryCodeSchema.nullable(),
  /** Other names under which it is known and searched. */
  aliases: z.array(textSchema),
  description: optionalTextSchema,
  logo: pictureFileSchema.nullable(),
  website: websiteSchema,
});

export type ObserverOrganisation = z.infer<typeof observerOrganisationSchema>;
