import { defaultLanguage, type Language, languages } from '@newsroom/shared/languages';
import { homePath, rootPath } from '@newsroom/shared/permalink';
import type { AddressedType } from '../content/document-path.ts';
import type { Snapshot } from '../content/snapshot.ts';

/** The pages that say the same in other languages, the page itself included: only those that exist. */
export interface Alternates {
  /** Those that search engines are told of (`hreflang`): each has texts of its own. */
  paths: Partial<Record<Language, string>>;
  /** Where readers of none of these languages are sent (`x-default`); undefined where there are no pages. */
  default: string | undefined;
  /** Where the language switch leads: pages that show another language's text included. */
  shown: Partial<Record<Language, string>>;
}

/** What a page without counterparts has. */
export const noAlternates: Alternates = { paths: {}, default: undefined, shown: {} };

/** The alternates of pages that stand at these paths. */
export function alternatesAt(paths: Partial<Record<Language, string>>, shown = paths): Alternates {
  const first = languages.find((language) => paths[language] !== undefined);
  return { paths, default: paths[defaultLanguage] ?? (first === undefined ? undefined : paths[first]), shown };
}

/** The alternates of a page that exists in every language. */
export function alternatesInAll(pathIn: (language: Language) => string): Alternates {
  return alternatesAt(Object.fromEntries(languages.map((language) => [language, pathIn(language)])));
}

/** The alternates of a document's page: its versions. A page that only repeats another one's text has none. */
export function alternatesOfDocument(
  snapshot: Snapshot,
  { type, id, original }: { type: AddressedType; id: string; original?: string | undefined },
): Alternates {
  const shown = snapshot.allPaths(type, id);
  return original === undefined ? alternatesAt(snapshot.paths(type, id), shown) : { ...noAlternates, shown };
}

/** The alternates of the home pages: the page that lists the languages is for everybody else. */
export function alternatesOfHome(): Alternates {
  return { ...alternatesInAll(homePath), default: rootPath };
}
