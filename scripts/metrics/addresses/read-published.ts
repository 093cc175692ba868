import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { Failure } from '../../machine/failure.ts';

/** How long a site may take to answer, in milliseconds. */
const patience = 30_000;

/**
 * Reads a file that a site publishes as JSON.
 *
 * @param site a folder that holds the site, or its address
 * @param file the file's path on the site
 * @throws Failure that says which file is missing, or is not what it should be
 */
export async function readPublished<T>(site: string, file: string, schema: z.ZodType<T>): Promise<T> {
  const place = isAddress(site) ? new URL(file, site).href : path.join(site, file);
  const text = isAddress(site) ? await download(place) : await read(place);
  const parsed = schema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Failure(`${place} is not what it should be: at ${issue?.path.join('.') || 'the top'}: ${issue?.message}.`);
}

function isAddress(site: string): boolean {
  return /^https?:\/\//.test(site);
}

async function read(place: string): Promise<string> {
  try {
    return await readFile(place, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Failure(
      `There is no ${place}: it says which address belongs to which release. Name a site that is drawn by this newsroom with --site, or make one live ("npm start").`,
    );
  }
}

async function download(place: string): Promise<string> {
  try {
    const response = await fetch(place, { signal: AbortSignal.timeout(patience) });
    if (response.ok) return await response.text();
    throw new Failure(`${place} was answered with status ${response.status}: it says which address belongs to which release.`);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`${place} cannot be reached: ${(error as Error).message}.`);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
