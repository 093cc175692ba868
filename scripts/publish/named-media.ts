import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileDigestSchema } from '@newsroom/shared/media';

/** A file that a feed names, and the document that does first. */
export interface NamedFile {
  sha256: string;
  /** @example 'the field "cover.file" of press-release abc, in ru' */
  use: string;
}

/** The files that a feed names. Whether the feed is good is not judged here: a line that cannot be read names none. */
export async function namedMedia(feed: string): Promise<NamedFile[]> {
  const named = new Map<string, NamedFile>();
  for await (const line of createInterface({ input: createReadStream(feed), crlfDelay: Number.POSITIVE_INFINITY })) {
    for (const file of filesOfLine(line)) if (!named.has(file.sha256)) named.set(file.sha256, file);
  }
  return [...named.values()];
}

function filesOfLine(line: string): NamedFile[] {
  if (!line.includes('"sha256"')) return [];
  try {
    const { type, id, language, data } = JSON.parse(line) as Record<string, unknown>;
    const document = `${type} ${id}${typeof language === 'string' ? `, in ${language}` : ''}`;
    return digestsIn(data, []).map(({ sha256, field }) => ({ sha256, use: `the field "${field}" of ${document}` }));
  } catch {
    return [];
  }
}

function digestsIn(value: unknown, path: readonly string[]): { sha256: string; field: string }[] {
  if (value === null || typeof value !== 'object') return [];
  if ('sha256' in value) {
    const digest = fileDigestSchema.safeParse(value.sha256);
    return digest.success ? [{ sha256: digest.data, field: path.join('.') }] : [];
  }
  return Object.entries(value).flatMap(([key, member]) => digestsIn(member, [...path, key]));
}
