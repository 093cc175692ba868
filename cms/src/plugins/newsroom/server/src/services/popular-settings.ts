import { defaultLanguage } from '@newsroom/shared/languages';
import type { SavedSettingsRequest } from '@newsroom/shared/popular-desk';
import { isSameRule } from '@newsroom/shared/popular-rule';
import type { PopularSettings, SiteSettings } from '@newsroom/shared/site-settings';
import type { Core } from '@strapi/strapi';
import { uidOf } from '../documents/act';
import { savedAsPopularSettings } from '../documents/keep-popular-settings';
import { inPublishTransaction } from '../documents/publish-lock';
import { refuse, wordsFor } from '../words/refuse';
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
     * Saves them; there is no other way to change them.
     *
     * @param person who does so, by the number that the admin gives people; null: a program
     * @throws ValidationError while the lists stand still, or where somebody else saved others meanwhile
     */
    async save({ basedOn, ...settings }: SavedSettingsRequest, person: number | null): Promise<void> {
      await inPublishTransaction(strapi, async () => {
        if (await strapi.plugin('newsroom').service('silence').isOn()) refuse(wordsFor(strapi).popularSilent());
        const before = await row();
        if (basedOn !== undefined && !isSameRule(basedOn, popularOf(before))) refuse(wordsFor(strapi).popularSetMeanwhile());
        const data = {
          popularWindowDays: settings.windowDays,
          popularHalfLifeDays: settings.halfLifeDays,
          popularCommentWeight: settings.commentWeight,
          popularReactionWeight: settings.reactionWeight,
          popularSize: settings.size,
          updatedBy: person,
        };
        const update = { documentId: before.documentId, locale: defaultLanguage, data: data as never };
        await savedAsPopularSettings.run(true, () => strapi.documents(uidOf('site-settings')).update(update));
      });
    },
  };
};
