import { isLanguage, type Language } from '@newsroom/shared/languages';
import type { NamedRelease, PopularDesk } from '@newsroom/shared/popular-desk';

type Titled = NamedRelease['versions'][number];

/** A release's title in a language, or else in the first that it has; undefined where the CMS knows none. */
export function titleIn(release: NamedRelease | undefined, language: Language): Titled | undefined {
  return release?.versions.find((version) => version.language === language) ?? release?.versions[0];
}

/** The language in which titles are read: a list's own, or else that of the admin. @param locale the admin's */
export function readingLanguage(language: Language | null, locale: string): Language {
  return language ?? (isLanguage(locale) ? locale : 'ru');
}

export function releaseOf(desk: Pick<PopularDesk, 'releases'>, id: string): NamedRelease | undefined {
  return desk.releases.find((release) => release.id === id);
}
