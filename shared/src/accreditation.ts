import { z } from 'zod';
import { documentIdSchema } from './document.ts';
import { localDaySchema } from './local-time.ts';

/** The life of an application: applied for, then accredited or refused; what was accredited may be withdrawn. */
export const accreditationStages = ['applied', 'accredited', 'refused', 'withdrawn'] as const;

export const accreditationStageSchema = z.enum(accreditationStages);

/** How many observers a delegation or an organisation had for a vote on a day. A later day is a new row. */
export const accreditationSchema = z
  .strictObject({
    event: documentIdSchema,
    delegation: documentIdSchema.nullable(),
    observerOrganisation: documentIdSchema.nullable(),
    observers: z.int().min(0).max(100_000),
    stage: accreditationStageSchema,
    asOf: localDaySchema,
  })
  .refine(({ delegation, observerOrganisation }) => (delegation === null) !== (observerOrganisation === null), {
    message: 'is about either a delegation or an observer organisation',
    path: ['delegation'],
  });

export type Accreditation = z.infer<typeof accreditationSchema>;
