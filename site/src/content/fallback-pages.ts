import { isDirectoryType } from '@newsroom/shared/directory';
import type { FeedData, FeedEntry } from '@newsroom/shared/feed';
import { type Language, languages } from '@newsroom/shared/languages';
import { releasePath } from '@newsroom/shared/permalink';
import type { SiteSettings } from '@newsroom/shared/site-settings';
import { type DirectoryVersion, hasTexts, sourceOf } from './directory-entry.ts';
import { type AddressedType, sluggedPath } from './document-path.ts';

/** A page of a document in a language in which it has no address of its own, at the slug of the text that is shown there. */
export interface FallbackPage {
  type: AddressedType;
  id: string;
  language: Language;
  textLanguage: Language;
  path: string;
}

/** A version of any document, with what addresses are made of where it has pages. */
export type AddressedVersion = FeedEntry | TextVersion<'press-release'>;

/**
 * The pages that a document wants besides those of its own texts. An address that a translated document has stays with
 * that one; of several documents that are not translated, the one with the smallest id gets it.
 *
 * @param versions all versions of the document that are shown
 */
export function fallbackPages(
  versions: readonly AddressedVersion[],
  policy: SiteSettings['missingTranslations'],
): FallbackPage[] {
  const type = versions[0]?.type;
  if (type === undefined) return [];
  // All are of the first one's type.
  if (isDirectoryType(type)) return directoryPages(versions as readonly DirectoryVersion<typeof type>[]);
  if (policy !== 'show') return [];
  if (type === 'press-release') return textPages(versions as readonly TextVersion<typeof type>[], releasePathOf);
  if (type === 'page') return textPages(versions as readonly TextVersion<typeof type>[], staticPathOf);
  return [];
}

/** A version of what is shown as a whole, as far as addresses are made of it. */
interface TextVersion<T extends 'press-release' | 'page'> {
  type: T;
  id: string;
  language: Language;
  data: Pick<FeedData<T>, 'slug' | Extract<keyof FeedData<T>, 'addressMonth'>>;
}

/** A document of the directory has a page in every language. */
function directoryPages(versions: readonly DirectoryVersion<'event' | 'delegation' | 'observer-organisation'>[]): FallbackPage[] {
  const source = sourceOf(versions);
  if (source?.data.slug == null) return []; // a fault, which `namelessEntries` tells
  const { type, id } = source;
  const { slug } = source.data;
  return languages.flatMap((language) => {
    const own = versions.find((version) => version.language === language);
    if (own?.data.slug != null) return [];
    const textLanguage = own !== undefined && hasTexts(type, own.data) ? language : source.language;
    return [{ type, id, language, textLanguage, path: sluggedPath(type, language, slug) }];
  });
}

/** A text that is shown as a whole has a page in every language, in the first language of the site that it has. */
function textPages<T extends 'press-release' | 'page'>(
  versions: readonly TextVersion<T>[],
  pathOf: (language: Language, original: TextVersion<T>) => string,
): FallbackPage[] {
  const inLanguage = (language: Language) => versions.find((version) => version.language === language);
  const original = languages.flatMap((language) => inLanguage(language) ?? [])[0];
  if (original === undefined) return [];
  const { type, id, language: textLanguage } = original;
  return languages
    .filter((language) => inLanguage(language) === undefined)
    .map((language) => ({ type, id, language, textLanguage, path: pathOf(language, original) }));
}

function releasePathOf(language: Language, { data }: TextVersion<'press-release'>): string {
  return releasePath(language, data.addressMonth, data.slug);
}

function staticPathOf(language: Language, { data }: TextVersion<'page'>): string {
  return sluggedPath('page', language, data.slug);
}
