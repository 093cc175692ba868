import { z } from 'zod';
import { documentIdSchema } from './document.ts';
import { languageSchema } from './languages.ts';
import { localDaySchema } from './local-time.ts';

/** At most what a database's integer holds. */
export const largestCount = 2_147_483_647;

const countSchema = z.int().min(0).max(largestCount);

/** What one release got in one language on one local day, over all sources. */
export const dailyMetricsSchema = z.strictObject({
  release: documentIdSchema,
  day: localDaySchema,
  views: countSchema,
  comments: countSchema,
  reactions: countSchema,
});

export type DailyMetrics = z.infer<typeof dailyMetricsSchema>;

/** The feed's identifier of a row of metrics. @example ('abc', '2022-06-05') // => 'abc@2022-06-05' */
export function dailyMetricsId(release: string, day: string): string {
  return `${release}@${day}`;
}

/** The name of what counts: `access-log`, `comments`, … */
export const countSourceSchema = z.string().regex(/^[a-z0-9-]{1,40}$/);

/** What a counter sends to the CMS: one source's counts, replacing what it sent before for the same row. */
export const metricsImportSchema = z.strictObject({
  source: countSourceSchema,
  rows: z
    .array(dailyMetricsSchema.extend({ language: languageSchema }))
    .min(1)
    // What fits into one request; a counter with more sends several.
    .max(2000)
    .refine((rows) => new Set(rows.map((row) => `${row.release} ${row.language} ${row.day}`)).size === rows.length, {
      message: 'two rows are about the same release, language and day',
    }),
});

export type MetricsImport = z.infer<typeof metricsImportSchema>;
