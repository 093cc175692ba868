import { z } from 'zod';
import { directoryShape } from './directory.ts';
import { optionalTextSchema } from './document.ts';
import { localDaySchema } from './local-time.ts';

export const eventKinds = ['referendum', 'presidential', 'parliamentary', 'local'] as const;
export const eventPhases = ['upcoming', 'under-way', 'closed'] as const;

export const eventKindSchema = z.enum(eventKinds);
export const eventPhaseSchema = z.enum(eventPhases);

/** One language version of an election or referendum. */
export const eventSchema = z.strictObject({
  ...directoryShape,
  name: optionalTextSchema,
  kind: eventKindSchema,
  votingDay: localDaySchema,
  summary: optionalTextSchema,
  phase: eventPhaseSchema,
});

export type Event = z.infer<typeof eventSchema>;
