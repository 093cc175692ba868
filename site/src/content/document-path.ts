import type { DirectoryType } from '@newsroom/shared/directory';
import type { Language } from '@newsroom/shared/languages';
import { delegationPath, eventPath, organisationPath, staticPagePath } from '@newsroom/shared/permalink';

/** The types whose documents stand below a section of the site by their slug alone. */
export type SluggedType = DirectoryType | 'page';

/** The types whose documents have a page of their own. */
export type AddressedType = SluggedType | 'press-release';

const paths: Record<SluggedType, (language: Language, slug: string) => string> = {
  delegation: delegationPath,
  'observer-organisation': organisationPath,
  event: eventPath,
  page: staticPagePath,
};

/** The path of a document's page in a language. */
export function sluggedPath(type: SluggedType, language: Language, slug: string): string {
  return paths[type](language, slug);
}
