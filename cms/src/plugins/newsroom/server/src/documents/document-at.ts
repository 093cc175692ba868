import { isLanguage, type Language } from '@newsroom/shared/languages';
import { delegationPath, eventPath, organisationPath, releasePath, staticPagePath } from '@newsroom/shared/permalink';
import type { Core } from '@strapi/strapi';
import type { DocumentType } from './act';
import { slugHolder, titleOf } from './slug-holder';

/** The title of the published document that stands at a path of the site; undefined where none does. */
export async function documentAt(strapi: Core.Strapi, path: string): Promise<string | undefined> {
  const parts = path.split('/').filter((part) => part !== '');
  const [language, slug] = [parts[0], parts.at(-1)];
  if (!isLanguage(language) || slug === undefined) return undefined;
  const month = parts.slice(2, 4).join('-');
  const type = typeAt(path, language, slug, month);
  if (type === undefined) return undefined;
  const holder = await slugHolder(strapi, {
    type,
    language,
    slug,
    published: true,
    ...(type === 'press-release' ? { month } : {}),
  });
  if (holder === undefined || (type === 'press-release' && holder.addressMonth !== month)) return undefined;
  return titleOf(holder);
}

/** The type whose page with this slug would have exactly this path. */
function typeAt(path: string, language: Language, slug: string, month: string): DocumentType | undefined {
  if (path === releasePath(language, month, slug)) return 'press-release';
  if (path === staticPagePath(language, slug)) return 'page';
  if (path === eventPath(language, slug)) return 'event';
  if (path === delegationPath(language, slug)) return 'delegation';
  return path === organisationPath(language, slug) ? 'observer-organisation' : undefined;
}
