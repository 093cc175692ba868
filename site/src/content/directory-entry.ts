import { type DirectoryType, directoryNames } from '@newsroom/shared/directory';
import type { FeedData } from '@newsroom/shared/feed';
import { type Language, languages } from '@newsroom/shared/languages';
import { type AsTexts, asTexts } from './text.ts';

/** What is said of a document of the directory in words, each field translated or taken from the source language. */
const textFields = {
  event: ['name', 'summary'],
  delegation: ['electionBody', 'description', 'head', 'members', 'aliases'],
  'observer-organisation': ['name', 'acronym', 'description', 'aliases'],
} as const satisfies { [T in DirectoryType]: readonly (keyof FeedData<T>)[] };

type TextField<T extends DirectoryType> = (typeof textFields)[T][number] & keyof FeedData<T>;
type NameField<T extends DirectoryType> = (typeof directoryNames)[T];

/** The texts of a document of the directory, each marked with its language where that is not the page's. */
export type EntryTexts<T extends DirectoryType> = {
  [F in TextField<T>]: F extends NameField<T> ? AsTexts<string> : AsTexts<FeedData<T>[F]>;
};

/** A document of the directory as a page in a language shows it. */
export interface Entry<T extends DirectoryType> {
  type: T;
  id: string;
  /** The language of the page, whatever language the texts are in. */
  language: Language;
  /** The language of the version that the page is made from, as far as it goes. */
  version: Language;
  path: string;
  /** The page that says the same in the language of these texts, where none of them is in the page's own. */
  original: string | undefined;
  /** When what is shown of it was changed last. */
  at: string;
  /** What is the same in all languages. */
  data: Omit<FeedData<T>, TextField<T> | 'slug' | 'sourceLanguage'>;
  texts: EntryTexts<T>;
}

/** A version of a document of the directory, as the feed gave it. */
export interface DirectoryVersion<T extends DirectoryType> {
  type: T;
  id: string;
  language: Language;
  at: string;
  data: FeedData<T>;
}

/**
 * What a page in a language shows of a document: the texts of its own version, and where they are missing those of
 * the source language. A version that is missing as a whole is one without texts.
 *
 * @param versions all versions of the document
 * @param paths where it has pages, by language
 */
export function resolveEntry<T extends DirectoryType>(
  versions: readonly DirectoryVersion<T>[],
  language: Language,
  paths: Partial<Record<Language, string>>,
): Entry<T> | undefined {
  const own = versions.find((version) => version.language === language);
  const source = sourceOf(versions);
  const sourcePath = source && paths[source.language];
  if (source === undefined || sourcePath === undefined) return undefined;
  const { type, id } = source;
  const texts = textFields[type].map((field) => {
    const from = own !== undefined && isThere(own.data, field) ? own : source;
    return [field, asTexts(fieldOf(from.data, field), from.language === language ? undefined : from.language)] as const;
  });
  const foreign = own !== source && (own === undefined || !hasTexts(type, own.data));
  return {
    type,
    id,
    language,
    version: (own ?? source).language,
    path: paths[language] ?? sourcePath,
    original: foreign ? sourcePath : undefined,
    at: own === undefined || own.at < source.at ? source.at : own.at,
    data: (own ?? source).data,
    // Each field was made from the field of the same name.
    texts: Object.fromEntries(texts) as unknown as EntryTexts<T>,
  };
}

/** The version that the others fall back to: that of the source language, or where there is none the first that is complete. */
export function sourceOf<T extends DirectoryType>(versions: readonly DirectoryVersion<T>[]): DirectoryVersion<T> | undefined {
  const complete = versions.filter(({ type, data }) => data.slug !== null && fieldOf(data, directoryNames[type]) !== null);
  const inOrder = languages.flatMap((language) => complete.find((version) => version.language === language) ?? []);
  return inOrder.find(({ language, data }) => language === data.sourceLanguage) ?? inOrder[0];
}

/** Whether a version has any text of its own. */
export function hasTexts<T extends DirectoryType>(type: T, data: FeedData<T>): boolean {
  return textFields[type].some((field) => isThere(data, field));
}

function isThere(data: object, field: string): boolean {
  const value = fieldOf(data, field);
  return value !== null && !(Array.isArray(value) && value.length === 0);
}

/** A field of which only its type's own table knows that it is there. */
function fieldOf(data: object, field: string): unknown {
  return (data as Record<string, unknown>)[field];
}
