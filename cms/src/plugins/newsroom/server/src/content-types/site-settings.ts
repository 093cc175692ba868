import { missingTranslationPolicies } from '@newsroom/shared/site-settings';
import { localised, shared } from './localisation';

export default {
  kind: 'singleType',
  collectionName: 'site_settings',
  info: { singularName: 'site-settings', pluralName: 'site-settings-all', displayName: 'Site settings' },
  options: { draftAndPublish: false },
  pluginOptions: localised,
  attributes: {
    name: { type: 'string', maxLength: 120, pluginOptions: localised },
    description: { type: 'text', maxLength: 1000, pluginOptions: localised },
    publisher: { type: 'string', maxLength: 250, pluginOptions: localised },
    contact: { type: 'richtext', maxLength: 20_000, pluginOptions: localised },
    siteNotice: { type: 'text', maxLength: 500, pluginOptions: localised },
    footerLinks: { type: 'component', component: 'newsroom.link', repeatable: true, max: 20, pluginOptions: localised },
    logo: { type: 'media', multiple: false, allowedTypes: ['images'], pluginOptions: shared },
    /** Such as #0a4b78; empty: the site's own. */
    colour: { type: 'string', maxLength: 7, pluginOptions: shared },
    missingTranslations: {
      type: 'enumeration',
      enum: [...missingTranslationPolicies],
      default: 'show',
      required: true,
      pluginOptions: shared,
    },
    popularWindowDays: { type: 'integer', required: true, default: 7, min: 1, max: 365, pluginOptions: shared },
    popularCommentWeight: { type: 'integer', required: true, default: 30, min: 0, max: 10_000, pluginOptions: shared },
    popularReactionWeight: { type: 'integer', required: true, default: 10, min: 0, max: 10_000, pluginOptions: shared },
    /** Empty: a view never loses weight, which gives plain "most read". */
    popularHalfLifeDays: { type: 'decimal', default: 2, min: 0.1, max: 365, pluginOptions: shared },
    popularSize: { type: 'integer', required: true, default: 10, min: 1, max: 100, pluginOptions: shared },
  },
};
