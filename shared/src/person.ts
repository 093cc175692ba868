import { z } from 'zod';
import { optionalTextSchema, textSchema } from './document.ts';

/** Somebody by name, and what they are. */
export const personSchema = z.strictObject({ name: textSchema, role: optionalTextSchema });

export type Person = z.infer<typeof personSchema>;
