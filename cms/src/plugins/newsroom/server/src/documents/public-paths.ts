import { isDirectoryType } from '@newsroom/shared/directory';
import { type Language, languages } from '@newsroom/shared/languages';
import { delegationPath, eventPath, organisationPath, releasePath, staticPagePath } from '@newsroom/shared/permalink';
import type { VersionData, Versions } from '../services/published';
import type { DocumentType } from './act';

/** The types whose documents have a page of their own. */
export const addressedTypes = ['press-release', 'page', 'event', 'delegation', 'observer-organisation'] as const;

/**
 * The version whose slug a document has in a language: its own, or the one that it falls back to. A directory entry
 * falls back to its source language, a release that is not translated to the first of its languages, a page to none.
 */
export function addressedVersion(type: DocumentType, language: Language, versions: Versions): VersionData | undefined {
  const own = versions.get(language);
  if (isDirectoryType(type)) return own === undefined || own.slug ? own : versions.get(own.sourceLanguage as Language);
  if (own !== undefined || type !== 'press-release') return own;
  return languages.map((one) => versions.get(one)).find((version) => version !== undefined);
}

/** The path at which a document's published versions stand in a language; undefined where they have none. */
export function publicPath(type: DocumentType, language: Language, versions: Versions): string | undefined {
  const version = addressedVersion(type, language, versions);
  if (version === undefined || typeof version.slug !== 'string') return undefined;
  switch (type) {
    case 'press-release':
      return releasePath(language, String(version.addressMonth), version.slug);
    case 'page':
      return staticPagePath(language, version.slug);
    case 'event':
      return eventPath(language, version.slug);
    case 'delegation':
      return delegationPath(language, version.slug);
    case 'observer-organisation':
      return organisationPath(language, version.slug);
    default:
      return undefined;
  }
}
