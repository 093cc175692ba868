import { defaultLanguage } from '@newsroom/shared/languages';
import type { PopularSettings, SiteSettings } from '@newsroom/shared/site-settings';
import type { Core } from '@strapi/strapi';
import { uidOf } from '../documents/act';
import { popularOf } from './contract-data';

/** How the popular list is computed: a part of the site's settings, the same in all languages. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const row = () => strapi.db.query(uidOf('site-settings')).findOne({ where: { locale: defaultLanguage } });

  return {
    async inForce(): Promise<PopularSettings> {
      return popularOf(await row());
    },

    async missingTranslations(): Promise<SiteSettings['missingTranslations']> {
      return (await row()).missingTranslations;
    },

    /**
     * Saves them as the form of the site's settings does.
     *
     * @param person who does so, by the number that the admin gives people
     * @throws ValidationError where others are in force while the lists stand still
     */
    async save(
      { windowDays, halfLifeDays, commentWeight, reactionWeight, size }: PopularSettings,
      person: number,
    ): Promise<void> {
      const data = {
        popularWindowDays: windowDays,
        popularHalfLifeDays: halfLifeDays,
        popularCommentWeight: commentWeight,
        popularReactionWeight: reactionWeight,
        popularSize: size,
        updatedBy: person,
      };
      const { documentId } = await row();
      await strapi.documents(uidOf('site-settings')).update({ documentId, locale: defaultLanguage, data: data as never });
    },
  };
};
