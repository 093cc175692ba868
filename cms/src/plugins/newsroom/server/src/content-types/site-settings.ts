import { localised, shared } from './localisation';

export default {
  kind: 'singleType',
  collectionName: 'site_settings',
  info: { singularName: 'site-settings', pluralName: 'site-settings-all', displayName: 'Site settings' },
  options: { draftAndPublish: false },
  pluginOptions: localised,
  attributes: {
    name: { type: 'string', required: true, maxLength: 120, pluginOptions: localised },
    description: { type: 'text', pluginOptions: localised },
    publisher: { type: 'string', required: true, maxLength: 300, pluginOptions: localised },
    contact: { type: 'richtext', pluginOptions: localised },
    siteNotice: { type: 'text', maxLength: 500, pluginOptions: localised },
    popularWindowDays: { type: 'integer', required: true, default: 7, min: 1, max: 365, pluginOptions: shared },
    popularCommentWeight: { type: 'integer', required: true, default: 30, min: 0, max: 10_000, pluginOptions: shared },
    popularReactionWeight: { type: 'integer', required: true, default: 10, min: 0, max: 10_000, pluginOptions: shared },
    /** Empty: a view never loses weight, which gives plain "most read". */
    popularHalfLifeDays: { type: 'decimal', default: 2, min: 0.1, max: 365, pluginOptions: shared },
    popularSize: { type: 'integer', required: true, default: 10, min: 1, max: 100, pluginOptions: shared },
  },
};
