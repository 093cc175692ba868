import type { Language } from '@newsroom/shared/languages';
import { releasePath } from '@newsroom/shared/permalink';
import { sluggedPath } from './document-path.ts';

/** Where a version has a page by its own slug; null for what has no page, and for what stands at another one's slug. */
export function ownPath(type: string, language: string | null, data: Partial<Record<string, unknown>>): string | null {
  const { slug, addressMonth } = data;
  if (language === null || language === '' || typeof slug !== 'string') return null;
  switch (type) {
    case 'press-release':
      return releasePath(language as Language, String(addressMonth), slug);
    case 'delegation':
    case 'observer-organisation':
    case 'event':
    case 'page':
      return sluggedPath(type, language as Language, slug);
    default:
      return null;
  }
}
