import type { z } from 'zod';
import { type Language, languageSchema } from './languages.ts';
import { slugSchema } from './slug.ts';

/**
 * The types of the directory: what press releases speak of. A document of them has a version in every language of
 * the site from its creation; a text that nobody translated yet is null, and readers get the source language's.
 */
export const directoryTypes = ['event', 'delegation', 'observer-organisation'] as const;

export type DirectoryType = (typeof directoryTypes)[number];

/** The text that a document of the directory is called by. */
export const directoryNames = {
  event: 'name',
  delegation: 'electionBody',
  'observer-organisation': 'name',
} as const satisfies Record<DirectoryType, string>;

/** What every document of the directory has. */
export const directoryShape = {
  /** Null while the version has no name of its own: it then stands at the source language's slug. */
  slug: slugSchema.nullable(),
  /** The language in which the document was first entered: there it has a name and a slug. */
  sourceLanguage: languageSchema,
};

/** Whether a text is one of the directory's types. */
export function isDirectoryType(type: string): type is DirectoryType {
  return (directoryTypes as readonly string[]).includes(type);
}

/** A refinement: the version in the source language must have what the others fall back to. */
export function lacksSourceText(
  type: DirectoryType,
  language: Language,
  data: { sourceLanguage: z.infer<typeof languageSchema> } & Record<string, unknown>,
): string[] {
  if (language !== data.sourceLanguage) return [];
  return [directoryNames[type], 'slug'].filter((field) => data[field] === null);
}
