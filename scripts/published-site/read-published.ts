import { dailyMetricsSchema } from '@newsroom/shared/daily-metrics';
import { languageSchema } from '@newsroom/shared/languages';
import { countedDayColumns } from '@newsroom/shared/readership';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { Failure } from '../machine/failure.ts';
import type { PublishedSite } from './published-site.ts';

/** A published file of JSON. @throws Failure naming the file and the first thing in it that is wrong */
export async function readJson<T>(site: PublishedSite, file: string, schema: z.ZodType<T>): Promise<T> {
  return checked(file, schema, jsonOf(file, await site.read(file)));
}

/** The same; undefined where there is no such file. */
export async function findJson<T>(site: PublishedSite, file: string, schema: z.ZodType<T>): Promise<T | undefined> {
  const text = await site.find(file);
  return text === undefined ? undefined : checked(file, schema, jsonOf(file, text));
}

export type CountedRow = z.infer<typeof rowSchema>;

const countSchema = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

const rowSchema = z.strictObject({
  release: dailyMetricsSchema.shape.release,
  language: languageSchema,
  views: countSchema,
  comments: countSchema,
  reactions: countSchema,
});

/** The rows of a counted day's file. @throws Failure naming the file and the first thing in it that is wrong */
export async function readCountedDay(site: PublishedSite, file: string): Promise<CountedRow[]> {
  const [head, ...lines] = recordsOf(file, await site.read(file));
  if (head?.join() !== countedDayColumns.join())
    throw new Failure(`${file} is not as it should be: its first line is not ${countedDayColumns.join()}.`);
  const rows = lines.map((line) => Object.fromEntries(countedDayColumns.map((column, at) => [column, line[at]])));
  return checked(file, z.array(rowSchema), rows);
}

/** Each with as many fields as the first. */
function recordsOf(file: string, text: string): string[][] {
  try {
    return parse(text);
  } catch (error) {
    throw new Failure(`${file} is no CSV: ${(error as Error).message}.`);
  }
}

function jsonOf(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Failure(`${file} is no JSON: ${(error as Error).message}.`);
  }
}

function checked<T>(file: string, schema: z.ZodType<T>, value: unknown): T {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const [issue] = error.issues;
  throw new Failure(`${file} is not as it should be: ${issue?.path.join('.') || 'it'}: ${issue?.message}.`);
}
