import { hidden, localised, shared } from './localisation';
import { slugField } from './slug-field';

export default {
  kind: 'collectionType',
  collectionName: 'delegations',
  info: { singularName: 'delegation', pluralName: 'delegations', displayName: 'Delegation' },
  options: { draftAndPublish: false },
  pluginOptions: localised,
  attributes: {
    /** Empty where nobody translated it yet; the version in the source language must have it. */
    electionBody: { type: 'string', maxLength: 250, pluginOptions: localised },
    countryCode: { type: 'string', maxLength: 2, pluginOptions: shared },
    slug: slugField('delegation', 'electionBody'),
    head: { type: 'component', component: 'newsroom.person', repeatable: false, pluginOptions: localised },
    members: { type: 'component', component: 'newsroom.person', repeatable: true, max: 200, pluginOptions: localised },
    /** One a line. */
    aliases: { type: 'text', maxLength: 2000, pluginOptions: localised },
    website: { type: 'string', maxLength: 250, pluginOptions: shared },
    description: { type: 'richtext', maxLength: 20_000, pluginOptions: localised },
    logo: { type: 'media', multiple: false, allowedTypes: ['images'], pluginOptions: shared },
    /** Kept by the plugin: how lists and pickers name the version. */
    listedAs: { type: 'string', maxLength: 250, pluginOptions: localised },
    sourceLanguage: { type: 'string', ...hidden },
  },
};
