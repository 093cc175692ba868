import { organisationKinds } from '@newsroom/shared/observer-organisation';
import { directoryFields, participantFields } from './directory-fields';
import { localised, shared } from './localisation';
import { slugField, slugIndex } from './slug-field';

export default {
  kind: 'collectionType',
  collectionName: 'observer_organisations',
  info: { singularName: 'observer-organisation', pluralName: 'observer-organisations', displayName: 'Observer organisation' },
  options: { draftAndPublish: false },
  pluginOptions: localised,
  ...slugIndex('observer_organisations'),
  attributes: {
    /** Empty where nobody translated it yet; the version in the source language must have it. */
    name: { type: 'string', maxLength: 250, pluginOptions: localised },
    acronym: { type: 'string', maxLength: 40, pluginOptions: localised },
    slug: slugField('observer-organisation'),
    kind: {
      type: 'enumeration',
      enum: [...organisationKinds],
      default: 'intergovernmental',
      required: true,
      pluginOptions: shared,
    },
    seatCountry: { type: 'string', maxLength: 2, pluginOptions: shared },
    ...participantFields,
    ...directoryFields,
  },
};
