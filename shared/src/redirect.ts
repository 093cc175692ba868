import { z } from 'zod';

/**
 * A page's path on the site, as `permalink.ts` makes them: from the root, with a slash at the end. Its parts become
 * names of folders, which no file system lets be much longer.
 */
export const pagePathSchema = z
  .string()
  .max(500)
  .regex(/^\/(?:[a-z0-9-]{1,200}\/)+$/);

/** What is answered at an address that a page has left. */
export const redirectSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('moved'), from: pagePathSchema, to: pagePathSchema }),
  z.strictObject({ kind: z.literal('gone'), from: pagePathSchema, to: z.null() }),
]);

export type Redirect = z.infer<typeof redirectSchema>;

export const redirectKinds = ['moved', 'gone'] as const satisfies readonly Redirect['kind'][];
