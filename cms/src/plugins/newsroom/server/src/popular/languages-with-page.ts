import { type Language, languages } from '@newsroom/shared/languages';
import { releasePath } from '@newsroom/shared/permalink';
import type { SiteSettings } from '@newsroom/shared/site-settings';

/** A published version of a release, as far as its address is made of it. */
export interface AddressedVersion {
  id: string;
  language: Language;
  month: string;
  slug: string;
}

/**
 * The languages in which each release has a page on the site. Where what is not translated is shown, a release stands in
 * the other languages at the address of the first language that it has, unless a release that is translated has that address,
 * or one with a smaller identifier that is not translated either.
 *
 * @param versions all of the releases, and all of those that have a version with one of their addresses in whatever language
 */
export function languagesWithPage(
  versions: readonly AddressedVersion[],
  policy: SiteSettings['missingTranslations'],
): Map<string, Set<Language>> {
  const byRelease = Map.groupBy(versions, ({ id }) => id);
  const pages = new Map([...byRelease].map(([id, own]) => [id, new Set(own.map(({ language }) => language))]));
  if (policy !== 'show') return pages;
  const taken = new Set(versions.map((version) => pathIn(version.language, version)));
  for (const id of [...byRelease.keys()].sort()) {
    for (const language of wanted(pages.get(id))) {
      const path = pathIn(language, original(byRelease.get(id) ?? []));
      if (taken.has(path)) continue;
      taken.add(path);
      pages.get(id)?.add(language);
    }
  }
  return pages;
}

function wanted(has: Set<Language> | undefined): Language[] {
  return languages.filter((language) => !has?.has(language));
}

function original(versions: AddressedVersion[]): AddressedVersion {
  return versions.toSorted((a, b) => languages.indexOf(a.language) - languages.indexOf(b.language))[0] as AddressedVersion;
}

function pathIn(language: Language, { month, slug }: AddressedVersion): string {
  return releasePath(language, month, slug);
}
