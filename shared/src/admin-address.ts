import type { FeedType } from './feed.ts';
import type { Language } from './languages.ts';

/** The page "Popular" in the admin, below its own address. */
export const popularDeskPath = '/plugins/newsroom/popular';

/**
 * Where an editor mends a document, in Strapi's admin. Metrics have no edit view, their release's is given; what
 * was decided about the popular list is on the page "Popular"; an outside list has none at all, the admin itself is given.
 *
 * @param admin the admin's own address, without a slash at the end
 * @example ('http://127.0.0.1:1337/admin', 'event', 'abc', 'ru')
 *   // => 'http://127.0.0.1:1337/admin/content-manager/collection-types/plugin::newsroom.event/abc?plugins[i18n][locale]=ru'
 */
export function adminAddress(admin: string, type: FeedType, id: string, language: Language | null): string {
  if (type === 'outside-list') return admin;
  if (type === 'popular-choices') return `${admin}${popularDeskPath}`;
  const place =
    type === 'site-settings'
      ? `single-types/plugin::newsroom.site-settings`
      : type === 'daily-metrics'
        ? `collection-types/plugin::newsroom.press-release/${id.split('@')[0]}`
        : `collection-types/plugin::newsroom.${type}/${id}`;
  return `${admin}/content-manager/${place}${language === null ? '' : `?plugins[i18n][locale]=${language}`}`;
}
