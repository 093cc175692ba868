import { describeLanguage, type Language, languages } from '@newsroom/shared/languages';
import type { Head } from './head.ts';

export interface MetaProperty {
  property: string;
  content: string;
}

/**
 * How a link to the page looks where it is shared, as Open Graph says it (https://ogp.me); nothing for a page
 * without an address.
 *
 * @param site the site's own address
 */
export function openGraph(head: Head, site: URL): MetaProperty[] {
  if (head.path === undefined) return [];
  const others = languages.filter((language) => language !== head.language && head.alternates.paths[language] !== undefined);
  const properties: [property: string, content: string | undefined][] = [
    ['og:title', head.title],
    ['og:type', head.subject.kind === 'article' ? 'article' : 'website'],
    ['og:url', new URL(head.canonical ?? head.path, site).href],
    ['og:site_name', head.siteName],
    ['og:description', head.description],
    ['og:locale', territorial(head.language)],
    ...others.map((language): [string, string] => ['og:locale:alternate', territorial(language)]),
    ['og:image', head.image && new URL(head.image.src, site).href],
    ['og:image:width', head.image && String(head.image.width)],
    ['og:image:height', head.image && String(head.image.height)],
    ['og:image:alt', head.image?.alt],
    ['article:published_time', head.subject.kind === 'article' ? head.subject.releasedAt : undefined],
    ['article:modified_time', head.subject.kind === 'article' ? head.subject.changedAt : undefined],
  ];
  return properties.flatMap(([property, content]) => (content === undefined ? [] : [{ property, content }]));
}

/** @example territorial('kk') // => 'kk_KZ' */
function territorial(language: Language): string {
  return describeLanguage(language).intl.replace('-', '_');
}
