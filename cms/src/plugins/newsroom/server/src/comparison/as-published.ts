import type { Json } from '@newsroom/shared/canonical-json';
import { mediaFileSchema } from '@newsroom/shared/media';
import type { VersionData } from '../services/published';

/**
 * What the log should have of a version, from what it has and what the database has of it at this moment. Files, and
 * the related releases, are left as they were published: a file that was replaced in the media library since, or a
 * relation that Strapi dropped because its target is a draft, reaches readers when an editor publishes.
 */
export function asPublished(logged: VersionData, current: VersionData): VersionData {
  const settled = settle(logged, current) as VersionData;
  const sameText = bare(logged.body) === bare(current.body);
  return {
    ...settled,
    ...('body' in current && sameText ? pick(logged, ['body', 'embedded']) : pick(current, ['body', 'embedded'])),
    ...pick(logged, ['related']),
  };
}

/** The current value, with the logged file wherever both have one at the same place. */
function settle(logged: Json | undefined, current: Json): Json {
  if (isFile(logged) && isFile(current)) return logged;
  if (Array.isArray(logged) && Array.isArray(current)) return current.map((one, place) => settle(logged[place], one));
  if (isObject(logged) && isObject(current)) {
    return Object.fromEntries(Object.entries(current).map(([name, value]) => [name, settle(logged[name], value as Json)]));
  }
  return current;
}

function isFile(value: Json | undefined): value is { readonly [key: string]: Json | undefined } {
  return mediaFileSchema.safeParse(value).success;
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json | undefined } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text without which files it names. */
function bare(body: Json | undefined): Json | undefined {
  return typeof body === 'string' ? body.replace(/media:[0-9a-f]{64}/g, 'media:') : body;
}

function pick(data: VersionData, fields: string[]): VersionData {
  return Object.fromEntries(fields.flatMap((field) => (data[field] === undefined ? [] : [[field, data[field]]])));
}
