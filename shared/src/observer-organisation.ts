import { z } from 'zod';
import { optionalTextSchema, textSchema, websiteSchema } from './document.ts';
import { slugSchema } from './slug.ts';

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
  acronym: optionalTextSchema,
  name: textSchema,
  slug: slugSchema,
  kind: organisationKindSchema,
  description: optionalTextSchema,
  website: websiteSchema,
});

export type ObserverOrganisation = z.infer<typeof observerOrganisationSchema>;
