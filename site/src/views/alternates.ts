import { defaultLanguage, type Language, languages } from '@newsroom/shared/languages';
import { homePath, rootPath } from '@newsroom/shared/permalink';
import type { AddressedType } from '../content/document-path.ts';
import type { Snapshot } from '../content/snapshot.ts';

/** The pages that say the same in other languages, the page itself included: only those that exist. */
export interface Alternates {
  paths: Partial<Record<Language, string>>;
  /** Where readers of none of these languages are sent (`x-default`); undefined where there are no pages. */
  default: string | undefined;
}

/** The alternates of pages that stand at these paths. */
export function alternatesAt(paths: Partial<Record<Language, string>>): Alternates {
  const first = languages.find((language) => paths[language] !== undefined);
  return { paths, default: paths[defaultLanguage] ?? (first === undefined ? undefined : paths[first]) };
}

/** The alternates of a page that exists in every language. */
export function alternatesInAll(pathIn: (language: Language) => string): Alternates {
  return alternatesAt(Object.fromEntries(languages.map((language) => [language, pathIn(language)])));
}

/** The alternates of a document's page: its versions. */
export function alternatesOfDocument(snapshot: Snapshot, document: { type: AddressedType; id: string }): Alternates {
  return alternatesAt(snapshot.paths(document.type, document.id));
}

/** The alternates of the home pages: the page that lists the languages is for everybody else. */
export function alternatesOfHome(): Alternates {
  return { ...alternatesInAll(homePath), default: rootPath };
}
