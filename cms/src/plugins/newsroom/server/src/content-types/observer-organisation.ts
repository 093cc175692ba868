import { organisationKinds } from '@newsroom/shared/observer-organisation';
import { hidden, localised, shared } from './localisation';
import { slugField } from './slug-field';

export default {
  kind: 'collectionType',
  collectionName: 'observer_organisations',
  info: { singularName: 'observer-organisation', pluralName: 'observer-organisations', displayName: 'Observer organisation' },
  options: { draftAndPublish: false },
  pluginOptions: localised,
  attributes: {
    /** Empty where nobody translated it yet; the version in the source language must have it. */
    name: { type: 'string', maxLength: 250, pluginOptions: localised },
    acronym: { type: 'string', maxLength: 40, pluginOptions: localised },
    slug: slugField('observer-organisation', 'name'),
    kind: {
      type: 'enumeration',
      enum: [...organisationKinds],
      default: 'intergovernmental',
      required: true,
      pluginOptions: shared,
    },
    seatCountry: { type: 'string', maxLength: 2, pluginOptions: shared },
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
